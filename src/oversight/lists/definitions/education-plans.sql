-- title:    Personal education plans
-- area:     children looked after
-- answers:  team manager
-- says:     No plan for school made or looked at again this term
-- clock:    none
-- overdue:  none in the current term
-- rule:     no plan this term
--   asks:   When is the meeting at school, and who brings it about?
--   counts: lac-pep not met
-- order:    8

select
    'no plan this term' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on, cast(null as date) as due_on,
    true as is_overdue, cast(null as double precision) as days_over, c.detail
from cases_of('lac-pep') c
where not c.met;
