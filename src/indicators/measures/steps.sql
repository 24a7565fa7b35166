-- Steps that several measures take, each worked out once at sealing. Child-level.

-- WHAT THE SOURCES CARRY: where a rule turns on a field (a link, a count) it asks for the field, never for the source's
-- name, because a table may be made of two.
create temporary table carried as
select table_name || '.' || column_name as field from source_field where present;

-- A REFERRAL THAT COUNTS: for a child not already open, once per child and day (clarifications Q3, Q4, Q5).
-- A child is open when an episode of need began on an earlier day and has not closed by the day. Of several referrals
-- of one day the row that comes first gives team and worker.
create temporary table counted_referral as
with new_to_us as (
    select r.*
    from referrals r
    where not r.artificial
        and not exists (
            select 1 from cin_episodes e
            where e.child_key = r.child_key
                and e.referral_date < r.referral_date
                and (e.close_date is null or e.close_date > r.referral_date)
        )
),
numbered as (
    select n.*, row_number() over (
        partition by child_key, referral_date
        order by file nulls first, sheet nulls first, row_number nulls first, referral_id
    ) as place
    from new_to_us n
)
select
    referral_id, child_key, referral_date, team, worker,
    lag(referral_date) over (partition by child_key order by referral_date) as previous_on
from numbered
where place = 1;

-- A PERIOD OF CARE: periods that touch are one (left on the 31st, back on the 1st: Q12a). It ends on the 18th birthday
-- where it has not ended before (Q12b). Nothing after the as-at day has happened (Q24). One row here for each period
-- as the source has it, with the days of the whole; an end before its start is an error and left out (Q10).
create temporary table care_period as
with as_it_was as (
    select
        c.cla_id, c.child_key, c.start_date, c.uasc, c.team, c.worker,
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
        cla_id, child_key, start_date, uasc, team, worker,
        -- The far end of time stands for a period that goes on.
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
    j.cla_id, j.child_key, j.start_date, j.team, j.worker, j.nth,
    min(j.start_date) over whole as began_on,
    max(j.end_date) over whole as ended_on,
    coalesce(bool_or(j.uasc) over whole, false) as uasc
from joined j
window whole as (partition by j.child_key, j.nth);

-- A SHORT BREAK: legal statuses V3 and V4. A source without the day a status
-- ended (Annex A) has the latest alone, taken as true of the whole period
-- (Q12d).
create temporary table short_break as
select
    l.child_key, l.cla_id,
    case when spells.held then l.start_date end as start_date,
    case when spells.held then l.end_date end as end_date
from legal_status l
cross join (select count(*) > 0 as held from carried where field = 'legal_status.end_date') spells
where l.legal_status in ('V3', 'V4');
