-- title:     Work dated after the day the files are as at
-- severity:  warning
-- does:      Not counted: it has not happened yet
-- to do:     Correct the day in the case system, or give the day that the files are truly as at, and load again
-- any of:    contacts.contact_date, referrals.referral_date, cin_episodes.referral_date, cin_assessments.start_date,
--              s47_enquiry.start_date, cp_plans.start_date, cla_periods.start_date
-- repair:    contacts: contact_date = (select as_at from extract); referrals: referral_date = (select as_at from extract);
--              cin_episodes: referral_date = (select as_at from extract);
--              cin_assessments: start_date = (select as_at from extract);
--              cp_plans: start_date = (select as_at from extract); cla_periods: start_date = (select as_at from extract)

with work as (
    select 'contacts' as table_name, child_key, contact_id as case_id, contact_date as on_date, 'Contact' as work,
        file, sheet, row_number
    from contacts
    union all
    select 'referrals', child_key, referral_id, referral_date, 'Referral', file, sheet, row_number
    from referrals
    union all
    select 'cin_episodes', child_key, episode_id, referral_date, 'Case', file, sheet, row_number
    from cin_episodes
    union all
    select 'cin_assessments', child_key, assessment_id, start_date, 'Assessment', file, sheet, row_number
    from cin_assessments
    union all
    select 's47_enquiry', child_key, s47_enquiry_id, start_date, 'Section 47 enquiry', file, sheet, row_number
    from s47_enquiry
    union all
    select 'cp_plans', child_key, cp_plan_id, start_date, 'Plan', file, sheet, row_number
    from cp_plans
    union all
    select 'cla_periods', child_key, cla_id, start_date, 'Period of care', file, sheet, row_number
    from cla_periods
)

select
    w.table_name, w.child_key, w.case_id, w.on_date,
    w.work || ' from ' || w.on_date || ', as at ' || x.as_at as what,
    w.file, w.sheet, w.row_number
from work w
cross join extract x
where w.on_date > x.as_at;
