-- title:    Review conferences
-- area:     child protection
-- answers:  reviewing officer
-- says:     The first within three months of the initial conference, then every six
-- clock:    calendar months from the conference before
-- due:      the day comes within 10 working days
-- overdue:  the day has passed, and no review was held since
-- rule:     review overdue
--   asks:   When is the conference?
--   differs: Its measure counts every child with any late review since the plan began; this list has the reviews that are still to be held.
-- order:    2

select
    'review overdue' as rule, o.child_key, o.cp_plan_id as case_id, o.team, o.worker, d.held_on as starts_on, d.due_on,
    d.due_on < x.as_at as is_overdue, case when d.due_on < x.as_at then x.as_at - d.due_on end as days_over,
    cast(null as text) as detail
from our_plan_month o
join extract x on x.as_at = o.last_day
join plan_review_due d on d.cp_plan_id = o.cp_plan_id and d.next_on is null
where d.due_on <= day_of_number(0, -10);
