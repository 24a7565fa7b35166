-- Who held a child, day by day. Annex A knows it of the as-at day alone: then this is empty, and the
-- team on a row itself is used.
create temporary table child_holder as
select a.child_key, a.from_date, coalesce(a.to_date, date '9999-12-31') as to_date, a.team, a.worker
from allocation a
cross join (
    select count(*) > 0 as held
    from allocation a
    cross join extract x
    where a.from_date < x.as_at
) spells
where spells.held;
