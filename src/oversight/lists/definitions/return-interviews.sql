-- title:    Return interviews
-- area:     missing children
-- answers:  children’s rights officer
-- says:     Back from missing, and no interview held within 72 hours, in the month of the figures
-- clock:    elapsed hours from the return; nights and weekends count
-- overdue:  more than 72 hours, or none held
-- counted:  episode, episodes
-- rule:     not held in 72 hours
--   asks:   Is it held, declined or still to be offered?
--   counts: mis-rhi-72h.of_episodes not met
-- order:    1

select
    'not held in 72 hours' as rule, c.child_key, c.case_id, c.team, c.worker, c.on_date as starts_on, c.on_date + 3 as due_on,
    true as is_overdue, cast(null as double precision) as days_over,
    case when c.value is null then 'none held' else 'held after ' || cast(cast(round(c.value) as integer) as text) || ' hours' end as detail
from cases_of('mis-rhi-72h.of_episodes') c
where not c.met;
