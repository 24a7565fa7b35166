-- title:    Referred again within a year
-- area:     front door
-- answers:  team manager
-- says:     An earlier referral 1 to 365 days before, in the month of the figures
-- clock:    calendar days from the earlier referral to this one
-- overdue:  every one of the month
-- counted:  referral, referrals
-- rule:     referred again
--   asks:   What did we not settle last time?
--   counts: fd-rereferrals met
-- order:    2

with chain as (
    select r.child_key, string_agg(cast(r.referral_date as text), ', ' order by r.referral_date) as days
    from counted_referral r
    group by r.child_key
)

select
    'referred again' as rule, c.child_key, c.case_id, c.team, c.worker, c.on_date - cast(c.value as integer) as starts_on,
    c.on_date as due_on, true as is_overdue, cast(null as double precision) as days_over,
    'referred on ' || n.days as detail
from cases_of('fd-rereferrals') c
left join chain n on n.child_key = c.child_key
where c.met;
