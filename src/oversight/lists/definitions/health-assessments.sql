-- title:    Health assessments
-- area:     children looked after
-- answers:  team manager
-- says:     The latest assessment is not recent enough: a year, or half a year under five
-- clock:    none
-- overdue:  longer ago than that, or never
-- rule:     not in date
--   asks:   When is the assessment, or why is there none?
--   counts: lac-health.in_date not met
-- together: yes
-- order:    5

select
    'not in date' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    cast(null as date) as due_on, true as is_overdue, cast(null as double precision) as days_over, cast(null as text) as detail
from cases_of('lac-health.in_date') c
where not c.met;
