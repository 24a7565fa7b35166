-- title:    Records without recent oversight
-- area:     oversight
-- answers:  team manager
-- says:     No manager’s oversight on the record for 40 working days; 20 on a protection plan, 60 looked after
-- clock:    working days from the latest entry; the first is due on working day 20 of the case
-- due:      the last day in time comes within 10 working days
-- overdue:  past its number of working days, or never
-- rule:     no recent oversight
--   asks:   When will a manager look at the record?
--   counts: wf-oversight not met
-- together: yes
-- order:    4

with latest as (
    select s.child_key, max(s.held_on) as held_on
    from case_supervisions s
    join extract x on s.held_on <= x.as_at
    where s.oversight_recorded
    group by s.child_key
),

looked_at as (
    select c.*, l.held_on, coalesce(l.held_on, o.open_since) as starts_on,
        case when l.held_on is null then 20 when o.place = 1 then 60 when o.place = 2 then 20 else 40 end as every
    from cases_of('wf-oversight') c
    join open_child_month o on o.child_key = c.child_key and o.last_day = c.on_date
    left join latest l on l.child_key = c.child_key
),

clock as (
    select l.*, working_day_after(starts_on, every) as due_on from looked_at l
)

select
    'no recent oversight' as rule, c.child_key, c.case_id, c.team, c.worker, c.starts_on, c.due_on, not c.met as is_overdue,
    case when not c.met then working_day_number(c.starts_on, x.as_at) - c.every end as days_over,
    case when c.held_on is null then 'none recorded; ' else '' end || lower(split_part(c.detail, ':', 1)) as detail
from clock c
cross join extract x
where not c.met or c.due_on <= day_of_number(0, -10);
