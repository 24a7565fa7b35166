-- title:    Children without a plan for permanence
-- area:     children looked after
-- answers:  team manager
-- says:     No care plan with an aim for good by the second review, in the month it was due
-- clock:    calendar days from the second review
-- overdue:  none by the day of the second review
-- rule:     no plan for permanence
--   asks:   What is the aim, and when will it be agreed?
--   counts: lac-permanence not met
-- order:    3

select
    'no plan for permanence' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on, c.on_date as due_on,
    true as is_overdue, cast(x.as_at - c.on_date as double precision) as days_over, cast(null as text) as detail
from cases_of('lac-permanence') c
cross join extract x
where not c.met;
