-- title:       Newly qualified workers within their protected cap
-- asks:        Do we give those who are new the room to learn?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end
-- met:         holds no more children than the worker's own cap
-- counts:      social workers in their assessed and supported first year with one child or more, agency workers included
-- leaves out:  those who hold no child; workers away for more than 20 working days
-- clock:       the first year ends when the council says so in the template: later, where leave has paused it
-- needs:       caseload_allocation.newly_qualified, caseload_allocation.children, caseload_allocation.month_end_on,
--                caseload_allocation.worker, caseload_allocation.cap (may be blank)
-- splits:      team, worker
-- note:        The cap is a number of children. Where the template has none it is 15, or that part of 15 which the worker works.
-- note:        The template does not say in which month of the first year someone is, nor which children they hold alone, so the rule of no court or complex case before the fourth month is not checked.
-- small numbers: SN3
-- standard:    none; the field expects a reduced caseload in the first year
-- source:      local; Ofsted's inspection of Manchester, December 2017, found 15
-- lists:       worker, workers
-- act on:      not met, highest first: above their cap
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      within_cap (headline): within the cap
-- series:      protected_time: with protected time
--   act on:    not met, earliest first: without protected time
--   met:       was given the time that the first year protects
--   needs:     none
--   not held:  Not available yet: it is captured in workforce, which is to come
-- order:       6
-- why:         The first year fails without it
-- status:      Local; sector expectation of a reduced caseload
-- guidance:    Manchester set 15 children in 2017; Devon used 60%
-- reference:   Ofsted, re-inspection of Manchester, December 2017
-- reference:   Devon County Council, answer on caseloads, 2018
-- reference:   Community Care, June 2018
-- breakdowns:  team, worker, locality, service
-- start at:    green 100; amber 90
-- trap:        A first year that leave has paused ends at twelve months all the same
--   rule:      The first year ends when the council’s template says so
-- trap:        Agency newly qualified workers
--   rule:      Included
-- trap:        Cap is a percentage or a number
--   rule:      A number of children; where the template has none it is 15, by the time worked

select
    'within_cap' as series, 0 as child_key, worker as case_id, last_day as on_date, team, worker,
    children <= coalesce(cap, ceil(15 * fte)) as met, children as value
from caseholder_month
where newly_qualified;
