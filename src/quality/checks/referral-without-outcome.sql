-- title:     Referrals of more than a year ago that came to nothing we can see
-- severity:  note
-- does:      Counted as referrals
-- to do:     Record what came of the referral in the case system
-- needs:     referrals.referral_date, referrals.nfa
-- doubt:     none

select
    'referrals' as table_name, r.child_key, r.referral_id as case_id, r.referral_date as on_date,
    'Referred ' || r.referral_date || '; no outcome' as what,
    r.file, r.sheet, r.row_number
from referrals r
cross join extract x
where r.nfa is null
    and r.referral_date < x.as_at - 365
    and not exists (
        select 1 from cin_assessments a where a.child_key = r.child_key and a.start_date >= r.referral_date
    )
    and not exists (
        select 1 from cin_episodes e
        where e.child_key = r.child_key
            and (e.close_date is null or e.close_date >= r.referral_date)
    );
