-- title:    Reviews of children looked after
-- area:     children looked after
-- answers:  reviewing officer
-- says:     By working day 20, then three months, then every six
-- clock:    calendar days from the day by which it was due
-- overdue:  the day has passed, and no review was held since
-- rule:     review overdue
--   asks:   When is the review?
--   differs: Its measure counts every child with any late review in twelve months; this list has the reviews that are still to be held.
-- order:    2

select
    'review overdue' as rule, i.child_key, i.cla_id as case_id, i.team, i.worker, cast(null as date) as starts_on, min(d.due_on) as due_on,
    true as is_overdue, x.as_at - min(d.due_on) as days_over, cast(null as text) as detail
from in_care i
join extract x on x.as_at = i.last_day
join care_review_due d on d.child_key = i.child_key and d.nth = i.nth and d.over_on is null and d.due_on < x.as_at
group by i.child_key, i.cla_id, i.team, i.worker, x.as_at;
