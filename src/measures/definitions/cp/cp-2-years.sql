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
-- act on:      met, longest first: open for two years or more
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      open (headline): open at the month end
--   benchmark: CPPlans2yrsActive
--     title:   Children on a plan for two years or more on 31 March
--     gives:   %, on 31 March, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
--     differs: Published for 31 March alone; ours is for each month end.
-- series:      ended: ended in the month
--   act on:    met, longest first: ended after two years or more
--   placed:    flow: the day the plan ended
--   met:       ended on the 730th day of the plan or later, the day it started being day 1
--   counts:    plans that ended in the month
--   leaves out: another authority's temporary plans
--   benchmark: CPPlans2yrs
--     title:   Plans ended that had lasted two years or more
--     gives:   %, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
-- order:       2
-- why:         Long plans mean risk is being held, not reduced
-- status:      None
-- guidance:    Former national indicator
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Open and ended versions mixed (2.3% and 4.4%)
--   rule:      Named series
-- trap:        24 calendar months or 730 days
--   rule:      The department: more than 729 days including day of cessation
-- trap:        Small numbers swing the rate
--   rule:      Counts are shown, and no limits are drawn where numbers are small
-- published:   2014-15: Open 2.3; ended 3.7%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: Open 2.3; ended 4.4%
--   source:    Department for Education, Local Authority Interactive Tool, 2026
--   source:    Department for Education, Children in need, plans ending by duration
-- clock drawn: 729 days from 2013-04-01
--   starts:    the plan starts
--   ends:      it ends, or the month ends
--   after:     counted, on the last day already

with looked_at as (
    select 'open' as series, p.child_key, p.cp_plan_id, p.start_date, m.last_day as on_date,
        case when spells.held then h.team else p.team end as team,
        case when spells.held then h.worker else p.worker end as worker, p.category
    from our_plan p
    join reporting_month m on p.start_date <= m.last_day and (p.end_date is null or p.end_date > m.last_day)
    cross join (select count(*) > 0 as held from holder_month) spells
    left join holder_month h on h.child_key = p.child_key and h.last_day = m.last_day
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
