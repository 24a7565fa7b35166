-- title:       Workers over their caseload cap
-- asks:        How many of our workers hold more than we said they should?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end
-- met:         holds more children than the worker's own cap
-- counts:      social workers with one child or more and a cap
-- leaves out:  workers who hold no child, or have no cap; workers away for more than 20 working days; managers, advisers and reviewing officers
-- clock:       none
-- needs:       caseload_allocation.children, caseload_allocation.cap, caseload_allocation.month_end_on, caseload_allocation.worker
-- splits:      team, worker
-- note:        The cap is the one that the template gives for this worker at that month end: for the kind of team and experience, and already for the hours they work. A cap that changes later does not change earlier months.
-- small numbers: SN3
-- standard:    none; caps are set locally by kind of team
-- source:      local
-- lists:       worker, workers
-- act on:      met, highest first: above their cap
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): share
-- series:      count: number
--   shows:     count, workers, lower is better
-- series:      above: children held above the caps
--   act on:    all, highest first: counted, the furthest above first
--   shows:     total, children, lower is better
--   met:       children that each worker holds above the cap
-- order:       5
-- why:         Average is not protection
-- status:      Local
-- guidance:    Caps are local, by kind of team
-- breakdowns:  team, worker, locality, service, grade
-- start at:    green 5; amber 15
-- trap:        Cap not scaled by full-time equivalent
--   rule:      Scaled: 0.6 full-time equivalent has 0.6 of cap, rounded up
-- trap:        Cap changed to make the figure green
--   rule:      Each month end has the cap of its own day

with capped as (
    select c.*, children > cap as met, greatest(children - cap, 0) as above
    from caseholder_month c
    where cap is not null
)

select
    s.series, 0 as child_key, c.worker as case_id, c.last_day as on_date, c.team, c.worker, c.met,
    case when s.series = 'above' then c.above else c.children end as value
from capped c
cross join (select 'bare' as series union all select 'count' union all select 'above') s
where s.series <> 'above' or c.met;
