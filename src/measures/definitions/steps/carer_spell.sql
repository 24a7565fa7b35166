-- How long a child lived with one carer: placements one after another in which the carer stayed. A placement of seven days
-- or less from which the child came back to the same place is no change. `until_on` is null where it goes on; `adoptive_from`
-- is the day from which it was a placement for adoption.
create temporary table carer_spell as
with placement as (
    select
        p.child_key, p.start_date, p.placement_type, coalesce(p.same_carer, false) as same_carer,
        case when p.end_date <= x.as_at then p.end_date end as end_date,
        -- Not known where the postcode is not.
        coalesce(p.placement_type, '') || '/' || coalesce(p.provider, '') || '/' || coalesce(p.urn, '') || '/' || p.postcode as home
    from cla_placement p
    cross join extract x
    where p.start_date <= x.as_at and (p.end_date is null or p.end_date >= p.start_date)
),
beside as (
    select p.*, lag(home) over story as home_before, lead(home) over story as home_after
    from placement p
    window story as (partition by child_key order by start_date, end_date nulls last, home)
),
stayed as (
    select b.*
    from beside b
    where not coalesce(end_date - start_date <= 7 and home_before = home_after, false)
),
parted as (
    select s.*,
        case
            when same_carer then 0
            when home = lag(home) over story and start_date - lag(end_date) over story <= 8 then 0
            else 1
        end as is_other
    from stayed s
    window story as (partition by child_key order by start_date, end_date nulls last, home)
),
numbered as (
    select p.*, sum(is_other) over (
        partition by child_key order by start_date, end_date nulls last, home
        rows between unbounded preceding and current row
    ) as nth
    from parted p
),
spell as (
    select
        child_key, nth, min(start_date) as from_on,
        case when count(*) = count(end_date) then max(end_date) end as until_on,
        min(case when placement_type in ('A3', 'A4', 'A5', 'A6') then start_date end) as adoptive_from
    from numbered
    group by child_key, nth
)
select
    child_key, from_on, until_on, adoptive_from,
    lag(from_on) over (partition by child_key order by nth) as earlier_from,
    lead(from_on) over (partition by child_key order by nth) as next_from
from spell;
