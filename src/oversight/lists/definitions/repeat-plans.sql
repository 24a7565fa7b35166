-- title:    On a protection plan again
-- area:     child protection
-- answers:  reviewing officer
-- says:     A new plan in the month of the figures, after an earlier one of ours
-- clock:    none
-- overdue:  every one of the month
-- counted:  plan, plans
-- rule:     planned again
--   asks:   What did the earlier plan not change?
--   counts: cp-repeat.ever met
-- order:    4

with chain as (
    select p.child_key, count(*) as times, string_agg(
        day_in_words(p.start_date) || case when p.end_date is null or p.end_date > x.as_at then ', still open' else ' to ' || day_in_words(p.end_date) end,
        '; ' order by p.start_date
    ) as days
    from our_plan p
    join extract x on p.start_date <= x.as_at
    group by p.child_key
)

select
    'planned again' as rule, c.child_key, c.case_id, c.team, c.worker, c.on_date as starts_on,
    cast(null as date) as due_on, true as is_overdue, cast(null as double precision) as days_over,
    -- The case system may count plans that are in no file.
    case when n.times > 1 then cast(n.times as text) || ' plans: ' else 'the earlier plan is in no file; this one: ' end || n.days as detail
from cases_of('cp-repeat.ever') c
left join chain n on n.child_key = c.child_key
where c.met;
