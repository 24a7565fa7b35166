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
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      open (headline): at the month end
--   benchmark: CPP_rate
--     title:   Children with a child protection plan on 31 March
--     gives:   per 10,000, on 31 March, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
--     differs: Published for 31 March alone; ours is for each month end.
--   benchmark: CPP_Num
--     title:   Children with a child protection plan on 31 March
--     gives:   children, on 31 March, whole
--     from:    Department for Education, Characteristics of children in need
-- series:      starts: plans starting
--   shows:     count, plans, neither is better
--   placed:    flow: the day the plan started
--   met:       each plan that started in the month; a plan that starts the day after another ended is a new one
--   benchmark: CPP_Abuse_Rate
--     title:   Child protection plans started
--     gives:   per 10,000, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
--   benchmark: CPP_Abuse
--     title:   Child protection plans started
--     gives:   plans, over the year, whole
--     from:    Department for Education, Characteristics of children in need
-- series:      ends: plans ending
--   shows:     count, plans, neither is better
--   placed:    flow: the day the plan ended
--   met:       each plan that ended in the month
--   benchmark: DeRegCPR
--     title:   Child protection plans ended
--     gives:   per 10,000, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
-- order:       1
-- why:         Core risk cohort; sets conference and visit workload
-- status:      None
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Plan ending on the snapshot day
--   rule:      End date = snapshot counts as closed
-- trap:        Unborn children in numerator, not in population
--   rule:      Keep in; note
-- trap:        Other-authority temporary plans
--   rule:      Left out where the source tells them apart
-- published:   31 Mar 2015: 43.1 per 10,000 (49,690); starts 53.9; ends 52.4
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   31 Mar 2025: 40.6 per 10,000 (49,420); starts 50.8; ends 51.1
--   source:    Department for Education, Local Authority Interactive Tool, 2026
--   source:    Department for Education, Children in need, child protection plans
-- published:   2024-25: Of councils the lowest tenth are at or below 27.7, half at or below 40.4, and nine tenths at
--              or below 67.9
--   source:    Department for Education, Local Authority Interactive Tool, 2026

select 'open' as series, child_key, cp_plan_id as case_id, last_day as on_date, team, worker, true as met, null as value,
    category as detail
from our_plan_month
union all
select 'starts', p.child_key, p.cp_plan_id, p.start_date, case when spells.held then h.team else p.team end,
    case when spells.held then h.worker else p.worker end, true, null, p.category
from our_plan p
cross join (select count(*) > 0 as held from child_holder) spells
left join child_holder h on h.child_key = p.child_key and h.from_date <= p.start_date and h.to_date >= p.start_date
union all
select 'ends', child_key, cp_plan_id, end_date, team, worker, true, null, category
from our_plan
where end_date is not null;
