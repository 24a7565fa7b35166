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
    select p.child_key, string_agg(
        cast(p.start_date as text) || coalesce(' to ' || cast(p.end_date as text), ', still open'), '; ' order by p.start_date
    ) as days
    from our_plan p
    group by p.child_key
)

select
    'planned again' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    c.on_date as due_on, true as is_overdue, cast(null as double precision) as days_over,
    'plans ' || n.days as detail
from cases_of('cp-repeat.ever') c
left join chain n on n.child_key = c.child_key
where c.met;
