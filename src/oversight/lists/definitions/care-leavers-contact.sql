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

select
    'not in touch' as rule, c.child_key, c.case_id, c.team, c.worker, cast(null as date) as starts_on,
    x.as_at - cast(c.value as integer) + 56 as due_on,
    not c.met as is_overdue, case when not c.met then c.value - 56 end as days_over, c.detail as detail
from cases_of('cl-in-touch.live') c
cross join extract x
where not c.met
    or x.as_at - cast(c.value as integer) + 56 <= day_of_number(0, -10);
