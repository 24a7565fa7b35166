-- The spells of `cin_plan_spell` at each month end: one row for each child then on a child in need plan. In the team of
-- the worker who held the child that day, where the source says it of every day, and else that of the case.
create temporary table cin_plan_month as
select
    s.child_key, m.last_day, s.from_date as entered_on,
    coalesce(s.episode_id, 'child-' || s.child_key) as case_id,
    s.referral_date, s.kind_of_plan,
    case when spells.held then h.team else s.team end as team,
    case when spells.held then h.worker else s.worker end as worker
from cin_plan_spell s
join reporting_month m on s.from_date <= m.last_day and (s.to_date is null or s.to_date > m.last_day)
cross join (select count(*) > 0 as held from holder_month) spells
left join holder_month h on h.child_key = s.child_key and h.last_day = m.last_day;
