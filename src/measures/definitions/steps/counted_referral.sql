-- A referral that counts: for a child not already open, once per child and day.
-- A child is open when an episode of need began on an earlier day and has not closed by the day. Of several referrals
-- of one day the row that comes first gives team, worker, source and outcome.
create temporary table counted_referral as
with new_to_us as (
    select r.*
    from referrals r
    where not r.artificial
        and not exists (
            select 1 from cin_episodes e
            where e.child_key = r.child_key
                and e.referral_date < r.referral_date
                and (e.close_date is null or e.close_date > r.referral_date)
        )
),
numbered as (
    select n.*, row_number() over (
        partition by child_key, referral_date
        order by file nulls first, sheet nulls first, row_number nulls first, referral_id
    ) as place
    from new_to_us n
)
select
    referral_id, child_key, referral_date, source_code, nfa, team, worker,
    lag(referral_date) over (partition by child_key order by referral_date) as previous_on
from numbered
where place = 1;
