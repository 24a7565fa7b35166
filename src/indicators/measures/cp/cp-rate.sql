-- title:       Children on a child protection plan
-- asks:        How many children need protecting by a plan?
-- shows:       count, children, neither is better
-- placed:      stock: each month end
-- met:         each child with an open plan of ours at the month end
-- leaves out:  plans that ended by the day; another authority's temporary plans
-- clock:       none
-- needs:       cp_plans.start_date, cp_plans.end_date (may be blank)
-- note:        Unborn children are counted, and are in no population.
-- note:        A plan that ended before it started is an error: it is listed as one and counted nowhere.
-- note:        (annex-a) Annex A cannot tell another authority's temporary plan: none is left out.
-- standard:    none
-- source:      Department for Education, children in need census guide
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      open (headline): at the month end
-- series:      starts: plans starting
--   shows:     count, plans, neither is better
--   placed:    flow: the day the plan started
--   met:       each plan that started in the month; a plan that starts the day after another ended is a new one
-- series:      ends: plans ending
--   shows:     count, plans, neither is better
--   placed:    flow: the day the plan ended
--   met:       each plan that ended in the month

with our_plan as (
    select p.*
    from cp_plans p
    where not coalesce(p.ola, false) and (p.end_date is null or p.end_date >= p.start_date)
),

-- A child once, in the team of the latest plan.
open_plan as (
    select p.*, m.last_day, row_number() over (
        partition by p.child_key, m.last_day order by p.start_date desc, p.cp_plan_id
    ) as nth
    from our_plan p
    join reporting_month m on p.start_date <= m.last_day and (p.end_date is null or p.end_date > m.last_day)
)

select 'open' as series, child_key, cp_plan_id as case_id, last_day as on_date, team, worker, true as met, null as value
from open_plan
where nth = 1
union all
select 'starts', child_key, cp_plan_id, start_date, team, worker, true, null
from our_plan
union all
select 'ends', child_key, cp_plan_id, end_date, team, worker, true, null
from our_plan
where end_date is not null;
