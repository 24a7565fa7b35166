-- title:     A period of care that began before the child's last one had ended
-- severity:  warning
-- does:      The two count as one period of care
-- to do:     End the earlier period, or take out the one that is wrong, in the case system, and load again
-- needs:     cla_periods.start_date, cla_periods.end_date

with beside_earlier as (
    select p.*,
        max(start_date) over earlier as earlier_start,
        max(coalesce(end_date, date '9999-12-31')) over earlier as earlier_end
    from cla_periods p
    where end_date is null or end_date >= start_date
    window earlier as (
        partition by child_key order by start_date, cla_id rows between unbounded preceding and 1 preceding
    )
)

select
    'cla_periods' as table_name, child_key, cla_id as case_id, start_date as on_date,
    'Began ' || start_date || ', while the period from ' || earlier_start || ' was '
        || case when earlier_end = date '9999-12-31' then 'open' else 'open until ' || earlier_end end as what,
    file, sheet, row_number
from beside_earlier
where start_date < earlier_end and start_date > earlier_start;
