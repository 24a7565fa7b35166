-- title:    Children without a plan for permanence
-- area:     children looked after
-- answers:  team manager
-- says:     No care plan with an aim for good by the second review, in the month it was due
-- clock:    calendar days from the start of care to the second review
-- overdue:  none by the day of the second review
-- rule:     no plan for permanence
--   asks:   What is the aim, and when will it be agreed?
--   counts: lac-permanence not met
-- order:    3

select
    'no plan for permanence' as rule, c.child_key, c.case_id, c.team, c.worker, v.began_on as starts_on, c.on_date as due_on,
    true as is_overdue, x.as_at - c.on_date as days_over,
    case when c.value is not null then 'it came on ' || day_in_words(v.began_on + cast(c.value as integer)) end as detail
from cases_of('lac-permanence') c
cross join extract x
join care_movement v on v.cla_id = c.case_id and v.child_key = c.child_key and v.direction = 1
where not c.met;
