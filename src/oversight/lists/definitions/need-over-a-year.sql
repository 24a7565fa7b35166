-- title:    Children in need for over a year
-- area:     children in need
-- answers:  team manager
-- says:     A plan that is open began more than 12 months before
-- clock:    calendar days from the start of the plan
-- due:      twelve months are up within 10 working days
-- overdue:  open over 12 calendar months
-- rule:     over 12 months
--   asks:   Has a senior manager looked at why it is not done?
--   counts: cin-duration.gt12 met
-- order:    3

with plan as (
    select c.*, x.as_at, x.as_at - cast(c.value as integer) as starts_on, months_later(x.as_at - cast(c.value as integer), 12) as due_on
    from cases_of('cin-duration.gt12') c
    cross join extract x
)

select
    'over 12 months' as rule, child_key, case_id, team, worker, starts_on, due_on, met as is_overdue,
    case when met then as_at - due_on end as days_over, nullif(detail, 'other plans') as detail
from plan
where met or due_on <= day_of_number(0, -10);
