-- title:       Three or more social workers in the year
-- asks:        How many children have had to get to know one social worker after another?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end, and the twelve months to it
-- met:         three or more different social workers held the child in the twelve months to the month end, time before care counted
-- counts:      children looked after at the month end
-- leaves out:  short breaks; workers other than the child's own; team and duty queues; the same worker a second time
-- clock:       none
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, involvements.worker, involvements.start_date,
--                involvements.end_date (may be blank)
-- limits:      do not apply: each point shares eleven months with the next
-- note:        There is no figure before the files hold the twelve months that it looks back on.
-- note:        The child's own worker is the one whom the case system calls allocated. A worker counts who has a registration number, where the source has those of any.
-- standard:    none; published for each authority
-- source:      Department for Education, guide to the looked-after children return (SSDA903), social workers of the child
-- act on:      met, highest first: with three or more social workers
-- version:     1 (2014-04-01)   look again: 2027-11
-- benchmark:   Stability_SocialWorker
--   title:     Children with three or more social workers in the year
--   gives:     %, on 31 March, whole
--   from:      Department for Education, Children looked after in England
-- order:       15
-- why:         Relationships are the service
-- status:      None
-- guidance:    A measure of the department
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        A-B-A counts 2, not 3
--   rule:      Unique workers
-- trap:        Duty or team-queue ’workers’
--   rule:      Named people only
-- trap:        Includes time before care
--   rule:      As the department does
-- published:   2023-24: 27%
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2023-24: Of councils the lowest tenth are at or below 15, half at or below 26.5, and nine tenths at or
--              below 38
--   source:    Department for Education, Local Authority Interactive Tool, 2026

with registration as (
    select count(*) > 0 as is_held from professionals where registered
),

own_worker as (
    select distinct v.child_key, v.worker, v.start_date, v.end_date
    from involvements v
    cross join registration r
    where v.is_primary and v.worker is not null and (v.end_date is null or v.end_date >= v.start_date)
        and (not r.is_held or exists (select 1 from professionals p where p.worker = v.worker and p.registered))
),

workers as (
    select i.child_key, i.last_day, count(distinct w.worker) as workers
    from in_care i
    join own_worker w on w.child_key = i.child_key
        and w.start_date <= i.last_day
        and coalesce(w.end_date, date '9999-12-31') > months_later(i.last_day, -12)
    group by i.child_key, i.last_day
)

select
    'bare'     as series,
    i.child_key,
    i.cla_id   as case_id,
    i.last_day as on_date,
    i.team,
    i.worker,
    coalesce(w.workers, 0) >= 3 as met,
    w.workers  as value
from in_care i
left join workers w on w.child_key = i.child_key and w.last_day = i.last_day
where i.year_is_held;
