-- title:    Visits to children in need
-- area:     children in need
-- answers:  team manager
-- says:     Not seen in the last 20 working days
-- clock:    working days from the day the child was last seen; never seen, from the day that need was found
-- due:      the last day in time comes within 10 working days
-- overdue:  past day 20, or never
-- rule:     not seen in time
--   asks:   When will the child be seen, and by whom?
--   counts: cin-visits-timely not met
-- order:    1

with latest as (
    select v.child_key, max(v.seen_on) as seen_on
    from seen_visit v
    join extract x on v.seen_on <= x.as_at
    group by v.child_key
),

child as (
    select c.*, l.seen_on, coalesce(l.seen_on, p.entered_on) as starts_on,
        working_day_after(coalesce(l.seen_on, p.entered_on), 20) as due_on
    from cases_of('cin-visits-timely') c
    join cin_plan_month p on p.child_key = c.child_key and p.last_day = c.on_date
    left join latest l on l.child_key = c.child_key
)

select
    'not seen in time' as rule, c.child_key, c.case_id, c.team, c.worker, c.starts_on, c.due_on,
    not c.met as is_overdue,
    case when not c.met then working_day_number(c.starts_on, x.as_at) - 20 end as days_over,
    case when c.seen_on is null then 'never seen since the need was found' else nullif(c.detail, 'other plans') end as detail
from child c
cross join extract x
where not c.met or c.due_on <= day_of_number(0, -10);
