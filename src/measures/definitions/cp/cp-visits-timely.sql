-- title:       Child protection visits within 10 working days
-- asks:        Is every child on a plan seen as often as the plan says?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end
-- met:         the child was seen at a visit of the plan, and the month end is no later than the 10th working day after it
-- counts:      children whose plan is open at the month end and has been for 10 working days
-- leaves out:  plans younger than 10 working days; visits before the plan; another authority's temporary plans
-- clock:       working days from the latest visit that saw the child; the day after it is day 1; a month end on a weekend
--                falls on the next working day
-- needs:       cp_visits.visit_date, cp_plans.start_date, cp_plans.end_date (may be blank), cp_visits.seen (ssd)
-- detail:      the latest category of abuse
-- note:        A visit counts when the child was seen; where two of one day differ, the better counts. A blank is not seen.
-- note:        No child is left out for being away: in hospital or abroad, the child was not seen.
-- note:        10 working days for all: no source says whose plan asks for a visit every four weeks. A child who is also
--                looked after keeps the standard of the plan, which is the stricter.
-- note:        (annex-a) Annex A has the latest visit alone, taken as one that saw the child: the as-at day only.
-- standard:    local: 10 working days. There is none nationally; every two and every four weeks are both common
-- source:      Working Together to Safeguard Children; the council's own standard
-- act on:      not met, longest first: not seen in time
--   limit:     10 working days
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      seen (headline): seen in time
-- series:      alone: seen alone at the latest visit
--   act on:    not met, longest first: not seen alone
--   met:       the child was seen alone at the latest visit that saw the child, in time or not
--   clock:     none
--   needs:     cp_visits.seen_alone, cp_visits.visit_date, cp_plans.start_date, cp_plans.end_date (may be blank), cp_visits.seen (ssd)
--   note:      A blank is not alone.
-- order:       5
-- why:         The most watched weekly number in an inadequate council
-- status:      Local
-- guidance:    No national interval; 2-weekly and 4-weekly both common
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 92; amber 85
-- trap:        10 working days, 14 days or 15 days
--   rule:      10 working days, printed on chart
-- trap:        Visits before plan start counted
--   rule:      Only visits during the plan
-- trap:        Two visits same day, one with child not seen
--   rule:      Best outcome of the day
-- trap:        Child away (hospital, abroad)
--   rule:      Nobody is left out for being away
-- clock drawn: 10 working days from 2014-12-19
--   starts:    the child is last seen
--   ends:      the child is seen again

-- Of several visits on one day, whether the child was seen alone at any.
with seen_on_day as (
    select v.child_key, v.cp_plan_id, v.visit_date, bool_or(coalesce(v.seen_alone, false)) as alone
    from cp_visits v
    cross join (select count(*) > 0 as said from carried where field = 'cp_visits.seen') seen
    where v.seen or not seen.said
    group by v.child_key, v.cp_plan_id, v.visit_date
),

looked_at as (
    select o.*
    from our_plan_month o
    cross join extract x
    cross join (select count(*) > 0 as said from carried where field = 'cp_visits.seen') seen
    where working_days_passed(o.start_date, o.last_day) >= 10 and (seen.said or o.last_day = x.as_at)
),

latest as (
    select o.cp_plan_id, o.last_day, max(v.visit_date) as seen_on
    from looked_at o
    join seen_on_day v on v.child_key = o.child_key
    where (v.cp_plan_id = o.cp_plan_id or v.cp_plan_id is null) and v.visit_date between o.start_date and o.last_day
    group by o.cp_plan_id, o.last_day
),

seen as (
    select o.*, l.seen_on, coalesce(bool_or(v.alone), false) as alone
    from looked_at o
    left join latest l on l.cp_plan_id = o.cp_plan_id and l.last_day = o.last_day
    left join seen_on_day v on v.child_key = o.child_key and v.visit_date = l.seen_on
    group by o.cp_plan_id, o.child_key, o.last_day, o.start_date, o.end_date, o.category, o.team, o.worker, l.seen_on
)

select
    'seen' as series, child_key, cp_plan_id as case_id, last_day as on_date, team, worker,
    coalesce(within_working_days(seen_on, last_day, 10), false) as met,
    working_day_number(seen_on, last_day) as value, category as detail
from seen
union all
select 'alone', child_key, cp_plan_id, last_day, team, worker, alone, null, category
from seen;
