-- Nights in placements by month and kind, with how many of them have a price and what they cost. A night is
-- spent where the child is at the end of the day: the last is the one before the placement ended.
create temporary table placement_night as
with stay as (
    select
        m.month, p.placement_type,
        -- The council's own, or a parent's, or bought from others.
        case when p.provider in ('PR0', 'PR1') then 'own' when p.provider is not null then 'bought' end as provider,
        greatest(p.start_date, m.first_day) as from_on,
        least(coalesce(p.end_date, m.last_day + 1), m.last_day + 1) as until_on
    from cla_placement p
    join reporting_month m on p.start_date <= m.last_day and (p.end_date is null or p.end_date > m.first_day)
    where p.placement_type is not null and (p.end_date is null or p.end_date > p.start_date)
),

spent as (
    select month, placement_type, provider, sum(until_on - from_on) as nights
    from stay
    group by month, placement_type, provider
),

priced as (
    select s.month, s.placement_type, s.provider, max(u.means) as means,
        sum(least(s.until_on, coalesce(u.to_on + 1, s.until_on)) - greatest(s.from_on, u.from_on)) as nights,
        sum((least(s.until_on, coalesce(u.to_on + 1, s.until_on)) - greatest(s.from_on, u.from_on)) * u.pence_a_week) / 7.0 as pence
    from stay s
    join unit_costs u on u.placement_type = s.placement_type
        and u.provider = s.provider
        and u.from_on < s.until_on
        and (u.to_on is null or u.to_on >= s.from_on)
    group by s.month, s.placement_type, s.provider
)

select n.month, n.placement_type, n.provider, p.means, n.nights, coalesce(p.nights, 0) as priced_nights, coalesce(p.pence, 0) as pence
from spent n
left join priced p on p.month = n.month and p.placement_type = n.placement_type and p.provider = n.provider;
