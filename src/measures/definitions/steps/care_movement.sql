-- Each time that a child came into care (1) or left it (-1), by its whole period. A period of which the files do not
-- have the first days did not begin when it begins here. The status of the first day, and of the last night,
-- says whether it was a short break. The first row of a whole period gives the team of its entry, the last of its exit.
create temporary table care_movement as
with in_order as (
    select c.*,
        row_number() over (partition by child_key, nth order by start_date, cla_id)           as from_first,
        row_number() over (partition by child_key, nth order by start_date desc, cla_id desc) as from_last
    from care_period c
),
movement as (
    select child_key, cla_id, nth, began_on, ended_on, began_on as on_date, began_on as status_on, team, worker,
        null as end_reason, 1 as direction
    from in_order
    where from_first = 1 and coalesce(entered, true)
    union all
    select i.child_key, i.cla_id, i.nth, i.began_on, i.ended_on, i.ended_on, greatest(i.ended_on - 1, i.began_on), i.team, i.worker,
        case when i.ended_on = i.adult_on then '18' else i.end_reason end, -1
    from in_order i
    cross join extract x
    where from_last = 1 and i.ended_on <= x.as_at
),
held as (
    select v.*,
        case when spells.held then h.team else v.team end as held_by_team,
        case when spells.held then h.worker else v.worker end as held_by_worker,
        l.legal_status,
        row_number() over (
            partition by v.child_key, v.nth, v.direction order by l.start_date desc nulls last, l.legal_status
        ) as nth_status
    from movement v
    cross join (select count(*) > 0 as held from child_holder) spells
    left join child_holder h on h.child_key = v.child_key
        and h.from_date <= v.on_date
    and h.to_date >= v.on_date
    left join legal_status l on l.child_key = v.child_key
        and l.start_date <= v.status_on
        and coalesce(l.end_date, date '9999-12-31') > v.status_on
)
select
    v.direction, v.child_key, v.cla_id, v.nth, v.began_on, v.ended_on, v.on_date,
    v.held_by_team as team, v.held_by_worker as worker, v.end_reason, v.legal_status
from held v
where v.nth_status = 1
    and not exists (
        select 1 from short_break b
        where b.child_key = v.child_key
            and b.start_date <= v.status_on
            and b.end_date > v.status_on
    );
