-- title:    Pathway plans
-- area:     care leavers
-- answers:  team manager
-- says:     Not made or reviewed in the last six months
-- clock:    calendar days from the plan or its last review
-- due:      the last day in time comes within 10 working days
-- overdue:  more than six calendar months ago, or never
-- rule:     not in date
--   asks:   When will it be reviewed, with the young person?
--   counts: cl-pathway not met
-- order:    1

with leaver as (
    select c.*, c.on_date - cast(c.value as integer) as starts_on, months_later(c.on_date - cast(c.value as integer), 6) as due_on
    from cases_of('cl-pathway') c
)

select
    'not in date' as rule, child_key, case_id, team, worker,
    case when value >= 0 then starts_on end as starts_on, case when value >= 0 then due_on end as due_on,
    not met as is_overdue, case when not met and value >= 0 then on_date - due_on end as days_over,
    case when value is null then 'no plan recorded' when value < 0 then 'its day is after the day of the figures' end as detail
from leaver
where not met or due_on <= day_of_number(0, -10);
