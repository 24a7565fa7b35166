-- title:       Children without a social worker
-- asks:        Which children have nobody?
-- shows:       count, children, lower is better
-- placed:      stock: each month end
-- met:         each open child whom no named social worker holds: nobody at all, a duty tray, a manager for more than five working days, or someone who has left
-- leaves out:  care leavers, who have an adviser
-- clock:       working days for a manager who holds a child; the day after the child was given to them is day 1
-- needs:       allocation.worker, allocation.child_key, cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- detail:      who holds the child
-- note:        Open is looked after, on a protection plan, in need, or in assessment.
-- note:        Who has left is known where the template posts has been loaded.
-- note:        (annex-a) From Annex A the as-at day alone; a worker who is not qualified, and a manager, cannot be told from a social worker.
-- standard:    local; a child on a protection plan or looked after must have a social worker
-- source:      local
-- act on:      met, longest first: without a named social worker
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): number
-- series:      longest: longest time without one
--   act on:    all, longest first: without a named social worker
--   shows:     maximum, days, lower is better
--   met:       each such child with the days since anyone held them, or since the child was open
--   needs:     allocation.worker, allocation.child_key, involvements.start_date, cin_episodes.referral_date,
--                cin_episodes.close_date (may be blank)
--   note:      Needs every worker whom a child has had, and since when: Annex A does not say it.
-- order:       10
-- why:         The line no board should see crossed
-- status:      Local; child protection and looked-after children must have a social worker
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Team manager named to empty the list
--   rule:      Counts as unallocated after 5 working days
-- trap:        Worker left, and the allocation not ended
--   rule:      A worker who has left counts as nobody, where the template of posts has been loaded
-- clock drawn: 5 working days from 2014-12-19
--   starts:    a manager is given the child
--   ends:      a qualified social worker is
--   after:     counted as unallocated

-- A worker of whose spells in posts the last has ended with leaving.
with gone as (
    select worker, max(to_on) as left_on
    from posts
    where worker is not null
    group by worker
    having count(*) = count(to_on)
        and max(to_on) = max(case when ended_because in ('left the council', 'agency work ended') then to_on end)
),

manager as (
    select distinct worker from professionals where lower(job_title) like '%manager%'
),

-- Allocations are known from the first of them on: of Annex A that is the as-at day.
told as (
    select min(from_date) as from_on from allocation
),

-- The worker who held the child that day; an allocation that goes on has no end.
holding as (
    select o.child_key, o.last_day, a.worker, a.from_date
    from open_child_month o
    join allocation a on a.child_key = o.child_key and coalesce(a.qualified, true)
    where a.from_date <= o.last_day and coalesce(a.to_date, date '9999-12-31') >= o.last_day
),

held as (
    select
        o.*, a.worker as holder, a.from_date as held_from, g.left_on,
        case
            when a.worker is null then 'Nobody'
            when lower(a.worker) like '%duty%' or lower(a.worker) like '%unallocated%' or lower(a.worker) like '%tray%' then 'A duty tray'
            when g.left_on < o.last_day then 'Someone who has left'
            when b.worker is not null and not within_working_days(a.from_date, o.last_day, 5) then 'A manager'
        end as why
    from open_child_month o
    join told t on t.from_on <= o.last_day
    left join holding a on a.child_key = o.child_key and a.last_day = o.last_day
    left join gone g on g.worker = a.worker
    left join manager b on b.worker = a.worker
),

without as (
    select h.* from held h where h.why is not null
),

-- The last day on which a child without a worker had one.
earlier as (
    select w.child_key, w.last_day, max(a.to_date) as held_until
    from without w
    join allocation a on a.child_key = w.child_key and coalesce(a.qualified, true) and a.to_date < w.last_day
    where w.holder is null
    group by w.child_key, w.last_day
),

timed as (
    select w.*, w.last_day - case
        when w.why = 'Someone who has left' then greatest(w.left_on, w.open_since)
        when w.holder is not null then greatest(w.held_from, w.open_since)
        else greatest(coalesce(e.held_until, w.open_since), w.open_since)
    end as days
    from without w
    left join earlier e on e.child_key = w.child_key and e.last_day = w.last_day
)

select
    s.series, t.child_key, t.case_id, t.last_day as on_date, t.team, t.holder as worker, true as met,
    case when s.series = 'longest' then t.days end as value, t.why as detail
from timed t
cross join (select 'bare' as series union all select 'longest') s;
