-- title:       Core groups held on time
-- asks:        Do the people around the child meet to work the plan?
-- shows:       rate, %, higher is better
-- placed:      flow: the day by which the core group was due
-- met:         it was held on or before the day by which it was due
-- counts:      core groups due in the month, one for each child
-- leaves out:  those due after the plan ended; those that are to come
-- clock:       the first within 10 working days of the initial conference, then every six weeks, as the template has it
-- needs:       core_groups.due_on, core_groups.held_on (may be blank)
-- detail:      which core group it was
-- note:        Brothers and sisters share a meeting: it counts once for each child.
-- note:        A core group should be written up within 10 working days. Nothing loaded says when it was, so one that was
--                held counts as held.
-- note:        One without a day on which it was held was not held.
-- standard:    Working Together to Safeguard Children: the first within 10 working days; every six weeks after is local
-- source:      Working Together to Safeguard Children; the council's own standard
-- act on:      not met, longest first: not held in time
--   due:       the day
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       6
-- why:         Core groups are where the plan is worked
-- status:      Statutory guidance for first (10 working days); local after
-- guidance:    Working Together
-- reference:   Working Together to Safeguard Children
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        One group for siblings
--   rule:      One meeting, counted per child
-- trap:        Held but not minuted
--   rule:      The day it was held counts: no file says when it was written up
-- clock drawn: 10 working days from 2014-12-19
--   starts:    the conference is held
--   ends:      the first core group is held
-- clock drawn: 42 days from 2015-01-07
--   starts:    a core group is held
--   ends:      the next is held

select
    'bare'                               as series,
    g.child_key,
    g.core_group_id                      as case_id,
    g.due_on                             as on_date,
    g.team,
    g.worker,
    coalesce(g.held_on <= g.due_on and g.held_on <= x.as_at, false) as met,
    g.held_on - g.due_on                 as value,
    case
        when within_working_days(g.plan_started_on, g.due_on, 10) then 'the first after the conference'
        else 'a later one'
    end                                  as detail
from core_groups g
cross join extract x
where not exists (
    select 1 from cp_plans p
    where p.child_key = g.child_key and p.start_date = g.plan_started_on and p.end_date < g.due_on
);
