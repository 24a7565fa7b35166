-- Every review of a looked-after child that has fallen due, with the day it was held: the first by working day 20 of the
-- period of care, the second within three months of the first, others within six of the one before. A placement for
-- adoption begins the cycle anew: four weeks, three months, six. `over_on` is the day from which one that was late is no
-- longer owed: held, or taken over by the cycle of adoption. None is due in a series of short breaks.
--
-- Where care began before the days that the source promises, the first reviews are not here to count from: then the
-- first one due is as the source says, or six months into those days, and the others follow at six months.
create temporary table care_review_due as
with period as (
    select
        c.child_key, c.nth, c.cla_id, c.began_on, c.ended_on, c.team, c.worker, f.due_on as first_due_on,
        case when x.window_from is null or f.due_on >= x.window_from then null else x.window_from end as history_from
    from (
        select *, row_number() over (partition by child_key, nth order by start_date desc, cla_id desc) as from_last
        from care_period
    ) c
    cross join extract x
    left join first_review_day f on f.began_on = c.began_on
    where c.from_last = 1 and (f.due_on is not null or x.window_from is not null)
),
placed_for_adoption as (
    select child_key, start_date
    from (
        select
            p.child_key, p.start_date, p.placement_type,
            lag(p.placement_type) over (partition by p.child_key order by p.start_date) as type_before
        from cla_placement p
        cross join extract x
        where p.start_date <= x.as_at
    ) placement
    where placement_type in ('A3', 'A4', 'A5', 'A6')
        and (type_before is null or type_before not in ('A3', 'A4', 'A5', 'A6'))
),
cycle as (
    select p.*, p.began_on as from_on, false as is_adoption
    from period p
    union all
    select p.*, a.start_date, true
    from period p
    join placed_for_adoption a on a.child_key = p.child_key and a.start_date >= p.began_on and a.start_date < p.ended_on
),
cycle_days as (
    select c.*, lead(from_on) over (partition by child_key, nth order by from_on, is_adoption) as until_on
    from cycle c
),
held_review as (
    select r.child_key, r.review_date, max(r.due_date) as said_due_on
    from cla_reviews r
    cross join extract x
    where r.review_date <= x.as_at
    group by r.child_key, r.review_date
),
anchor as (
    select c.*, 0 as place, c.from_on as anchor_on, cast(null as date) as said_due_on
    from cycle_days c
    union all
    select c.*,
        row_number() over (partition by c.child_key, c.nth, c.from_on, c.is_adoption order by r.review_date),
        r.review_date, r.said_due_on
    from cycle_days c
    join held_review r on r.child_key = c.child_key
        and r.review_date >= c.from_on
        and r.review_date < coalesce(c.until_on, date '9999-12-31')
        and r.review_date <= c.ended_on
),
followed as (
    select a.*,
        lead(anchor_on) over story as held_on,
        lead(said_due_on) over story as next_said_due_on
    from anchor a
    window story as (partition by child_key, nth, from_on, is_adoption order by place)
),
due as (
    select f.*,
        case
            when is_adoption and place = 0 then from_on + 28
            when is_adoption and place = 1 then months_later(anchor_on, 3)
            when is_adoption then months_later(anchor_on, 6)
            when history_from is not null and place = 0 then coalesce(next_said_due_on, months_later(history_from, 6))
            when place = 0 then first_due_on
            when history_from is null and place = 1 then months_later(anchor_on, 3)
            else months_later(anchor_on, 6)
        end as due_on
    from followed f
)
select
    d.child_key, d.nth, d.cla_id, d.due_on, d.held_on, coalesce(d.held_on, d.until_on) as over_on,
    d.cla_id || case when d.is_adoption then '-adoption' else '' end || '-review-' || cast(d.place + 1 as text) as case_id,
    case when spells.held then h.team else d.team end as team,
    case when spells.held then h.worker else d.worker end as worker
from due d
cross join extract x
cross join (select count(*) > 0 as held from child_holder) spells
left join child_holder h on h.child_key = d.child_key
    and h.from_date <= d.due_on
    and h.to_date >= d.due_on
where d.due_on <= x.as_at
    and d.due_on < d.ended_on
    and (d.until_on is null or d.due_on < d.until_on)
    and not exists (
        select 1 from short_break b
        where b.child_key = d.child_key and b.start_date <= d.due_on and b.end_date > d.due_on
    );
