-- title:     Children who came into care before they were born
-- severity:  warning
-- does:      Counted as looked after on days on which the child cannot have been
-- to do:     Correct the date of birth or the day care began in the case system, and load again
-- needs:     cla_periods.start_date, person.dob

select
    'cla_periods' as table_name, c.child_key, c.cla_id as case_id, c.start_date as on_date,
    'Born ' || p.dob || ', care began ' || c.start_date as what,
    c.file, c.sheet, c.row_number
from cla_periods c
join person p on p.child_key = c.child_key
where c.start_date < p.dob;
