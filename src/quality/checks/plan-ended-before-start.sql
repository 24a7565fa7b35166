-- title:     Child protection plans that ended before they started
-- severity:  warning
-- does:      Left out of every measure of plans, and of its denominator
-- to do:     Correct the day it started or the day it ended in the case system, and load again
-- needs:     cp_plans.start_date, cp_plans.end_date
-- repair:    cp_plans: start_date = end_date, end_date = start_date

select
    'cp_plans' as table_name, child_key, cp_plan_id as case_id, end_date as on_date,
    'Started ' || start_date || ', ended ' || end_date as what,
    file, sheet, row_number
from cp_plans
where end_date < start_date;
