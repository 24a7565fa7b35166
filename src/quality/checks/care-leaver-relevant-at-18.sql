-- title:     Care leavers of 18 or older who are recorded as relevant
-- severity:  note
-- does:      Counted as former relevant
-- to do:     Record them as former relevant, which they are from 18, or correct the date of birth, in the case system
-- needs:     care_leavers.child_key, care_leavers.eligibility, person.dob
-- doubt:     none

select
    'care_leavers' as table_name, c.child_key, cast(null as text) as case_id, cast(p.dob + interval '18 years' as date) as on_date,
    'Born ' || p.dob || ', recorded as relevant' as what,
    c.file, c.sheet, c.row_number
from care_leavers c
join person p on p.child_key = c.child_key
cross join extract x
where c.eligibility = 'relevant' and cast(p.dob + interval '18 years' as date) <= x.as_at;
