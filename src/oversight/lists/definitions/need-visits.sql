-- title:    Visits to children in need
-- area:     children in need
-- answers:  team manager
-- says:     Not seen in the last 20 working days
-- clock:    working days from the day the child was last seen
-- due:      the last day in time comes within 10 working days
-- overdue:  past day 20, or never
-- rule:     not seen in time
--   asks:   When will the child be seen, and by whom?
--   counts: cin-visits-timely not met
-- order:    1

select
    'not seen in time' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    day_of_number(20, cast(c.value as integer)) as due_on,
    not c.met as is_overdue, case when not c.met then c.value - 20 end as days_over, c.detail as detail
from cases_of('cin-visits-timely') c
cross join extract x
where not c.met
    or day_of_number(20, cast(c.value as integer)) <= day_of_number(0, -10);
