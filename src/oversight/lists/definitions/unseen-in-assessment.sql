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
    'not seen' as rule, c.child_key, c.case_id, c.team, c.worker, a.start_date as starts_on,
    working_day_after(a.start_date, 10) as due_on,
    true as is_overdue, c.value - 10 as days_over, cast(null as text) as detail
from cases_of('as-unseen-10wd') c
join cin_assessments a on a.assessment_id = c.case_id and a.child_key = c.child_key
where c.met;
