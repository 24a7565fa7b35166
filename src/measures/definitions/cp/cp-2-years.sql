-- title:       Child protection plans lasting two years or more
-- asks:        Are children kept on plans for years?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end
-- met:         open on the 730th day of the plan or later, the day it started being day 1
-- counts:      plans open at the month end
-- leaves out:  another authority's temporary plans; plans that ended by the day
-- clock:       calendar days, with the first day and the last
-- needs:       cp_plans.start_date, cp_plans.end_date (may be blank)
-- detail:      the latest category of abuse
-- note:        Plans are counted, not children; a plan that starts the day after another ended starts the clock again.
-- note:        (annex-a) Annex A cannot tell another authority's temporary plan: none is left out.
-- standard:    none: a former national indicator
-- source:      Department for Education: more than 729 days, the day of ceasing included
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      open (headline): open at the month end
-- series:      ended: ended in the month
--   placed:    flow: the day the plan ended
--   met:       ended on the 730th day of the plan or later, the day it started being day 1
--   counts:    plans that ended in the month
--   leaves out: another authority's temporary plans

with looked_at as (
    select 'open' as series, p.child_key, p.cp_plan_id, p.start_date, m.last_day as on_date, p.team, p.worker, p.category
    from our_plan p
    join reporting_month m on p.start_date <= m.last_day and (p.end_date is null or p.end_date > m.last_day)
    union all
    select 'ended', child_key, cp_plan_id, start_date, end_date, team, worker, category
    from our_plan
    where end_date is not null
)

select
    series,
    child_key,
    cp_plan_id                        as case_id,
    on_date,
    team,
    worker,
    on_date - start_date + 1 > 729    as met,
    on_date - start_date + 1          as value,
    category                          as detail
from looked_at;
