-- title:    Plans of children in need to be looked at again
-- area:     children in need
-- answers:  team manager
-- says:     A plan that is stale: not reviewed after six weeks, and then every twelve
-- clock:    calendar days from the start of the plan, or from the last review
-- overdue:  past its day with no review
-- rule:     review overdue
--   asks:   When is the plan looked at again, and with whom?
--   counts: cin-reviews-timely not met
-- order:    4

select
    'review overdue' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on, cast(null as date) as due_on,
    true as is_overdue, cast(null as double precision) as days_over, c.detail
from cases_of('cin-reviews-timely') c
where not c.met;
