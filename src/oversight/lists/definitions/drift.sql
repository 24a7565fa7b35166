-- title:    Children on the drift list
-- area:     oversight
-- answers:  team manager
-- says:     Work with the child has slowed down or stopped, by any of five rules
-- clock:    working days, and calendar days for oversight, each from the last time it was done
-- overdue:  any rule holds
-- counts:   cin-drift-list met
-- rule:     not seen
--   asks:   When will the child be seen, and by whom?
--   counts: cin-drift-list.unseen all
-- rule:     no plan
--   asks:   When will there be a plan?
--   counts: cin-drift-list.no_plan all
-- rule:     review overdue
--   asks:   When is the review conference?
--   counts: cin-drift-list.review all
-- rule:     assessment past day 45
--   asks:   Why is the assessment not finished?
--   counts: cin-drift-list.assessment all
-- rule:     no oversight
--   asks:   When did a manager last look at the record, and when next?
--   counts: cin-drift-list.oversight all
-- order:    1

with ruled as (
    select 'not seen' as rule, c.* from cases_of('cin-drift-list.unseen') c
    union all
    select 'no plan', c.* from cases_of('cin-drift-list.no_plan') c
    union all
    select 'review overdue', c.* from cases_of('cin-drift-list.review') c
    union all
    select 'assessment past day 45', c.* from cases_of('cin-drift-list.assessment') c
    union all
    select 'no oversight', c.* from cases_of('cin-drift-list.oversight') c
)

select
    rule, child_key, case_id, team, worker, cast(null as date) as starts_on, cast(null as date) as due_on,
    true as is_overdue, cast(null as double precision) as days_over, cast(null as text) as detail
from ruled;
