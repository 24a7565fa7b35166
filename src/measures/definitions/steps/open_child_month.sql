-- Each child who is open at a month end, once: looked after, on a child protection plan, with an open episode of need, or
-- in assessment. `place` is the weightiest of these, in that order; `open_since` is the day on
-- which the first of them began. In the team of the worker who held the child that day, where the source says it of every
-- day, and else that of the row: an assessment that nobody holds is its own team's.
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
select o.child_key, o.last_day, o.place, o.case_id, o.open_since,
    case when spells.held then coalesce(h.team, case when o.place = 4 then o.team end) else o.team end as team,
    case when spells.held then coalesce(h.worker, case when o.place = 4 then o.worker end) else o.worker end as worker
from open_work o
cross join (select count(*) > 0 as held from holder_month) spells
left join holder_month h on h.child_key = o.child_key and h.last_day = o.last_day
where o.nth = 1;
