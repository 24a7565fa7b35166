-- title:    Core groups
-- area:     child protection
-- answers:  team manager
-- says:     The first within 10 working days of the conference, then every six weeks
-- clock:    calendar days from the day by which it was due
-- due:      the day comes within 10 working days
-- overdue:  the day has passed, and it was not held
-- counted:  core group, core groups
-- rule:     not held
--   asks:   When is it, and who was not there?
--   differs: Its measure counts the core groups that fell due in the month; this list has those that are still to be held.
-- order:    5

select
    'not held' as rule, g.child_key, g.core_group_id as case_id, g.team, g.worker, cast(null as date) as starts_on, g.due_on,
    g.due_on < x.as_at as is_overdue, case when g.due_on < x.as_at then x.as_at - g.due_on end as days_over, cast(null as text) as detail
from core_groups g
cross join extract x
where (g.held_on is null or g.held_on > x.as_at) and g.due_on <= day_of_number(0, -10)
    and not exists (
        select 1 from cp_plans p
        where p.child_key = g.child_key and p.start_date = g.plan_started_on and p.end_date < g.due_on
    );
