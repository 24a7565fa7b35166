-- title:       Children per independent reviewing officer
-- asks:        Do reviewing officers have the time to challenge?
-- shows:       ratio over the rest, children per full-time officer, lower is better
-- placed:      stock: each month end
-- met:         children allocated to independent reviewing officers
-- counts:      full-time equivalents of those officers
-- leaves out:  conference chairs who are not reviewing officers; children whom no officer holds
-- clock:       none
-- needs:       caseload_allocation.children, caseload_allocation.role, caseload_allocation.month_end_on,
--              caseload_allocation.fte (may be blank)
-- splits:      worker
-- note:        An officer who also chairs conferences has both kinds of children in the total; each kind is shown apart.
-- note:        A blank full-time equivalent counts as 1.
-- small numbers: SN3
-- standard:    IRO Handbook: 50 to 70 children for a full-time officer
-- source:      Department for Children, Schools and Families, IRO Handbook, 2010
-- lists:       officer, officers
-- act on:      met, highest first: counted, the highest caseload first
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): all
-- series:      looked_after: looked-after children whose care they review
--   met:       looked-after children allocated to independent reviewing officers
--   needs:     caseload_allocation.looked_after, caseload_allocation.role, caseload_allocation.month_end_on,
--                caseload_allocation.fte (may be blank)
-- series:      on_plan: children on protection plans whose conferences they chair
--   met:       children on protection plans allocated to independent reviewing officers
--   needs:     caseload_allocation.on_protection_plan, caseload_allocation.role, caseload_allocation.month_end_on,
--                caseload_allocation.fte (may be blank)
-- order:       6
-- why:         Overloaded reviewing officers cannot challenge
-- status:      Statutory guidance
-- guidance:    IRO Handbook: 50 to 70 children for a full-time officer
-- breakdowns:  reviewing officer
-- trap:        Chairs who also review mix two caseloads
--   rule:      Report both, total weighted

-- The last day of each month that the file has.
with counted as (
    select c.*, m.last_day, dense_rank() over (partition by m.month order by c.month_end_on desc) as nth_day
    from caseload_allocation c
    join reporting_month m on c.month_end_on between m.first_day and m.last_day
    where lower(c.role) like '%reviewing officer%' and c.worker is not null
),

officer as (
    select worker, team, last_day, coalesce(nullif(fte, 0), 1) as fte, children, looked_after, on_protection_plan
    from counted
    where nth_day = 1
),

held as (
    select 'bare' as series, worker, team, last_day, fte, children from officer
    union all
    select 'looked_after', worker, team, last_day, fte, looked_after from officer
    union all
    select 'on_plan', worker, team, last_day, fte, on_protection_plan from officer
)

-- The numerator and the denominator.
select series, 0 as child_key, worker || ' children' as case_id, last_day as on_date, team, worker, true as met, children as value
from held
union all
select series, 0, worker || ' full-time', last_day, team, worker, false, fte
from held;
