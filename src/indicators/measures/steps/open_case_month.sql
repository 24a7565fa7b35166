-- Each child with an open episode of need at a month end, once: by the episode that began last.
create temporary table open_case_month as
with open_case as (
    select e.*, m.last_day, row_number() over (
        partition by e.child_key, m.last_day order by e.referral_date desc, e.episode_id
    ) as nth
    from cin_episodes e
    join reporting_month m on e.referral_date <= m.last_day and (e.close_date is null or e.close_date > m.last_day)
)
select child_key, last_day, episode_id, referral_date, primary_need_code, team, worker
from open_case
where nth = 1;
