-- title:       Placed over 20 miles from home and outside the area
-- asks:        How many children live too far away for us and their families to keep an eye on them?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end
-- met:         the placement is more than 20 miles from home in a straight line, and outside our boundary
-- counts:      children looked after at the month end, the distance known or not
-- leaves out:  short breaks
-- clock:       none
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status,
--                cla_placement.start_date, cla_placement.distance (may be blank), cla_placement.location
-- note:        Annex A has the boundary and the Standard Safeguarding Dataset has the miles: it takes both, loaded together.
-- note:        Unaccompanied children have no home to measure from: they are counted, and never far.
-- standard:    none; published for each authority
-- source:      Department for Education, children looked after in England, placement distance
-- act on:      met, highest first: placed far away and out of area
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): of all children
--   benchmark: LACDistance
--     title:   Children placed over 20 miles from home, outside the authority
--     gives:   %, on 31 March, whole
--     from:    Department for Education, Children looked after in England
-- series:      known: of children whose distance is known
--   counts:    children looked after at the month end whose distance from home is known
--   leaves out: short breaks; placements without a distance
-- series:      miles: over 20 miles, in the area or outside
--   act on:    met, highest first: placed over 20 miles away
--   met:       the placement is more than 20 miles from home in a straight line
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status,
--                cla_placement.start_date, cla_placement.distance (may be blank)
-- order:       8
-- why:         Distance weakens family ties and oversight
-- status:      None
-- guidance:    A measure of the department
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Over 20 miles (22%), or over 20 miles and outside the area (18%)
--   rule:      Headline is outside the area
-- trap:        Distance unknown kept in the denominator (9% in England)
--   rule:      Kept, as the department does
-- trap:        Miles by road
--   rule:      Straight line
-- published:   31 Mar 2015: 14%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   31 Mar 2025: 18%
--   source:    Department for Education, Local Authority Interactive Tool, 2026
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 9, half at or below 18, and nine tenths at or
--              below 28.7
--   source:    Department for Education, Local Authority Interactive Tool, 2026

with placement as (
    select child_key, start_date, distance, location,
        lead(start_date) over (partition by child_key order by start_date) as next_on
    from (
        select p.*, row_number() over (partition by child_key, start_date order by end_date desc nulls first, distance desc nulls last) as nth
        from cla_placement p
        where start_date is not null
    ) p
    where nth = 1
),

lives as (
    select i.*, p.distance, coalesce(p.distance > 20, false) as is_far, coalesce(p.location = 'out', false) as is_outside
    from in_care i
    left join placement p on p.child_key = i.child_key
        and p.start_date <= i.last_day
        and coalesce(p.next_on, date '9999-12-31') > i.last_day
)

select 'bare' as series, child_key, cla_id as case_id, last_day as on_date, team, worker, is_far and is_outside as met, distance as value
from lives
union all
select 'known', child_key, cla_id, last_day, team, worker, is_far and is_outside, distance
from lives
where distance is not null
union all
select 'miles', child_key, cla_id, last_day, team, worker, is_far, distance
from lives;
