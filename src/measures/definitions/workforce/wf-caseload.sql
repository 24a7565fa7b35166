-- title:       Children per social worker
-- asks:        Does anyone hold more children than they can do right by?
-- shows:       mean over workers, children per full-time worker, lower is better
-- placed:      stock: each month end
-- met:         each child held by a named worker; the figure is children divided by full-time workers
-- counts:      workers with one child or more
-- leaves out:  workers who hold no child; second workers of a child; workers away for more than 20 working days; managers
-- clock:       none
-- needs:       allocation.worker, allocation.child_key
-- splits:      team, worker
-- note:        A case is a child, not a family.
-- note:        The average hides the few who carry far too much: read it with the maximum and with the workers over their cap.
-- note:        Newly qualified workers count as others do; what they should hold is a measure of its own.
-- note:        Who is away is known where the template absences has been loaded; what an absent worker holds is to be given to others.
-- note:        (annex-a) From Annex A the as-at day alone; everyone counts as full-time; unqualified workers and managers cannot be told.
-- small numbers: SN3
-- standard:    none nationally; a local limit. Employers' standards ask for safe workloads
-- source:      Department for Education, children's social work workforce census
-- act on:      all, highest first: counted, the highest caseload first
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      mean (headline): average
--   benchmark: Work_Force_AvgNumCase_SW
--     title:   Cases for each full-time worker
--     gives:   children per full-time worker, on 30 September, to 1 decimal
--     from:    Department for Education, Children’s social work workforce
--     differs: At 30 September; the first collection on this basis was in 2017.
-- series:      median: median
--   lists:     worker, workers
--   shows:     median over workers, children per full-time worker, lower is better
--   met:       each worker with the children they hold, per full-time worker
-- series:      p90: 90th percentile
--   lists:     worker, workers
--   shows:     90th percentile over workers, children per full-time worker, lower is better
--   met:       each worker with the children they hold, per full-time worker
-- series:      max: maximum
--   lists:     worker, workers
--   shows:     maximum over workers, children, lower is better
--   met:       each worker with the number of children they hold
-- series:      managers: children held by managers
--   act on:    met, earliest first: held by managers
--   shows:     count, children, lower is better
--   met:       each child whose worker is a manager
--   leaves out: children held by social workers
--   needs:     allocation.worker, allocation.child_key, professionals.job_title
-- order:       4
-- why:         The first thing that Ofsted asked for in 2014
-- status:      Local benchmark; employer standards ask for safe workload benchmarks
-- guidance:    The department’s average caseload
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- reference:   Department for Education, children’s social work workforce census, specification
-- breakdowns:  team, worker, locality, service, grade, agency
-- trap:        A case is a child or a family
--   rule:      A child
-- trap:        Workers on long absence in the denominator
--   rule:      Left out after 20 working days; what they hold is to be given to someone
-- trap:        Zero-case workers
--   rule:      Excluded, as the department does
-- trap:        The mean hides the few: 15.2 in England, and 40 to 50 for some workers in 2014
--   rule:      Always show max and % over cap
-- trap:        Co-worked and secondary allocations double count
--   rule:      Primary only
-- trap:        Workers in their first year counted as less than one (0.6 in Devon)
--   rule:      They count as others do; what they should hold is a measure of its own
-- published:   2015-16: 16.1 children per full-time equivalent (30 Sep 2016, experimental); 15 reported for 2015
--   source:    Department for Education, Local Authority Interactive Tool, 2024
--   source:    Community Care, February 2016
-- published:   30 Sep 2025: 15.2 children per full-time equivalent
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2025: Of councils the lowest tenth are at or below 12.7, half at or below 15.2, and nine tenths at or
--              below 18.1
--   source:    Department for Education, Local Authority Interactive Tool, 2026

with manager as (
    select distinct worker from professionals where lower(job_title) like '%manager%'
),

allocated as (
    select
        a.child_key, a.worker, a.team, coalesce(nullif(a.fte, 0), 1) as fte, m.last_day, g.worker is not null as is_manager
    from allocation a
    join reporting_month m on a.from_date <= m.last_day and (a.to_date is null or a.to_date >= m.last_day)
    left join manager g on g.worker = a.worker
    where coalesce(a.qualified, true)
),

held as (
    select a.child_key, a.worker, a.team, a.fte, a.last_day
    from allocated a
    left join long_absence l on l.worker = a.worker and l.last_day = a.last_day
    where l.worker is null and not a.is_manager
),

-- The team of a worker is the one in which they hold most children.
by_team as (
    select worker, last_day, team, count(*) as children, max(fte) as fte,
        row_number() over (partition by worker, last_day order by count(*) desc, team nulls last) as nth
    from held
    group by worker, last_day, team
),

caseload as (
    select worker, last_day, cast(sum(children) as double precision) as children, max(fte) as fte,
        max(case when nth = 1 then team end) as team
    from by_team
    group by worker, last_day
)

-- Each child, with the caseload of the worker who holds it: children divided by workers is the mean, and one worker
-- is the sum of 1 / caseload over the children held.
select
    'mean' as series, h.child_key, 'al-' || h.child_key as case_id, h.last_day as on_date, h.team, h.worker, true as met,
    c.children / c.fte as value
from held h
join caseload c on c.worker = h.worker and c.last_day = h.last_day
union all
-- The others are taken over workers: one row each, about no child.
select s.series, 0, c.worker, c.last_day, c.team, c.worker, true,
    case when s.series = 'max' then c.children else c.children / c.fte end
from caseload c
cross join (select 'median' as series union all select 'p90' union all select 'max') s
union all
select 'managers', child_key, 'al-' || child_key, last_day, team, worker, true, null
from allocated
where is_manager;
