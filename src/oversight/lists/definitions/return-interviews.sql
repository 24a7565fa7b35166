-- title:    Return interviews
-- area:     missing children
-- answers:  children’s rights officer
-- says:     Back from missing, and no interview held within 72 hours, in the month of the figures
-- clock:    elapsed hours from the return; nights and weekends count
-- counts due: yes
-- over:     hour, hours, over
-- due:      back, and the 72 hours have not run out
-- overdue:  more than 72 hours, or none held
-- counted:  episode, episodes
-- rule:     not held in 72 hours
--   asks:   Is it held, declined or still to be offered?
--   counts: mis-rhi-72h.of_episodes not met
-- order:    1

select
    'not held in 72 hours' as rule, c.child_key, c.case_id, c.team, c.worker, c.on_date as starts_on, c.on_date + 3 as due_on,
    c.value is not null or x.as_at > c.on_date + 3 as is_overdue,
    -- A return without a time is taken as the end of its day, so hours that have gone by are counted from then.
    case when c.value is not null then floor(c.value) - 72 when x.as_at > c.on_date + 3 then (x.as_at - c.on_date) * 24 - 72 end as days_over,
    case when c.value is null then 'none held' else 'held after ' || cast(cast(round(c.value) as integer) as text) || ' hours' end as detail
from cases_of('mis-rhi-72h.of_episodes') c
cross join extract x
where not c.met;
