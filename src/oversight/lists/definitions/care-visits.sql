-- title:    Visits to children looked after
-- area:     children looked after
-- answers:  team manager
-- says:     Not seen in the last six weeks, or in a week after a move
-- clock:    calendar days from the latest visit; from the move, or the start of care, where none came since
-- due:      the last day in time comes within 10 working days
-- overdue:  past 42 days, or 7 after a move without a visit
-- rule:     not seen in time
--   asks:   When will the child be seen, and by whom?
--   counts: lac-visits-timely not met
-- order:    1

with moved as (
    select p.child_key, max(p.start_date) as placed_on
    from cla_placement p
    join extract x on p.start_date <= x.as_at
    group by p.child_key
),

child as (
    select c.*, x.as_at, x.as_at - cast(c.value as integer) as visit_on, i.began_on,
        greatest(coalesce(m.placed_on, i.began_on), i.began_on) as placed_on
    from cases_of('lac-visits-timely') c
    cross join extract x
    join in_care i on i.cla_id = c.case_id and i.child_key = c.child_key and i.last_day = c.on_date
    left join moved m on m.child_key = c.child_key
),

clock as (
    select c.*,
        coalesce(visit_on >= placed_on, false) as is_visited,
        case when visit_on >= placed_on then visit_on else placed_on end as starts_on,
        case when visit_on >= placed_on then visit_on + 42 else placed_on + 7 end as due_on
    from child c
)

select
    'not seen in time' as rule, child_key, case_id, team, worker, starts_on, due_on, not met as is_overdue,
    case when not met then as_at - due_on end as days_over,
    case when is_visited then null when placed_on = began_on then 'not seen since care began' else 'not seen since the move' end as detail
from clock
where not met or due_on <= day_of_number(0, -10);
