-- Each social worker who holds children at a month end, with how many and how many they should: from the last day of the
-- month that the template has. Reviewing officers, advisers and managers are no caseholders; nor is a worker who has been
-- away for more than 20 working days.
create temporary table caseholder_month as
with counted as (
    select c.*, m.last_day, dense_rank() over (partition by m.month order by c.month_end_on desc) as nth_day
    from caseload_allocation c
    join reporting_month m on c.month_end_on between m.first_day and m.last_day
)
select
    c.caseload_allocation_id, c.last_day, c.worker, c.team, c.children, c.cap,
    coalesce(nullif(c.fte, 0), 1)      as fte,
    coalesce(c.newly_qualified, false) as newly_qualified
from counted c
left join long_absence a on a.worker = c.worker and a.last_day = c.last_day
where c.nth_day = 1
    and c.worker is not null
    and c.children > 0
    and a.worker is null
    and not (
        lower(coalesce(c.role, '')) like '%reviewing officer%'
        or lower(coalesce(c.role, '')) like '%advis_r%'
        or lower(coalesce(c.role, '')) like '%manager%'
    );
