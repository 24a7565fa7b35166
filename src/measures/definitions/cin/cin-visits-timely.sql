-- title:       Visits to children in need within 20 working days
-- asks:        Is every child with a plan of help still being seen?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end
-- met:         the child was seen, and the month end is no later than the 20th working day after it
-- counts:      children who have been on a child in need plan, or assessed as needing one, for 20 working days
-- leaves out:  children in the cohort for less than 20 working days; those looked after or on a child protection plan
-- clock:       working days from the day the child was last seen; the day after it is day 1; a month end on a weekend falls on
--                the next working day
-- needs:       cin_episodes.referral_date, cin_episodes.last_seen_date (annex-a), cin_visits.visit_date (ssd; cin-census),
--                cin_visits.seen (ssd; cin-census)
-- detail:      whether it is a disabled child's plan
-- note:        Four weeks here is 20 working days: not 28 days, and not a calendar month.
-- note:        A visit counts when the child was seen; a blank is not seen. A visit of any kind counts, as of the time on a
--                protection plan before; the standard is that of the plan the child is on now.
-- note:        A child who has not been seen once is not met, from the 20th working day in the cohort on.
-- note:        A disabled child's lighter plan may have a standard of its own: it is shown apart, by the same 20 days.
-- note:        What is recorded late is in the figure once it is known: past months move.
-- note:        (annex-a) Annex A has the day the child was last seen alone: the as-at day only.
-- standard:    local: 20 working days. There is none nationally; others see every 4 to 6 weeks
-- source:      Sefton and Knowsley children in need procedures; the council's own standard
-- act on:      not met, longest first: not seen in time
--   limit:     20 working days
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): seen in time at the month end
-- series:      flow: visits due in the month, made in time
--   act on:    not met, longest first: not made in time
--     limit:     20 working days
--   placed:    flow: the day by which the visit was due
--   met:       the child was seen on or before the 20th working day after the visit before, or after the plan began
--   counts:    visits that fell due in the month to children then on a child in need plan, or assessed as needing one
--   leaves out: visits that fell due after the child had left the cohort
--   clock:     working days from the visit before, or from the day the child came into the cohort
--   needs:     cin_visits.visit_date, cin_visits.seen
--   sources:   ssd
-- order:       4
-- why:         Drift shows first in visits
-- status:      Local
-- guidance:    No national frequency. Sefton reviews every 4 weeks; Knowsley’s minimum was 6-weekly
-- reference:   Sefton children’s services procedures
-- reference:   Knowsley children’s procedures, 2018
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 90; amber 80
-- trap:        4 weeks as 28 days, 20 working days or a calendar month
--   rule:      20 working days default, stated on the chart
-- trap:        Snapshot (is it overdue now) or period (share of due visits on time)
--   rule:      The day is the headline
-- trap:        Visit counted though child not seen
--   rule:      Seen only
-- trap:        The day last seen taken from any kind of visit
--   rule:      Any visit by the council at which the child was seen counts; how often follows what the child is now
-- trap:        Late recording
--   rule:      Each month is kept as it was reported and as it is known now
-- clock drawn: 20 working days from 2014-12-19
--   starts:    the child is last seen
--   ends:      the child is seen again

with held as (
    select count(*) > 0 as visits from carried where field = 'cin_visits.visit_date'
),

looked_at as (
    select c.*
    from cin_plan_month c
    cross join extract x
    cross join held
    where working_days_passed(c.entered_on, c.last_day) >= 20 and (held.visits or c.last_day = x.as_at)
),

latest as (
    select c.child_key, c.last_day, max(v.seen_on) as seen_on
    from looked_at c
    join seen_visit v on v.child_key = c.child_key
    where v.seen_on <= c.last_day
    group by c.child_key, c.last_day
),

-- Each visit, and the day the child came into the cohort, sets the day of the next.
set_off as (
    select child_key, from_date, to_date, episode_id, team, worker, kind_of_plan, from_date as set_on
    from cin_plan_spell
    union
    select s.child_key, s.from_date, s.to_date, s.episode_id, s.team, s.worker, s.kind_of_plan, v.seen_on
    from cin_plan_spell s
    join seen_visit v on v.child_key = s.child_key
    where v.seen_on > s.from_date and (s.to_date is null or v.seen_on < s.to_date)
),

due as (
    select s.*, day_20.day as due_on,
        lead(s.set_on) over (partition by s.child_key, s.from_date order by s.set_on) as next_on
    from set_off s
    cross join extract x
    join calendar began on began.day = s.set_on
    join calendar day_20 on day_20.is_working_day and day_20.working_days = began.working_days + 20
    -- What was set off before the days that the source promises may have been followed by a visit that it no longer has.
    where x.window_from is null or s.set_on >= x.window_from
)

select
    'bare' as series, c.child_key, c.case_id, c.last_day as on_date, c.team, c.worker,
    coalesce(within_working_days(l.seen_on, c.last_day, 20), false) as met,
    working_day_number(l.seen_on, c.last_day) as value, c.kind_of_plan as detail
from looked_at c
left join latest l on l.child_key = c.child_key and l.last_day = c.last_day
union all
select
    'flow', child_key, coalesce(episode_id, 'child-' || child_key) || '-' || due_on, due_on, team, worker,
    coalesce(next_on <= due_on, false), working_day_number(set_on, next_on), kind_of_plan
from due
where to_date is null or to_date > due_on;
