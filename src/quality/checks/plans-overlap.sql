-- title:     A child protection plan that began before the child's last one had ended
-- severity:  warning
-- does:      Both plans count: one too many starts, and one too many among repeat and long plans
-- to do:     End the earlier plan, or take out the one that is wrong, in the case system, and load again
-- needs:     cp_plans.start_date, cp_plans.end_date

with beside_earlier as (
    select p.*,
        max(start_date) over earlier as earlier_start,
        max(coalesce(end_date, date '9999-12-31')) over earlier as earlier_end
    from cp_plans p
    where not coalesce(ola, false) and (end_date is null or end_date >= start_date)
    window earlier as (
        partition by child_key order by start_date, cp_plan_id rows between unbounded preceding and 1 preceding
    )
)

select
    'cp_plans' as table_name, child_key, cp_plan_id as case_id, start_date as on_date,
    'Started ' || start_date || ', while the plan of ' || earlier_start || ' was '
        || case when earlier_end = date '9999-12-31' then 'open' else 'open until ' || earlier_end end as what,
    file, sheet, row_number
from beside_earlier
where start_date < earlier_end and start_date > earlier_start;
