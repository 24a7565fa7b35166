-- title:       Board measures that are automated and trusted
-- asks:        How much of what the Board reads comes from the case system, and can be trusted?
-- shows:       rate, %, higher is better
-- placed:      stock: the day the figures are read
-- met:         worked out from the case system, from fields that are at least 90% full: a data-quality grade of A or B
-- counts:      measures that the Board follows
-- leaves out:  measures that the Board does not follow
-- clock:       none
-- records:     plan
-- needs:       board_measure.series
-- splits:      detail
-- detail:      the area of the service
-- note:        A blank counts as not met, unless a measure says otherwise.
-- note:        A figure made by hand has an owner's name and a file behind it.
-- note:        The grade is worked out from how full the fields are; nobody signs it yet. Only the current month can be told.
-- small numbers: SN0
-- standard:    local: Ofsted asks for figures that are collated, accurate and reported
-- source:      our own
-- act on:      not met, lowest first: not automated
-- version:     2 (2014-04-01)   look again: 2027-11
-- series:      automated (headline): automated
-- series:      completeness: how full the key fields are
--   act on:    all, lowest first: counted, the least full first
--   shows:     ratio, %, higher is better
--   met:       filled
--   counts:    cells of the fields that the Board's measures need
--   needs:     board_field.field, board_field.row_count
-- order:       6
-- why:         Figures counted by hand are late, and nobody can check them
-- status:      Local
-- guidance:    Ofsted asks for figures that are collated, accurate and reported
-- reference:   Ofsted, inspection of Manchester, September 2014
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  indicator, source
-- trap:        A blank treated as no raises or lowers results
--   rule:      Each indicator states its blank rule
-- trap:        Manual figures with no owner
--   rule:      Named owner and evidence file

select
    'automated'                as series,
    0                          as child_key,
    b.series                   as case_id,
    x.as_at                    as on_date,
    cast(null as text)         as team,
    cast(null as text)         as worker,
    b.is_available and coalesce(b.complete >= 0.9, true) as met,
    100 * b.complete           as value,
    b.area                     as detail
from board_measure b
cross join extract x

union all

select
    'completeness', 0, f.field, x.as_at, null, null,
    part.is_filled,
    case when part.is_filled then f.filled_count else f.row_count - f.filled_count end,
    f.area
from board_field f
cross join (select true as is_filled union all select false) part
cross join extract x;
