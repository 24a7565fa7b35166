-- Each child who is open at a month end, once: looked after, on a child protection plan, with an open episode of need, or
-- in assessment. `place` is the weightiest of these, in that order, and gives team and worker; `open_since` is the day on
-- which the first of them began.
create temporary table open_child_month as
with work as (
    select 1 as place, child_key, start_date, ended_on as end_date, cla_id as case_id, team, worker
    from care_period
    union all
    select 2, child_key, start_date, coalesce(end_date, date '9999-12-31'), cp_plan_id, team, worker
    from cp_plans
    where not coalesce(ola, false)
    union all
    select 3, child_key, referral_date, coalesce(close_date, date '9999-12-31'), episode_id, team, worker
    from cin_episodes
    union all
    select 4, child_key, start_date, coalesce(auth_date, date '9999-12-31'), assessment_id, team, worker
    from cin_assessments
),
open_work as (
    select
        w.*, m.last_day, min(w.start_date) over (partition by w.child_key, m.last_day) as open_since,
        row_number() over (partition by w.child_key, m.last_day order by w.place, w.start_date desc, w.case_id) as nth
    from work w
    join reporting_month m on w.start_date <= m.last_day and w.end_date > m.last_day
)
select child_key, last_day, place, case_id, open_since, team, worker
from open_work
where nth = 1;
