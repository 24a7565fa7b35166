-- title:     The same event of a child twice, on one day
-- severity:  warning
-- does:      Both count
-- to do:     Take out the one that is wrong in the case system, and load again
-- any of:    cin_assessments.start_date, s47_enquiry.start_date, initial_cp_conference.icpc_date, cp_plans.start_date,
--              cla_periods.start_date, cin_episodes.referral_date

-- A conference may stand on the rows of several enquiries: it is one while it has one id.
with event as (
    select 'cin_assessments' as table_name, child_key, assessment_id as case_id, start_date as on_date, file, sheet, row_number
    from cin_assessments
    union all
    select 's47_enquiry', child_key, s47_enquiry_id, start_date, file, sheet, row_number
    from s47_enquiry
    union all
    select 'initial_cp_conference', child_key, icpc_id, icpc_date, min(file), min(sheet), min(row_number)
    from initial_cp_conference
    group by child_key, icpc_id, icpc_date
    union all
    select 'cp_plans', child_key, cp_plan_id, start_date, file, sheet, row_number
    from cp_plans
    union all
    select 'cla_periods', child_key, cla_id, start_date, file, sheet, row_number
    from cla_periods
    union all
    select 'cin_episodes', child_key, episode_id, referral_date, file, sheet, row_number
    from cin_episodes
),

twice as (
    select table_name, child_key, on_date from event group by table_name, child_key, on_date having count(*) > 1
),

numbered as (
    select e.*, row_number() over (
        partition by e.table_name, e.child_key, e.on_date order by e.file, e.sheet, e.row_number, e.case_id
    ) as nth
    from event e
    join twice t on t.table_name = e.table_name and t.child_key = e.child_key and t.on_date = e.on_date
)

select table_name, child_key, case_id, on_date, 'Another starts on ' || on_date || ' too' as what, file, sheet, row_number
from numbered
where nth > 1;
