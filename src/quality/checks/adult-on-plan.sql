-- title:     Adults with an open child protection plan
-- severity:  warning
-- does:      Counted as children on a plan
-- to do:     End the plan, or correct the date of birth, in the case system, and load again
-- needs:     cp_plans.start_date, cp_plans.end_date, person.dob

select
    'cp_plans' as table_name, c.child_key, c.cp_plan_id as case_id, c.start_date as on_date,
    'Born ' || p.dob || ', plan from ' || c.start_date || ' still open' as what,
    c.file, c.sheet, c.row_number
from cp_plans c
join person p on p.child_key = c.child_key
cross join extract x
where c.start_date <= x.as_at
    and (c.end_date is null or c.end_date > x.as_at)
    and cast(p.dob + interval '18 years' as date) <= x.as_at;
