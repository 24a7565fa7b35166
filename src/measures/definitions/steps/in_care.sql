-- Each child looked after at the end of the last day of a month, once: by the period that began last. A child under a
-- series of short breaks is left out. With the legal status in force, null where the source does not say it of that day,
-- and whether the source promises the twelve months to the month end.
create temporary table in_care as
with at_month_end as (
    select
        c.cla_id, c.child_key, c.nth, c.began_on, c.start_date, c.uasc, c.adult_on, m.last_day,
        c.team, c.worker, l.legal_status,
        row_number() over (
            partition by c.child_key, m.last_day
            order by c.start_date desc, c.cla_id, l.start_date desc nulls last, l.legal_status
        ) as nth_row
    from care_period c
    join reporting_month m on c.start_date <= m.last_day and c.ended_on > m.last_day
    left join legal_status l on l.child_key = c.child_key
        and l.start_date <= m.last_day
        and coalesce(l.end_date, date '9999-12-31') > m.last_day
)
select
    i.cla_id, i.child_key, i.nth, i.last_day, i.began_on, i.uasc, i.adult_on, i.legal_status,
    x.window_from is null or months_later(i.last_day, -12) >= x.window_from - 1 as year_is_held,
    case when spells.held then h.team else i.team end as team,
    case when spells.held then h.worker else i.worker end as worker
from at_month_end i
cross join extract x
cross join (select count(*) > 0 as held from child_holder) spells
left join child_holder h on h.child_key = i.child_key
    and h.from_date <= i.last_day
    and h.to_date >= i.last_day
where i.nth_row = 1
    and not exists (
        select 1 from short_break b
        where b.child_key = i.child_key
            and b.start_date <= i.last_day
            and b.end_date > i.last_day
    );
