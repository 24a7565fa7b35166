-- title:       Children adopted
-- asks:        How many children leave our care for a family for good?
-- shows:       count, children, neither is better
-- placed:      flow: the day of the adoption order
-- met:         each child adopted from care in the month
-- leaves out:  children adopted who were not looked after by us
-- clock:       none
-- needs:       permanence.adoption_order_date
-- note:        Read the number first: the share falls when more teenagers leave care.
-- standard:    none
-- source:      Department for Education, guide to the looked-after children return (SSDA903): reasons E11 and E12
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): number
--   benchmark: No_of LAC Adopted
--     title:   Looked after children adopted in the year
--     gives:   children, over the year, whole
--     from:    Department for Education, Children looked after in England
--     differs: Ours is each month’s; published are those of the year to 31 March.
--   benchmark: %_of LAC Adopted
--     title:   Children who ceased to be looked after and were adopted
--     gives:   %, over the year, whole
--     from:    Department for Education, Children looked after in England
-- series:      share: of those who left care
--   shows:     rate, %, neither is better
--   placed:    flow: the day the period of care ended, or the 18th birthday if that came first
--   met:       care ended with an adoption: reason E11 or E12
--   counts:    periods of care that ended in the month
--   leaves out: short breaks (V3, V4); a return the day after leaving
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), cla_periods.end_reason (may be blank),
--                legal_status.legal_status
-- order:       8
-- why:         Volume as well as speed
-- status:      None
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Share falls when more teenagers leave care
--   rule:      Show count first
-- published:   2014-15: 5,360 (17%)
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 3,040 (9%)
--   source:    Department for Education, Local Authority Interactive Tool, 2026

-- The last row of a whole period has the reason it ended for.
with exit_from_care as (
    select c.*, row_number() over (partition by child_key, nth order by start_date desc, cla_id desc) as from_last
    from care_period c
    cross join extract x
    where c.ended_on <= x.as_at
)

select 'bare' as series, child_key, case_id, adopted_on as on_date, team, worker, true as met, null as value
from adoption_path
where adopted_on is not null
union all
select
    'share', e.child_key, e.cla_id, e.ended_on, e.team, e.worker, coalesce(p.end_reason in ('E11', 'E12'), false), null
from exit_from_care e
join cla_periods p on p.cla_id = e.cla_id and p.child_key = e.child_key
where e.from_last = 1 and not exists (
    select 1 from short_break b
    where b.child_key = e.child_key
        and b.start_date <= greatest(e.ended_on - 1, e.began_on)
        and b.end_date > greatest(e.ended_on - 1, e.began_on)
);
