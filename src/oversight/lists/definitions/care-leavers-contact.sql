-- title:    Care leavers not seen
-- area:     care leavers
-- answers:  team manager
-- says:     Not seen or spoken to in the last eight weeks
-- clock:    calendar days from the latest contact
-- due:      the last day in time comes within 10 working days
-- overdue:  past day 56, or never
-- rule:     not in touch
--   asks:   Who will get in touch, and how?
--   counts: cl-in-touch.live not met
-- order:    2

with leaver as (
    select c.*, c.on_date - cast(c.value as integer) as starts_on, c.on_date - cast(c.value as integer) + 56 as due_on
    from cases_of('cl-in-touch.live') c
)

select
    'not in touch' as rule, child_key, case_id, team, worker,
    case when value >= 0 then starts_on end as starts_on, case when value >= 0 then due_on end as due_on,
    not met as is_overdue, case when not met and value >= 0 then value - 56 end as days_over,
    case when value is null then 'never in touch' else detail end as detail
from leaver
where not met or due_on <= day_of_number(0, -10);
