-- title:    Children in need for over a year
-- area:     children in need
-- answers:  team manager
-- says:     A plan that is open began more than 12 months before
-- clock:    calendar days from the start of the plan
-- overdue:  open over 12 calendar months
-- rule:     over 12 months
--   asks:   Has a senior manager looked at why it is not done?
--   counts: cin-duration.gt12 met
-- order:    3

select
    'over 12 months' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    x.as_at - cast(c.value as integer) + 365 as due_on,
    c.met as is_overdue, case when c.met then c.value - 365 end as days_over, c.detail as detail
from cases_of('cin-duration.gt12') c
cross join extract x
where c.met;
