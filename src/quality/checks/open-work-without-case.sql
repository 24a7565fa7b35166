-- title:     Children on a plan or in care who are no open case
-- severity:  warning
-- does:      Left out of open cases
-- to do:     Open the case in the case system, or have the report hold it
-- needs:     cin_episodes.referral_date
-- any of:    cp_plans.start_date, cla_periods.start_date
-- doubt:     none
-- adds:      cin_episodes: episode_id = q.case_id, referral_date = q.on_date

with open_work as (
    select 'cp_plans' as table_name, child_key, cp_plan_id as case_id, start_date, end_date, 'On a plan' as is_now,
        file, sheet, row_number
    from cp_plans
    union all
    select 'cla_periods', child_key, cla_id, start_date, end_date, 'In care', file, sheet, row_number
    from cla_periods
)

select
    w.table_name, w.child_key, w.case_id, w.start_date as on_date,
    w.is_now || ' since ' || w.start_date || '; no open case' as what,
    w.file, w.sheet, w.row_number
from open_work w
cross join extract x
where w.start_date <= x.as_at
    and (w.end_date is null or w.end_date > x.as_at)
    and not exists (
        select 1 from cin_episodes e
        where e.child_key = w.child_key
            and e.referral_date <= x.as_at
            and (e.close_date is null or e.close_date > x.as_at)
    );
