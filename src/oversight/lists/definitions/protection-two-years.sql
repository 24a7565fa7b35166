-- title:    Protection plans of two years
-- area:     child protection
-- answers:  team manager
-- says:     Open for two years or more
-- clock:    calendar days; the day the plan started is day 1
-- due:      the last day in time comes within 10 working days
-- overdue:  open on day 730 or later
-- counted:  plan, plans
-- rule:     two years or more
--   asks:   What would end the plan, or take it to court?
--   counts: cp-2-years.open met
-- order:    3

select
    'two years or more' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    x.as_at - cast(c.value as integer) + 729 as due_on,
    c.met as is_overdue, case when c.met then c.value - 729 end as days_over, c.detail as detail
from cases_of('cp-2-years.open') c
cross join extract x
where c.met
    or x.as_at - cast(c.value as integer) + 729 <= day_of_number(0, -10);
