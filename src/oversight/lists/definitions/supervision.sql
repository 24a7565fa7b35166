-- title:    Workers not supervised in time
-- area:     oversight
-- answers:  team manager
-- says:     No supervision in the last 20 working days; 10 in the first six months of a newly qualified worker
-- clock:    working days from the latest supervision
-- overdue:  past its number of working days, or never
-- counted:  worker, workers
-- rule:     not supervised
--   asks:   When is the next supervision?
--   counts: wf-supervision.worker not met
-- order:    5

select
    'not supervised' as rule, child_key, case_id, team, worker, cast(null as date) as starts_on, cast(null as date) as due_on,
    true as is_overdue, cast(null as double precision) as days_over,
    case when value is null then 'none in the last 60 days' else cast(cast(value as integer) as text) || ' working days ago' end as detail
from cases_of('wf-supervision.worker')
where not met;
