-- title:    Children in need without a plan
-- area:     children in need
-- answers:  team manager
-- says:     No plan 10 working days after the assessment found the need
-- clock:    working days from the day a manager authorised the assessment
-- overdue:  no plan is open, or it came after day 10
-- rule:     no plan in time
--   asks:   When will there be a plan, and who will write it?
--   counts: cin-plan-in-place not met
-- order:    2

select
    'no plan in time' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    day_of_number(10, cast(c.value as integer)) as due_on,
    not c.met as is_overdue, case when not c.met then c.value - 10 end as days_over, c.detail as detail
from cases_of('cin-plan-in-place') c
cross join extract x
where not c.met;
