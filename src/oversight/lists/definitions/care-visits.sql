-- title:    Visits to children looked after
-- area:     children looked after
-- answers:  team manager
-- says:     Not seen in the last six weeks, or in a week after a move
-- clock:    calendar days from the latest visit
-- due:      the last day in time comes within 10 working days
-- overdue:  past 42 days, or 7 after a move without a visit
-- rule:     not seen in time
--   asks:   When will the child be seen, and by whom?
--   counts: lac-visits-timely not met
-- order:    1

select
    'not seen in time' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    x.as_at - cast(c.value as integer) + 42 as due_on,
    not c.met as is_overdue, case when not c.met then c.value - 42 end as days_over, cast(null as text) as detail
from cases_of('lac-visits-timely') c
cross join extract x
where not c.met
    or x.as_at - cast(c.value as integer) + 42 <= day_of_number(0, -10);
