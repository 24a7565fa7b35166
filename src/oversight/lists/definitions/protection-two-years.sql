-- title:    Protection plans of two years
-- area:     child protection
-- answers:  team manager
-- says:     Open for two years or more
-- clock:    calendar days; the day the plan started is day 1
-- first day: 1
-- due:      the last day in time comes within 10 working days
-- overdue:  open on day 730 or later
-- counted:  plan, plans
-- rule:     two years or more
--   asks:   What would end the plan, or take it to court?
--   counts: cp-2-years.open met
-- order:    3

with plan as (
    select c.*, x.as_at - cast(c.value as integer) + 1 as starts_on, x.as_at - cast(c.value as integer) + 729 as due_on
    from cases_of('cp-2-years.open') c
    cross join extract x
)

select
    'two years or more' as rule, child_key, case_id, team, worker, starts_on, due_on, met as is_overdue,
    case when met then value - 729 end as days_over, cast(null as text) as detail
from plan
where met or due_on <= day_of_number(0, -10);
