-- title:       Three or more placements in the year
-- asks:        How many children have had to move again and again?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end, and the twelve months to it
-- met:         lived with three or more carers, one after another, in the twelve months to the month end; the one with whom they began counts
-- counts:      children looked after at the month end
-- leaves out:  short breaks; a new legal status, or a new status of the placement, with the same carer; a move of 7 days or less and back
-- clock:       none
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status,
--                cla_periods.placements_12_months (annex-a), cla_placement.start_date (ssd; ssda903), cla_placement.end_date (ssd; ssda903; may be blank)
-- limits:      do not apply: each point shares eleven months with the next
-- note:        There is no figure before the files hold the twelve months that it looks back on.
-- note:        The published definition changed: figures for England compare from 2016 on.
-- note:        (annex-a) The as-at day alone, by the case system's own count on the row: whether that left out short moves is not known.
-- standard:    none; published for each authority
-- source:      Department for Education, children looked after in England, placement stability
-- act on:      met, highest first: with three or more placements
-- version:     1 (2014-04-01)   look again: 2027-11
-- benchmark:   LACStable_2016on
--   title:     Children with three or more placements in the year
--   gives:     %, on 31 March, whole
--   from:      Department for Education, Children looked after in England
-- order:       6
-- why:         Instability predicts poor outcomes
-- status:      None
-- guidance:    A measure of the department
-- reference:   Department for Education, Children’s Social Care Dashboard, April 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Counting episodes, not placements: legal status changes (L) are not moves
--   rule:      The first, and moves; a change of legal status with the same carer is no move
-- trap:        Placement in force at the start of the window counts
--   rule:      Yes
-- trap:        Missing, hospital, holiday and temporary moves
--   rule:      Temporary moves of 7 days or less with return are excluded
-- trap:        Definition changed: comparable from 2016
--   rule:      No earlier benchmark
-- published:   2015-16: 10% (year to March 2016, first comparable)
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 10%; 11% in 2023-24
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 7, half at or below 10, and nine tenths at or
--              below 14
--   source:    Department for Education, Local Authority Interactive Tool, 2026

with counted_by_system as (
    select count(*) > 0 as is_held from carried where field = 'cla_periods.placements_12_months'
),

carers as (
    select i.child_key, i.last_day, count(*) as carers
    from in_care i
    cross join counted_by_system c
    join carer_spell s on s.child_key = i.child_key
        and s.from_on <= i.last_day
        and coalesce(s.until_on, date '9999-12-31') > months_later(i.last_day, -12)
    where not c.is_held
    group by i.child_key, i.last_day
)

select
    'bare'     as series,
    i.child_key,
    i.cla_id   as case_id,
    i.last_day as on_date,
    i.team,
    i.worker,
    coalesce(case when s.is_held then c.placements_12_months else n.carers end, 0) >= 3 as met,
    case when s.is_held then c.placements_12_months else n.carers end as value
from in_care i
cross join counted_by_system s
cross join extract x
join cla_periods c on c.cla_id = i.cla_id
left join carers n on n.child_key = i.child_key and n.last_day = i.last_day
where case when s.is_held then i.last_day = x.as_at else i.year_is_held end;
