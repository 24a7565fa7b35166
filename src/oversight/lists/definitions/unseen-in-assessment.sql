-- title:    Not seen in assessment
-- area:     assessment
-- answers:  team manager
-- says:     Open past working day 10, and the child not seen by us
-- clock:    working days from the start of the assessment; the day after the start is day 1
-- overdue:  past day 10 with no visit at which the child was seen
-- rule:     not seen
--   asks:   When will the child be seen, and by whom?
--   counts: as-unseen-10wd met
-- order:    2

select
    'not seen' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    day_of_number(10, cast(c.value as integer)) as due_on,
    c.met as is_overdue, case when c.met then c.value - 10 end as days_over, cast(null as text) as detail
from cases_of('as-unseen-10wd') c
cross join extract x
where c.met;
