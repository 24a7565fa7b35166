-- title:       Children on a child protection plan
-- asks:        How many children need protecting by a plan?
-- shows:       count, children, neither is better
-- placed:      stock: each month end
-- met:         each child with an open plan of ours at the month end
-- leaves out:  plans that ended by the day; another authority's temporary plans
-- clock:       none
-- needs:       cp_plans.start_date, cp_plans.end_date (may be blank)
-- detail:      the latest category of abuse
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

select 'open' as series, child_key, cp_plan_id as case_id, last_day as on_date, team, worker, true as met, null as value,
    category as detail
from our_plan_month
union all
select 'starts', child_key, cp_plan_id, start_date, team, worker, true, null, category
from our_plan
union all
select 'ends', child_key, cp_plan_id, end_date, team, worker, true, null, category
from our_plan
where end_date is not null;
