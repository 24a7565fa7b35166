-- title:     Child protection plans that started without an initial conference
-- severity:  note
-- does:      The plan counts; its conference is missing from the measure of conferences in time
-- to do:     Check whether the conference is in the case system; a child who moved here may have had it elsewhere
-- needs:     cp_plans.start_date, initial_cp_conference.icpc_date
-- doubt:     none

-- A plan starts at its conference. The first three months of the files are left: the conference may stand before them.
select
    'cp_plans' as table_name, p.child_key, p.cp_plan_id as case_id, p.start_date as on_date,
    'Plan started ' || p.start_date || '; no conference in the 60 days before' as what,
    p.file, p.sheet, p.row_number
from cp_plans p
cross join extract x
where x.window_from is not null
    and p.start_date between x.window_from + 90 and x.as_at
    and not exists (
        select 1 from initial_cp_conference c
        where c.child_key = p.child_key
            and c.icpc_date between p.start_date - 60 and p.start_date
    );
