-- title:    Workers not supervised in time
-- area:     oversight
-- answers:  team manager
-- says:     No supervision in the last 20 working days; 10 in the first six months of a newly qualified worker
-- clock:    working days from the latest supervision, or from the first day in post
-- due:      the last day in time comes within 10 working days
-- overdue:  past its number of working days, or never
-- counted:  worker, workers
-- rule:     not supervised
--   asks:   When is the next supervision?
--   counts: wf-supervision.worker not met
-- order:    5

with came as (
    select worker, min(coalesce(started_on, from_on)) as started_on
    from posts
    where worker is not null
    group by worker
),

latest as (
    select s.worker, max(s.held_on) as held_on
    from supervisions s
    join extract x on s.held_on <= x.as_at
    group by s.worker
),

worker_due as (
    select c.*, l.held_on, coalesce(l.held_on, b.started_on) as starts_on,
        case when h.newly_qualified and (b.started_on is null or months_later(b.started_on, 6) > h.last_day) then 10 else 20 end as every
    from cases_of('wf-supervision.worker') c
    join caseholder_month h on h.worker = c.case_id and h.last_day = c.on_date
    left join came b on b.worker = c.case_id
    left join latest l on l.worker = c.case_id
),

clock as (
    select w.*, working_day_after(starts_on, every) as due_on from worker_due w
)

select
    'not supervised' as rule, c.child_key, c.case_id, c.team, c.worker, c.starts_on, c.due_on, not c.met as is_overdue,
    case when not c.met then working_day_number(c.starts_on, x.as_at) - c.every end as days_over,
    case when c.held_on is null then 'none recorded' end as detail
from clock c
cross join extract x
where not c.met or c.due_on <= day_of_number(0, -10);
