-- title:    Strengths and difficulties questionnaires
-- area:     children looked after
-- answers:  team manager
-- says:     No score received in the twelve months to the day
-- clock:    none
-- overdue:  none in the year
-- rule:     no score in the year
--   asks:   Who sends it out, and to which carer?
--   counts: lac-sdq.returned not met
-- together: yes
-- order:    7

select
    'no score in the year' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    cast(null as date) as due_on, true as is_overdue, cast(null as double precision) as days_over, cast(null as text) as detail
from cases_of('lac-sdq.returned') c
where not c.met;
