-- title:    Workers over their cap
-- area:     oversight
-- answers:  team manager
-- says:     Holds more children than the worker’s own cap
-- clock:    none
-- over:     child, children, above the cap
-- overdue:  above the cap
-- counted:  worker, workers
-- rule:     over the cap
--   asks:   Which children move, to whom, and by when?
--   counts: wf-over-cap.count met
-- order:    3

select
    'over the cap' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on, cast(null as date) as due_on,
    true as is_overdue, a.value as days_over,
    cast(cast(c.value as integer) as text) || ' children held, for a cap of ' || cast(cast(c.value - a.value as integer) as text) as detail
from cases_of('wf-over-cap.count') c
left join cases_of('wf-over-cap.above') a on a.case_id = c.case_id
where c.met;
