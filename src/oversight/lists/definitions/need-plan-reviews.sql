-- title:    Plans of children in need to be looked at again
-- area:     children in need
-- answers:  team manager
-- says:     A plan that is stale: not reviewed after six weeks, and then every twelve
-- clock:    calendar days from the start of the plan, or from the last review
-- due:      the day comes within 10 working days
-- overdue:  past its day with no review
-- rule:     review overdue
--   asks:   When is the plan looked at again, and with whom?
--   counts: cin-reviews-timely not met
-- order:    4

select
    'review overdue' as rule, r.child_key, r.case_id, r.team, r.worker, coalesce(r.latest_on, r.started_on) as starts_on, r.due_on,
    r.due_on < x.as_at as is_overdue, case when r.due_on < x.as_at then x.as_at - r.due_on end as days_over,
    case when r.latest_on is null then 'not reviewed since the plan began' end as detail
from need_plan_review_due r
join extract x on x.as_at = r.last_day
where r.due_on <= day_of_number(0, -10);
