-- title:     Assessments of children who have neither a referral nor a case
-- severity:  warning
-- does:      Counted from its start; the referral that led to it is missing, and the time from it
-- to do:     Find the referral or the case in the case system, and have the report hold it
-- needs:     cin_assessments.start_date, referrals.referral_date, cin_episodes.referral_date
-- doubt:     none
-- adds:      referrals: referral_id = q.case_id, referral_date = q.on_date, artificial = false

-- In the first three months of the files what led to it may stand before them.
select
    'cin_assessments' as table_name, a.child_key, a.assessment_id as case_id, a.start_date as on_date,
    'Assessment started ' || a.start_date || '; no referral, no case' as what,
    a.file, a.sheet, a.row_number
from cin_assessments a
cross join extract x
where (x.window_from is null or a.start_date >= x.window_from + 90)
    and not exists (select 1 from referrals r where r.child_key = a.child_key)
    and not exists (select 1 from cin_episodes e where e.child_key = a.child_key);
