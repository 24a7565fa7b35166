-- Missing episodes of looked-after children that ended, with what the case system says of an interview: whether it was
-- offered and accepted, and no more. In the team that held the child on the return.
create temporary table recorded_interview as
with ended as (
    select e.episode_id, e.child_key, e.end_date as returned_on, i.offered, i.accepted, c.team, c.worker,
        row_number() over (partition by e.episode_id order by c.start_date desc, c.cla_id) as nth_row
    from missing_episodes e
    join care_period c on c.child_key = e.child_key
        and c.start_date <= e.start_date
        and c.ended_on >= e.start_date
        and coalesce(c.adult_on, date '9999-12-31') > e.end_date
    cross join extract x
    left join missing_interviews i on i.episode_id = e.episode_id and i.child_key = e.child_key
    where e.type = 'missing' and e.end_date >= e.start_date and e.end_date <= x.as_at
)
select
    e.episode_id, e.child_key, e.returned_on, e.offered, e.accepted,
    case when spells.held then h.team else e.team end as team,
    case when spells.held then h.worker else e.worker end as worker
from ended e
cross join (select count(*) > 0 as held from child_holder) spells
left join child_holder h on h.child_key = e.child_key
    and h.from_date <= e.returned_on
    and h.to_date >= e.returned_on
where e.nth_row = 1;
