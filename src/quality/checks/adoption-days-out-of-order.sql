-- title:     Adoptions whose days cannot follow each other
-- severity:  warning
-- does:      Left out of measures of the time between the two days
-- to do:     Correct the day that is wrong in the case system, and load again
-- any of:    permanence.placed_for_adoption_date, permanence.adoption_order_date

select
    'permanence' as table_name, child_key, cast(null as text) as case_id, placed_for_adoption_date as on_date,
    'Came into care ' || entered_care_date || ', placed for adoption ' || placed_for_adoption_date as what,
    file, sheet, row_number
from permanence
where placed_for_adoption_date < entered_care_date
union all
select
    'permanence', child_key, null, adoption_order_date,
    'Placed for adoption ' || placed_for_adoption_date || ', adoption order ' || adoption_order_date,
    file, sheet, row_number
from permanence
where adoption_order_date < placed_for_adoption_date;
