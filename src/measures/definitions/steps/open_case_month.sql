-- Each child with an open episode of need at a month end, once: by the episode that began last. In the team of the worker
-- who held the child that day, where the source says it of every day, and else that of the row.
create temporary table open_case_month as
with open_case as (
    select e.*, m.last_day, row_number() over (
        partition by e.child_key, m.last_day order by e.referral_date desc, e.episode_id
    ) as nth
    from cin_episodes e
    join reporting_month m on e.referral_date <= m.last_day and (e.close_date is null or e.close_date > m.last_day)
)
select o.child_key, o.last_day, o.episode_id, o.referral_date, o.primary_need_code,
    case when spells.held then h.team else o.team end as team,
    case when spells.held then h.worker else o.worker end as worker
from open_case o
cross join (select count(*) > 0 as held from holder_month) spells
left join holder_month h on h.child_key = o.child_key and h.last_day = o.last_day
where o.nth = 1;
