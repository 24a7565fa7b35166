-- title:    Dental checks
-- area:     children looked after
-- answers:  team manager
-- says:     No dental check in the twelve months to the day
-- clock:    calendar days from the latest check in care, or from the start of care
-- due:      the last day in time comes within 10 working days
-- overdue:  none in twelve calendar months
-- rule:     no check in the year
--   asks:   When is the check, or why is there none?
--   counts: lac-dental not met
-- together: yes
-- order:    6

with child as (
    select c.*, x.as_at, i.began_on, greatest(coalesce(x.as_at - cast(c.value as integer), i.began_on), i.began_on) as starts_on
    from cases_of('lac-dental') c
    cross join extract x
    join in_care i on i.cla_id = c.case_id and i.child_key = c.child_key and i.last_day = c.on_date
),

clock as (
    select c.*, months_later(starts_on, 12) - 1 as due_on from child c
)

select
    'no check in the year' as rule, child_key, case_id, team, worker, starts_on, due_on, not met as is_overdue,
    case when not met then as_at - due_on end as days_over,
    case when value is null then 'never checked' when as_at - cast(value as integer) < began_on then 'not checked since care began' end as detail
from clock
where not met or due_on <= day_of_number(0, -10);
