-- title:     Periods of care that ended before they began
-- severity:  warning
-- does:      Left out of every measure of children looked after
-- to do:     Correct the day care began or the day it ended in the case system, and load again
-- needs:     cla_periods.start_date, cla_periods.end_date
-- repair:    cla_periods: start_date = end_date, end_date = start_date

select
    'cla_periods' as table_name, child_key, cla_id as case_id, end_date as on_date,
    'Began ' || start_date || ', ended ' || end_date as what,
    file, sheet, row_number
from cla_periods
where end_date < start_date;
