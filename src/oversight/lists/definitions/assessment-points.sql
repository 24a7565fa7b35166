-- title:    Open assessments past a review point
-- area:     assessment
-- answers:  team manager
-- says:     Open past working day 10, 20, 35 or 45
-- clock:    working days from the start of the assessment; the day after the start is day 1
-- due:      the next point comes within 10 working days
-- overdue:  open after the point, with what each point asks
-- counted:  assessment, assessments
-- counts:   as-open-review-points.gt10 met
-- rule:     day 45
--   asks:   Why is it not finished, and who has signed that off?
--   counts: as-open-review-points.gt45 met
-- rule:     day 35
--   asks:   What stops it from being finished by day 45?
--   counts: as-open-review-points.gt35 met
-- rule:     day 20
--   asks:   Can it be finished now?
--   counts: as-open-review-points.gt20 met
-- rule:     day 10
--   asks:   Has the child been seen, and is an assessment still needed?
--   counts: as-open-review-points.gt10 met
-- nested:   yes
-- order:    1

with open_assessment as (
    select c.child_key, c.case_id, c.team, c.worker, a.start_date, cast(c.value as integer) as day_number
    from cases_of('as-open-review-points.gt10') c
    join cin_assessments a on a.assessment_id = c.case_id and a.child_key = c.child_key
),

point (rule, point_day) as (
    values ('day 10', 10), ('day 20', 20), ('day 35', 35), ('day 45', 45)
)

select
    p.rule, o.child_key, o.case_id, o.team, o.worker, o.start_date as starts_on,
    working_day_after(o.start_date, p.point_day) as due_on,
    o.day_number > p.point_day as is_overdue,
    case when o.day_number > p.point_day then o.day_number - p.point_day end as days_over,
    cast(null as text) as detail
from open_assessment o
cross join point p
where o.day_number > p.point_day - 10;
