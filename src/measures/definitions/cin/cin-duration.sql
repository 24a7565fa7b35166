-- title:       Long child in need plans
-- asks:        Are children helped, or only kept on plans?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end
-- met:         the plan that is open began more than 12 months before
-- counts:      children on a child in need plan, or assessed as needing one
-- leaves out:  children looked after or on a child protection plan; those of 18 or over
-- clock:       calendar months from the start of the plan
-- needs:       cin_plans.start_date, cin_plans.end_date (may be blank), cin_assessments.auth_date (may be blank)
-- detail:      whether it is a disabled child's plan
-- note:        A disabled child's plan of short breaks may rightly be long: it is shown apart.
-- note:        A child who comes off a child protection plan has a new plan, and its clock starts again: read it with the
--                series that runs from the day the case opened.
-- note:        (annex-a) Annex A says who is in need and not when a plan began.
-- standard:    local: plans of 12 weeks to 6 months are common
-- source:      Department for Education, children in need statistics; the council's own standard
-- act on:      met, longest first: open for too long
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      gt12 (headline): over 12 months
--   act on:    met, longest first: open over 12 months
-- series:      gt24: over 24 months
--   act on:    met, longest first: open over 24 months
--   met:       the plan that is open began more than 24 months before
-- series:      involved_gt12: over 12 months of involvement
--   act on:    met, longest first: open over 12 months
--   met:       the case has been open for more than 12 months, whatever plans there were
--   clock:     calendar months from the day the case opened
--   needs:     cin_episodes.referral_date, cin_episodes.close_date (may be blank), cin_assessments.outcome_nfa (annex-a),
--                cin_plans.start_date (ssd; cin-census)
-- series:      episode_gt24: open over 24 months, every open case
--   act on:    met, longest first: open over 24 months
--   met:       the case has been open for more than 24 months
--   counts:    children with an open episode of need, those looked after and on a child protection plan too
--   leaves out: episodes closed by the day
--   clock:     calendar months from the day the case opened
--   needs:     cin_episodes.referral_date, cin_episodes.close_date (may be blank)
--   note:      This is the Department's figure: it runs from the referral and has every open case in it. The figures of
--                plans are never to be held against it.
--   benchmark: CINTime2more
--     title:   Children in need for two years or more
--     gives:   %, on 31 March, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
--     differs: Published for 31 March alone; ours is for each month end.
-- order:       6
-- why:         Long plans with no change are drift or hidden child protection
-- status:      Local
-- guidance:    12-week to 6-month planning models are common
-- reference:   Sefton children’s services procedures
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        The department’s duration runs from referral and covers all children in need including looked after,
--              so 31-36% exceed two years
--   rule:      Never benchmark the plan series with it
-- trap:        Step-down from child protection restarts the clock
--   rule:      It does, for the plan; the whole time open is shown with it
-- published:   31 Mar 2015: 31.2% of open children in need on the census over 2 years; under 3m 25.3, 3-6m 12.5,
--              6-12m 14.9, 1-2y 16.1
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   31 Mar 2025: 35.6%; under 3m 26.7, 3-6m 11.0, 6-12m 13.1, 1-2y 13.7
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 26.9, half at or below 35.7, and nine tenths at
--              or below 43.5
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- clock drawn: 12, 24 months from 2014-01-31
--   starts:    the plan starts
--   ends:      it ends
--   after:     counted

-- The plan that is open at the month end; of several the one that started last.
with planned as (
    select c.child_key, c.last_day, max(p.start_date) as start_date
    from cin_plan_month c
    join cin_plans p on p.child_key = c.child_key
    where p.start_date <= c.last_day and (p.end_date is null or p.end_date > c.last_day)
    group by c.child_key, c.last_day
),

looked_at as (
    select case limits.months when 12 then 'gt12' else 'gt24' end as series, limits.months,
        c.child_key, c.case_id, c.last_day, c.team, c.worker, p.start_date as began_on, c.kind_of_plan
    from cin_plan_month c
    left join planned p on p.child_key = c.child_key and p.last_day = c.last_day
    cross join (select 12 as months union all select 24) limits
    union all
    select 'involved_gt12', 12, child_key, case_id, last_day, team, worker, referral_date, kind_of_plan
    from cin_plan_month
    union all
    select 'episode_gt24', 24, child_key, episode_id, last_day, team, worker, referral_date,
        case when primary_need_code = 'N2' then 'a disabled child’s plan' else 'other plans' end
    from open_case_month
)

select
    series, child_key, case_id, last_day as on_date, team, worker,
    coalesce(last_day > months_later(began_on, months), false) as met,
    last_day - began_on as value,
    kind_of_plan as detail
from looked_at;
