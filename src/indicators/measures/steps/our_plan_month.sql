-- Each child with a plan of `our_plan` open at a month end, once: by the plan that started last.
create temporary table our_plan_month as
with open_plan as (
    select p.*, m.last_day, row_number() over (
        partition by p.child_key, m.last_day order by p.start_date desc, p.cp_plan_id
    ) as nth
    from our_plan p
    join reporting_month m on p.start_date <= m.last_day and (p.end_date is null or p.end_date > m.last_day)
)
select cp_plan_id, child_key, last_day, start_date, end_date, category, team, worker
from open_plan
where nth = 1;
