-- title:    Visits to children on protection plans
-- area:     child protection
-- answers:  team manager
-- says:     Not seen in the last 10 working days
-- clock:    working days from the latest visit that saw the child; never seen, from the start of the plan
-- due:      the last day in time comes within 10 working days
-- overdue:  past day 10, or never
-- rule:     not seen in time
--   asks:   When will the child be seen, and by whom?
--   counts: cp-visits-timely.seen not met
-- order:    1

with said as (
    select count(*) > 0 as whether_seen from carried where field = 'cp_visits.seen'
),

latest as (
    select o.cp_plan_id, max(v.visit_date) as seen_on
    from our_plan_month o
    join extract x on x.as_at = o.last_day
    cross join said
    join cp_visits v on v.child_key = o.child_key
    where (v.cp_plan_id = o.cp_plan_id or v.cp_plan_id is null)
        and v.visit_date between o.start_date and o.last_day
        and (v.seen or not said.whether_seen)
    group by o.cp_plan_id
),

child as (
    select c.*, l.seen_on, coalesce(l.seen_on, p.start_date) as starts_on,
        working_day_after(coalesce(l.seen_on, p.start_date), 10) as due_on
    from cases_of('cp-visits-timely.seen') c
    join our_plan_month p on p.cp_plan_id = c.case_id and p.child_key = c.child_key and p.last_day = c.on_date
    left join latest l on l.cp_plan_id = c.case_id
)

select
    'not seen in time' as rule, c.child_key, c.case_id, c.team, c.worker, c.starts_on, c.due_on,
    not c.met as is_overdue,
    case when not c.met then working_day_number(c.starts_on, x.as_at) - 10 end as days_over,
    case when c.seen_on is null then 'never seen since the plan started' end as detail
from child c
cross join extract x
where not c.met or c.due_on <= day_of_number(0, -10);
