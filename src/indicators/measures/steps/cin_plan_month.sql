-- The spells of `cin_plan_spell` at each month end: one row for each child then on a child in need plan.
create temporary table cin_plan_month as
select
    s.child_key, m.last_day, s.from_date as entered_on,
    coalesce(s.episode_id, 'child-' || s.child_key) as case_id,
    s.referral_date, s.last_seen_date, s.team, s.worker, s.kind_of_plan
from cin_plan_spell s
join reporting_month m on s.from_date <= m.last_day and (s.to_date is null or s.to_date > m.last_day);
