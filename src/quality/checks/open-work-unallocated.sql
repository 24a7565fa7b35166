-- title:     Open work without a worker, or without a team
-- severity:  warning
-- does:      Counted, but under no team or worker; without a worker the child is in no one's caseload
-- to do:     Allocate the work in the case system, and load again
-- any of:    cin_episodes.worker, cp_plans.worker, cla_periods.worker, cin_assessments.worker
-- doubt:     split

with work as (
    select 'cin_episodes' as table_name, child_key, episode_id as case_id, referral_date as start_date,
        close_date as end_date, 'Case' as work, team, worker, file, sheet, row_number
    from cin_episodes
    union all
    select 'cin_assessments', child_key, assessment_id, start_date, auth_date, 'Assessment', team, worker, file, sheet, row_number
    from cin_assessments
    union all
    select 'cp_plans', child_key, cp_plan_id, start_date, end_date, 'Plan', team, worker, file, sheet, row_number
    from cp_plans
    union all
    select 'cla_periods', child_key, cla_id, start_date, end_date, 'Period of care', team, worker, file, sheet, row_number
    from cla_periods
),

-- What no source of the table carries is missing from every row, and is no fault of this one.
carried as (
    select
        table_name,
        max(case when column_name = 'team' and present then 1 else 0 end) = 1 as has_team,
        max(case when column_name = 'worker' and present then 1 else 0 end) = 1 as has_worker
    from source_field
    group by table_name
)

select
    w.table_name, w.child_key, w.case_id, w.start_date as on_date,
    w.work || ' from ' || w.start_date || ', open: no '
        || case
            when w.worker is not null or not c.has_worker then 'team'
            when w.team is not null or not c.has_team then 'worker'
            else 'worker, no team'
        end as what,
    w.file, w.sheet, w.row_number
from work w
join carried c on c.table_name = w.table_name
cross join extract x
where w.start_date <= x.as_at
    and (w.end_date is null or w.end_date > x.as_at)
    and ((w.worker is null and c.has_worker) or (w.team is null and c.has_team));
