-- title:       What a week in care costs
-- asks:        What do we pay for a week of a child's care, and for which kind?
-- shows:       ratio over the rest, £ a week, lower is better
-- placed:      flow: the month in which the nights were spent
-- met:         what the nights in placements cost, at the price of their kind on the day
-- counts:      weeks in placements: nights divided by seven
-- leaves out:  nights in placements of a kind that has no price; empty beds and retainers, which no template holds
-- clock:       none
-- needs:       cla_placement.placement_type, cla_placement.start_date, unit_costs.pence_a_week, unit_costs.from_on
-- sources:     ssd, ssda903
-- splits:      detail
-- detail:      the kind of placement
-- note:        Nights, so that a part of a week counts as a part. The department divides a year's spend by the children looked after on 31 March, which is another figure.
-- note:        The price of a kind should be the whole of it, with what is paid on top for extra staff.
-- small numbers: SN0
-- standard:    none; section 251 outturn is published for comparison
-- source:      Department for Education, Local Authority Interactive Tool; the arithmetic is our own
-- lists:       kind of placement, kinds of placement
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- benchmark:   LACFinance
--   title:     Looked after children, a week
--   gives:     £ a week, over the year, whole
--   from:      Department for Education, LA and school expenditure
--   differs:   An approximate weekly cost, from the year’s outturn.
-- benchmark:   RescareFinance
--   title:     Residential care, a week
--   gives:     £ a week, over the year, whole
--   from:      Department for Education, LA and school expenditure
-- benchmark:   FosteringFinance
--   title:     Fostering, a week
--   gives:     £ a week, over the year, whole
--   from:      Department for Education, LA and school expenditure
-- order:       3
-- why:         The price side of the case
-- status:      None
-- guidance:    Section 251 outturn benchmark
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  placement type, provider
-- trap:        The department divides spend by children at 31 March, not by weeks
--   rule:      Ours are weeks; the department’s figure is another and is said to be
-- trap:        Ordinary and top-up (1:1 staffing) fees
--   rule:      Total cost
-- trap:        Part weeks, retainers, empty beds
--   rule:      Nights; empty beds are in no template
-- published:   2015-16: All looked after £1,075; residential £3,240; fostering £580 (2015-16); 2014-15 residential
--              spend £1,016m
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: All £2,100; residential £7,385; fostering £765
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- published:   2024-25: External and own residential care, £ per week: of councils the lowest tenth are at or below
--              6,016, half at or below 7,325, and nine tenths at or below 9,592
--   source:    Department for Education, Local Authority Interactive Tool, 2026

-- The numerator and the denominator of each kind of placement. A row is about a kind, and about no child.
select
    'bare'     as series,
    0          as child_key,
    n.placement_type || ' ' || n.provider || case when s.is_cost then ' cost' else ' weeks' end as case_id,
    m.last_day as on_date,
    null       as team,
    null       as worker,
    s.is_cost  as met,
    -- The last bits of a quotient differ from engine to engine.
    case when s.is_cost then cast(n.pence / 100.0 as numeric(18, 4)) else cast(n.priced_nights / 7.0 as numeric(18, 9)) end as value,
    coalesce(n.means, n.placement_type) || ', ' || n.provider as detail
from placement_night n
join reporting_month m on m.month = n.month
cross join (select true as is_cost union all select false) s
where n.priced_nights > 0;
