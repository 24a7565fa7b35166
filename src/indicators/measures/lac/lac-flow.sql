-- title:       Entries to and exits from care
-- asks:        Why does the number of children in our care move?
-- shows:       count, children, neither is better
-- placed:      flow: the day the period of care began
-- met:         each period of care that began in the month
-- leaves out:  a return the day after leaving; short breaks (V3, V4)
-- clock:       none
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status
-- note:        Every start counts; the published figures count a child's first start in the year alone.
-- note:        (annex-a) Annex A has the latest legal status alone, taken as true of the whole period.
-- standard:    none
-- source:      Department for Education, guide to the looked-after children return (SSDA903)
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      starts (headline): entries
-- series:      ends: exits
--   placed:    flow: the day the period of care ended, or the 18th birthday if that came first
--   met:       each period of care that ended in the month
-- series:      net: entries less exits
--   shows:     difference, children, neither is better
--   placed:    flow: the day the period of care began or ended
--   met:       entries count as one, exits as one less

-- The first row of a whole period gives the team of its entry, the last that of its exit.
with in_order as (
    select c.*,
        row_number() over (partition by child_key, nth order by start_date, cla_id)           as from_first,
        row_number() over (partition by child_key, nth order by start_date desc, cla_id desc) as from_last
    from care_period c
),

movement as (
    select 'starts' as series, child_key, cla_id, began_on as on_date, began_on as status_on, team, worker, 1 as value
    from in_order
    where from_first = 1
    union all
    -- The status of the last night decides whether it was a short break that ended.
    select 'ends', i.child_key, i.cla_id, i.ended_on, greatest(i.ended_on - 1, i.began_on), i.team, i.worker, -1
    from in_order i
    cross join extract x
    where from_last = 1 and i.ended_on <= x.as_at
),

counted as (
    select v.*
    from movement v
    where not exists (
        select 1 from short_break b
        where b.child_key = v.child_key
            and (b.cla_id is null or b.cla_id = v.cla_id)
            and (b.start_date is null or b.start_date <= v.status_on)
            and (b.end_date is null or b.end_date > v.status_on)
    )
)

select series, child_key, cla_id as case_id, on_date, team, worker, true as met, null as value
from counted
union all
select 'net', child_key, cla_id, on_date, team, worker, true, value
from counted;
