-- title:       Workers supervised in time
-- asks:        Does someone sit down with each worker, and often enough?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end
-- met:         the latest supervision was held no more than 20 working days ago; 10 in the first six months of a newly qualified worker
-- counts:      social workers with one child or more who have been in post for more than 20 working days and are not away on the day
-- leaves out:  workers away on the day or in post for 20 working days or less; managers, advisers and reviewing officers
-- clock:       working days from the latest supervision to the month end; the day after it is day 1
-- needs:       supervisions.worker, supervisions.held_on (may be blank), caseload_allocation.worker, caseload_allocation.children,
--                caseload_allocation.month_end_on
-- splits:      team, worker
-- note:        Twenty working days, whatever the calendar month. A manager on leave excuses nothing.
-- note:        This is the supervision of the worker; whether each child was talked through is management oversight.
-- note:        When someone came is known where the template posts has been loaded, and who is away where absences has been; without them everyone counts.
-- small numbers: SN3
-- standard:    none; local. Nottinghamshire asks for every four weeks, and every two at first for a newly qualified worker
-- source:      local
-- lists:       worker, workers
-- act on:      not met, longest first: not supervised in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      worker (headline): held in time
-- series:      reflective: held in time, and about how the worker works
--   act on:    not met, longest first: without reflective supervision in time
--   met:       a supervision held in that time looked at how the worker works, and not at the cases alone
--   needs:     supervisions.worker, supervisions.reflective, supervisions.held_on (may be blank), caseload_allocation.worker,
--                caseload_allocation.children, caseload_allocation.month_end_on
-- order:       8
-- why:         The line between work and oversight
-- status:      Local
-- guidance:    Nottinghamshire: every 4 weeks, newly qualified worker fortnightly first
-- reference:   Nottinghamshire supervision policy
-- breakdowns:  team, worker, locality, service, supervisor
-- start at:    green 95; amber 85
-- trap:        Worker supervision and case supervision are different
--   rule:      Two measures: the other is about each child’s record
-- trap:        Calendar month or 4 weeks
--   rule:      20 working days
-- trap:        Manager on leave
--   rule:      No exclusion
-- clock drawn: 20 working days from 2014-12-19
--   starts:    the worker is supervised
--   ends:      the worker is supervised again

with came as (
    select worker, min(coalesce(started_on, from_on)) as started_on
    from posts
    where worker is not null
    group by worker
),

away as (
    select distinct a.worker, m.last_day
    from absences a
    join reporting_month m on a.from_on <= m.last_day and (a.to_on is null or a.to_on >= m.last_day)
),

-- 20 working days are always fewer than 60 days, so earlier supervision cannot be in time.
latest as (
    select s.worker, m.last_day, max(s.held_on) as held_on, max(case when s.reflective then s.held_on end) as reflected_on
    from supervisions s
    join reporting_month m on s.held_on <= m.last_day and s.held_on > m.last_day - 60
    group by s.worker, m.last_day
),

due as (
    select
        c.worker, c.team, c.last_day, l.held_on, l.reflected_on,
        case when c.newly_qualified and (b.started_on is null or months_later(b.started_on, 6) > c.last_day) then 10 else 20 end as every
    from caseholder_month c
    left join came b on b.worker = c.worker
    left join away a on a.worker = c.worker and a.last_day = c.last_day
    left join latest l on l.worker = c.worker and l.last_day = c.last_day
    where a.worker is null and (b.started_on is null or not within_working_days(b.started_on, c.last_day, 20))
)

select
    'worker' as series, 0 as child_key, worker as case_id, last_day as on_date, team, worker,
    coalesce(within_working_days(held_on, last_day, every), false) as met, working_day_number(held_on, last_day) as value
from due
union all
select
    'reflective', 0, worker, last_day, team, worker,
    coalesce(within_working_days(reflected_on, last_day, every), false), working_day_number(reflected_on, last_day)
from due;
