-- title:    Dental checks
-- area:     children looked after
-- answers:  team manager
-- says:     No dental check in the twelve months to the day
-- clock:    calendar days from the latest check
-- due:      the last day in time comes within 10 working days
-- overdue:  none in twelve calendar months
-- rule:     no check in the year
--   asks:   When is the check, or why is there none?
--   counts: lac-dental not met
-- together: yes
-- order:    6

select
    'no check in the year' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    x.as_at - cast(c.value as integer) + 365 as due_on,
    not c.met as is_overdue, case when not c.met then c.value - 365 end as days_over, cast(null as text) as detail
from cases_of('lac-dental') c
cross join extract x
where not c.met
    or x.as_at - cast(c.value as integer) + 365 <= day_of_number(0, -10);
