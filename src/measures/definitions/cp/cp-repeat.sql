-- title:       Second or subsequent child protection plans
-- asks:        Did the change last after the first plan ended?
-- shows:       rate, %, lower is better
-- placed:      flow: the day the new plan started
-- met:         the child had an earlier plan of ours, however long ago
-- counts:      plans that started in the month
-- leaves out:  another authority's temporary plans, and plans in another authority before
-- clock:       none
-- needs:       cp_plans.start_date, cp_plans.previous_plans (annex-a; cin-census)
-- detail:      the latest category of abuse
-- note:        Plans are counted, not children.
-- note:        A plan that ended before it started is an error: it is listed as one and counted nowhere.
-- note:        (annex-a, cin-census) This is the case system's own count of earlier plans; a blank counts as none.
-- note:        (ssd) In the years held: an earlier plan that the table no longer holds is not seen.
-- standard:    none
-- source:      Department for Education, children in need census guide
-- act on:      met, highest first: with an earlier plan
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      ever (headline): ever
--   benchmark: PrevRegCPR
--     title:   Plans started that were a second or later plan
--     gives:   %, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
--   benchmark: ReRegCPR
--     title:   Plans started that were a second or later plan
--     gives:   plans, over the year, whole
--     from:    Department for Education, Characteristics of children in need
-- series:      24m: within 24 months
--   met:       the child's earlier plan ended no more than 24 calendar months before the new one started
--   clock:     calendar months from the end of the earlier plan
--   needs:     cp_plans.start_date, cp_plans.end_date (may be blank)
--   sources:   ssd
--   note:      Annex A holds a count of earlier plans and not when they ended.
-- series:      rolling12: in the twelve months to the month end
--   placed:    stock: each month end, of the plans that started in the twelve months to it
--   counts:    plans that started in the twelve months to the month end
--   limits:    do not apply: each point shares eleven months with the next
-- order:       3
-- why:         Shows whether change lasted
-- status:      None
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        A source of six years cannot say ever
--   rule:      The case system’s own count is used where there is one; elsewhere it is said to be of the years held
-- trap:        Previous plans in another authority
--   rule:      Not counted
-- trap:        Old child protection register spells
--   rule:      Counted
-- published:   2014-15: 16.6% ever
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: 24.5% ever
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 16.3, half at or below 24.3, and nine tenths at
--              or below 31.0
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- clock drawn: 24 months from 2014-02-28
--   starts:    the earlier plan ends
--   ends:      the new one starts
--   after:     not counted

with beside_earlier as (
    select p.*,
        max(p.start_date) over earlier as earlier_start,
        max(p.end_date) over earlier   as earlier_end
    from our_plan p
    window earlier as (
        partition by p.child_key order by p.start_date, p.cp_plan_id
        rows between unbounded preceding and 1 preceding
    )
),

-- In the team that held the child on the day the plan started.
started as (
    select b.child_key, b.cp_plan_id, b.start_date, b.previous_plans, b.category, b.earlier_end,
        case when spells.held then h.team else b.team end as team,
        case when spells.held then h.worker else b.worker end as worker,
        case when counted.by_system then coalesce(previous_plans >= 1, false) else earlier_start is not null end as is_repeat
    from beside_earlier b
    cross join (select count(*) > 0 as by_system from carried where field = 'cp_plans.previous_plans') counted
    cross join (select count(*) > 0 as held from child_holder) spells
    left join child_holder h on h.child_key = b.child_key and h.from_date <= b.start_date and h.to_date >= b.start_date
)

select
    'ever' as series, child_key, cp_plan_id as case_id, start_date as on_date, team, worker, is_repeat as met,
    previous_plans as value, category as detail
from started
union all
select
    '24m', child_key, cp_plan_id, start_date, team, worker,
    coalesce(start_date <= months_later(earlier_end, 24), false),
    null, category
from started
union all
-- A plan counts in every twelve months that hold its start. A year that begins before the source's window is left out.
select 'rolling12', s.child_key, s.cp_plan_id, m.last_day, s.team, s.worker, s.is_repeat, s.previous_plans, s.category
from started s
join reporting_month m on s.start_date between months_later(m.first_day, -11) and m.last_day
join extract x on x.window_from is null or x.window_from <= months_later(m.first_day, -11);
