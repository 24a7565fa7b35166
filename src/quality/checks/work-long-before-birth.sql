-- title:     Work with a child more than 300 days before birth
-- severity:  warning
-- does:      Counted, and the child is taken for unborn where the age decides
-- to do:     Correct the date of birth or the day of the work in the case system, and load again
-- needs:     person.dob

with work as (
    select 'referrals' as table_name, child_key, referral_id as case_id, referral_date as on_date,
        'Referred' as did, file, sheet, row_number
    from referrals
    union all
    select 'cin_episodes', child_key, episode_id, referral_date, 'Case opened', file, sheet, row_number
    from cin_episodes
    union all
    select 'cin_assessments', child_key, assessment_id, start_date, 'Assessment started', file, sheet, row_number
    from cin_assessments
    union all
    select 's47_enquiry', child_key, s47_enquiry_id, start_date, 'Section 47 enquiry began', file, sheet, row_number
    from s47_enquiry
    union all
    select 'cp_plans', child_key, cp_plan_id, start_date, 'Plan started', file, sheet, row_number
    from cp_plans
)

select
    w.table_name, w.child_key, w.case_id, w.on_date,
    w.did || ' ' || w.on_date || ', born ' || p.dob as what,
    w.file, w.sheet, w.row_number
from work w
join person p on p.child_key = w.child_key
where p.dob - w.on_date > 300;
