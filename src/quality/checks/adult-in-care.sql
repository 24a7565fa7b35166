-- title:     Adults whose period of care is still open
-- severity:  note
-- does:      Counted until the 18th birthday, whatever the record says
-- to do:     End the period of care, or correct the date of birth, in the case system
-- needs:     cla_periods.start_date, cla_periods.end_date, person.dob
-- doubt:     none

select
    'cla_periods' as table_name, c.child_key, c.cla_id as case_id, c.start_date as on_date,
    'Born ' || p.dob || ', care from ' || c.start_date || ' still open' as what,
    c.file, c.sheet, c.row_number
from cla_periods c
join person p on p.child_key = c.child_key
cross join extract x
where c.start_date <= x.as_at
    and (c.end_date is null or c.end_date > x.as_at)
    and cast(p.dob + interval '18 years' as date) <= x.as_at;
