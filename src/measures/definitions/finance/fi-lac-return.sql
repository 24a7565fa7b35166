-- title:       What the investment has brought back
-- asks:        Has the investment paid back, in fewer children in care and in what that costs?
-- shows:       total, £, higher is better
-- placed:      flow: each whole month of the path, from the path's beginning
-- met:         care that would have been paid for if nothing had changed, less care paid for, less the investment, all from the beginning of the path
-- leaves out:  months that are not over
-- clock:       none
-- needs:       cla_placement.placement_type, cla_placement.start_date, unit_costs.pence_a_week, unit_costs.from_on,
--              care_path.if_nothing_changed, care_path.month_end_on, budget_months.spent_pence (may be blank)
-- sources:     ssd, ssda903
-- splits:      detail
-- detail:      what it is made of
-- limits:      do not apply: each point has the one before it in it
-- note:        Nights by kind of placement: fewer children in dearer placements is no saving. If nothing had changed is the path's number of children, in the kinds of placement of its first month, at each month's own prices.
-- note:        It is cost avoided. None of it is money that has been taken out of a budget.
-- note:        The path is the one in the file: it is never drawn again by Waymark.
-- note:        All looked-after children are in it, unaccompanied children too, as in the path. Nights of a kind without a price cost what others cost on average.
-- small numbers: SN0
-- standard:    local: the investment case
-- source:      our own
-- lists:       part of the sum, parts of the sum
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): cost avoided, less what was invested
-- series:      avoided: cost avoided
--   met:       care that would have been paid for if nothing had changed, less care paid for, from the beginning of the path
--   needs:     cla_placement.placement_type, cla_placement.start_date, unit_costs.pence_a_week, unit_costs.from_on,
--                care_path.if_nothing_changed, care_path.month_end_on
-- series:      per_pound: cost avoided for each pound
--   shows:     ratio over the rest, £ for each £, higher is better
--   met:       care that would have been paid for if nothing had changed, less care paid for, from the beginning of the path
--   counts:    invested since the beginning of the path
-- series:      children: fewer children than if nothing had changed
--   shows:     difference, children, higher is better
--   placed:    stock: each month end of the path
--   met:       children looked after if nothing had changed, less children looked after
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), care_path.if_nothing_changed,
--                care_path.month_end_on
--   limits:    do not apply: the path rises month by month
-- order:       2
-- why:         Has the investment paid back?
-- status:      Local
-- guidance:    The investment is to bring fewer children into care, and cost less
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  placement type, age, locality
-- trap:        Saving counted on headcount while mix moves to dearer placements
--   rule:      Nights x type
-- trap:        Avoided cost booked as cashable saving
--   rule:      It is called avoided, and never a saving
-- trap:        Baseline re-drawn each year
--   rule:      The path is the one in the file, with the kinds of placement of its first month

-- A whole month of the path, with its nights if nothing had changed: halfway between the numbers at its two ends.
with path_month as (
    select m.month, m.first_day, m.last_day, p.if_nothing_changed, p.began_on,
        (p.if_nothing_changed + p.before) / 2.0 * (p.month_end_on - p.before_on) as nights
    from (
        select month_end_on, if_nothing_changed,
            lag(if_nothing_changed) over in_order as before,
            lag(month_end_on) over in_order as before_on,
            min(month_end_on) over () as began_on
        from care_path
        window in_order as (order by month_end_on)
    ) p
    join reporting_month m on m.last_day = p.month_end_on
    where p.before is not null
),

-- What was paid; the nights without a price at the average of those with one.
paid as (
    select p.month, sum(n.pence) * sum(n.nights) / sum(n.priced_nights) as pence
    from path_month p
    join placement_night n on n.month = p.month
    group by p.month
    having sum(n.priced_nights) > 0
),

-- The kinds of placement of the path's first month, which stay as they were.
mix as (
    select n.placement_type, n.provider, n.priced_nights
    from placement_night n
    where n.priced_nights > 0 and n.month = (select min(month) from paid)
),

-- A night of that mix, at each month's prices.
night as (
    select p.month, sum(x.priced_nights * u.pence_a_week) / (7.0 * sum(x.priced_nights)) as pence
    from path_month p
    cross join mix x
    join unit_costs u on u.placement_type = x.placement_type and u.provider = x.provider
        and u.from_on <= p.last_day and (u.to_on is null or u.to_on >= p.last_day)
    group by p.month
),

invested as (
    select p.month, sum(b.spent_pence) as pence
    from path_month p
    join budget_months b on b.month = p.month
    group by p.month
),

money as (
    select p.month, p.last_day, 'care if nothing had changed' as part, p.nights * n.pence as pence
    from path_month p
    join night n on n.month = p.month
    join paid a on a.month = p.month
    union all
    select p.month, p.last_day, 'care paid for', -a.pence
    from path_month p
    join paid a on a.month = p.month
    join night n on n.month = p.month
    union all
    select p.month, p.last_day, 'the investment', -coalesce(i.pence, 0)
    from path_month p
    join paid a on a.month = p.month
    left join invested i on i.month = p.month
),

to_date as (
    -- To a hundredth of a penny: the last bits of a quotient differ from engine to engine.
    select last_day, part, cast(sum(pence) over (partition by part order by last_day) / 100.0 as numeric(18, 4)) as pounds
    from money
),

in_care as (
    select m.last_day, count(distinct c.child_key) as children
    from path_month m
    join care_period c on c.start_date <= m.last_day and c.ended_on > m.last_day
    group by m.last_day
),

answer as (
    select 'bare' as series, last_day, part, true as met, pounds as value from to_date
    union all
    select 'avoided', last_day, part, true, pounds from to_date where part <> 'the investment'
    union all
    select 'per_pound', last_day, part, part <> 'the investment', case when part = 'the investment' then -pounds else pounds end
    from to_date
    union all
    select 'children', last_day, 'children if nothing had changed', true, if_nothing_changed from path_month
    union all
    select 'children', last_day, 'children looked after', true, -children from in_care
)

select series, 0 as child_key, part as case_id, last_day as on_date, null as team, null as worker, met, value, part as detail
from answer;
