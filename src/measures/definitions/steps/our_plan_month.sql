-- Each child with a plan of `our_plan` open at a month end, once: by the plan that started last. In the
-- team of the worker who held the child that day, where the source says it of every day, and else that of the row.
create temporary table our_plan_month as
with open_plan as (
    select p.*, m.last_day, row_number() over (
        partition by p.child_key, m.last_day order by p.start_date desc, p.cp_plan_id
    ) as nth
    from our_plan p
    join reporting_month m on p.start_date <= m.last_day and (p.end_date is null or p.end_date > m.last_day)
)
select o.cp_plan_id, o.child_key, o.last_day, o.start_date, o.end_date, o.category,
    case when spells.held then h.team else o.team end as team,
    case when spells.held then h.worker else o.worker end as worker
from open_plan o
cross join (select count(*) > 0 as held from holder_month) spells
left join holder_month h on h.child_key = o.child_key and h.last_day = o.last_day
where o.nth = 1;
