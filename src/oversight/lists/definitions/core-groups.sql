-- title:    Core groups
-- area:     child protection
-- answers:  team manager
-- says:     The first within 10 working days of the conference, then every six weeks
-- clock:    calendar days from the day by which it was due
-- due:      the day comes within 10 working days
-- overdue:  the day has passed, and neither it nor a later one was held
-- counted:  core group, core groups
-- rule:     not held
--   asks:   When is it, and who was not there?
--   differs: Its measure counts the core groups that fell due in the month; this list has those that are still to be held.
-- order:    5

with story as (
    select g.*, x.as_at, g.held_on is not null and g.held_on <= x.as_at as is_held,
        g.due_on < x.as_at as is_past
    from core_groups g
    cross join extract x
    where not exists (
        select 1 from cp_plans p
        where p.child_key = g.child_key and p.start_date = g.plan_started_on and p.end_date <= x.as_at
    )
),

-- One that a later one followed is no longer to be held: of those past their day the latest counts, unless it was held.
placed as (
    select s.*,
        row_number() over (partition by child_key, plan_started_on, is_past order by due_on desc, core_group_id) as from_last,
        max(case when is_held then due_on end) over (partition by child_key, plan_started_on) as last_held_due_on
    from story s
),

run as (
    select p.child_key, p.plan_started_on, count(*) as missed
    from placed p
    where p.is_past and not p.is_held and p.due_on > coalesce(p.last_held_due_on, date '0001-01-01')
    group by p.child_key, p.plan_started_on
)

select
    'not held' as rule, g.child_key, g.core_group_id as case_id, g.team, g.worker, cast(null as date) as starts_on, g.due_on,
    g.is_past as is_overdue, case when g.is_past then g.as_at - g.due_on end as days_over,
    case
        when g.is_past and r.missed = 2 then 'nor was the one before it'
        when g.is_past and r.missed > 2 then 'nor were the ' || cast(r.missed - 1 as text) || ' before it'
    end as detail
from placed g
left join run r on r.child_key = g.child_key and r.plan_started_on = g.plan_started_on
where not g.is_held and g.due_on <= day_of_number(0, -10)
    and g.due_on > coalesce(g.last_held_due_on, date '0001-01-01')
    and (not g.is_past or g.from_last = 1);
