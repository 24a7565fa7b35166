-- title:     Care leavers who are 25 or older
-- severity:  note
-- does:      Counted as care leavers
-- to do:     Take them off the list, or correct the date of birth, in the case system
-- needs:     care_leavers.child_key, person.dob
-- doubt:     none

select
    'care_leavers' as table_name, c.child_key, cast(null as text) as case_id, p.dob as on_date,
    'Born ' || p.dob as what,
    c.file, c.sheet, c.row_number
from care_leavers c
join person p on p.child_key = c.child_key
cross join extract x
where cast(p.dob + interval '25 years' as date) <= x.as_at;
