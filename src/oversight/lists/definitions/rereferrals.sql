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
    select r.child_key, count(*) as times, string_agg(day_in_words(r.referral_date), ', ' order by r.referral_date) as days
    from counted_referral r
    join extract x on r.referral_date <= x.as_at
    group by r.child_key
)

select
    'referred again' as rule, c.child_key, c.case_id, c.team, c.worker, c.on_date as starts_on,
    cast(null as date) as due_on, true as is_overdue, cast(null as double precision) as days_over,
    cast(cast(c.value as integer) as text) || case when c.value = 1 then ' day' else ' days' end || ' after the one before; '
        || cast(n.times as text) || ' referrals: ' || n.days as detail
from cases_of('fd-rereferrals') c
left join chain n on n.child_key = c.child_key
where c.met;
