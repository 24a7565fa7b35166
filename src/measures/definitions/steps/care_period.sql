-- A period of care: periods that touch are one (left on the 31st, back on the 1st). It ends on the 18th birthday
-- where it has not ended before. Nothing after the as-at day has happened. One row here for each period
-- as the source has it, with the days of the whole; an end before its start is an error and left out.
create temporary table care_period as
with as_it_was as (
    select
        c.cla_id, c.child_key, c.start_date, c.uasc, c.team, c.worker, c.entered, c.end_reason,
        case when c.end_date <= x.as_at then c.end_date end as end_date,
        months_later(p.dob, 216) as adult_on
    from cla_periods c
    join person p on p.child_key = c.child_key
    cross join extract x
    where c.start_date <= x.as_at
        and (c.end_date is null or c.end_date >= c.start_date)
),
in_childhood as (
    select
        cla_id, child_key, start_date, uasc, team, worker, entered, end_reason, adult_on,
        -- A period that goes on is given a day far in the future.
        least(coalesce(end_date, date '9999-12-31'), coalesce(adult_on, date '9999-12-31')) as end_date
    from as_it_was
    where adult_on is null or start_date < adult_on
),
beside_earlier as (
    select i.*, max(end_date) over (
        partition by child_key order by start_date, end_date, cla_id
        rows between unbounded preceding and 1 preceding
    ) as earlier_end
    from in_childhood i
),
joined as (
    select b.*, sum(case when start_date <= earlier_end or start_date - earlier_end = 1 then 0 else 1 end) over (
        partition by child_key order by start_date, end_date, cla_id
        rows between unbounded preceding and current row
    ) as nth
    from beside_earlier b
)
select
    j.cla_id, j.child_key, j.start_date, j.team, j.worker, j.entered, j.end_reason, j.adult_on, j.nth,
    min(j.start_date) over whole as began_on,
    max(j.end_date) over whole as ended_on,
    coalesce(bool_or(j.uasc) over whole, false) as uasc
from joined j
window whole as (partition by j.child_key, j.nth);
