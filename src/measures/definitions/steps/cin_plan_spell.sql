-- Children on a child in need plan, or assessed as needing one: one row for each spell of a child under 18,
-- with the episode of need that was open when it began, the latest of several. `to_date` is the day it was over, the
-- 18th birthday at the latest; null where it goes on.
create temporary table cin_plan_spell as
with spell as (
    select s.child_key, s.from_date,
        case when s.to_date <= months_later(p.dob, 216) or p.dob is null then s.to_date else months_later(p.dob, 216) end as to_date
    from cohort_spell s
    join person p on p.child_key = s.child_key
    where s.cohort = 'on a child in need plan'
        and (p.dob is null or s.from_date < months_later(p.dob, 216))
),

open_case as (
    select s.child_key, s.from_date, e.episode_id, e.referral_date, e.primary_need_code, e.team, e.worker,
        row_number() over (
            partition by s.child_key, s.from_date order by e.referral_date desc, e.episode_id
        ) as nth
    from spell s
    join cin_episodes e on e.child_key = s.child_key
    where e.referral_date <= s.from_date and (e.close_date is null or e.close_date > s.from_date)
)

select
    s.child_key, s.from_date, s.to_date,
    o.episode_id, o.referral_date, o.team, o.worker,
    case when o.primary_need_code = 'N2' then 'a disabled child’s plan' else 'other plans' end as kind_of_plan
from spell s
left join open_case o on o.child_key = s.child_key and o.from_date = s.from_date and o.nth = 1;
