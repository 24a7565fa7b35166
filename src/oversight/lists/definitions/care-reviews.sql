-- title:    Reviews of children looked after
-- area:     children looked after
-- answers:  reviewing officer
-- says:     By working day 20, then three months, then every six
-- clock:    calendar days from the day by which it was due
-- due:      the day comes within 10 working days
-- overdue:  the day has passed, and no review was held since
-- rule:     review overdue
--   asks:   When is the review?
--   differs: Its measure counts every child with any late review in twelve months; this list has the reviews that are still to be held.
-- order:    2

with overdue as (
    select d.child_key, d.nth, min(d.due_on) as due_on
    from care_review_due d
    join extract x on d.due_on < x.as_at
    where d.over_on is null
    group by d.child_key, d.nth
),

adoption as (
    select p.child_key, max(p.start_date) as placed_on
    from (
        select child_key, start_date, placement_type, lag(placement_type) over (partition by child_key order by start_date) as type_before
        from cla_placement
    ) p
    join extract x on p.start_date <= x.as_at
    where p.placement_type in ('A3', 'A4', 'A5', 'A6') and (p.type_before is null or p.type_before not in ('A3', 'A4', 'A5', 'A6'))
    group by p.child_key
),

-- The next one, of those that owe none: counted from care, or from a placement for adoption, as the measure does.
child as (
    select i.*, f.due_on as first_due_on, coalesce(a.placed_on >= i.began_on, false) as is_adoption,
        case when a.placed_on >= i.began_on then a.placed_on else i.began_on end as from_on
    from in_care i
    join extract x on x.as_at = i.last_day
    left join first_review_day f on f.began_on = i.began_on
    left join adoption a on a.child_key = i.child_key
),

reviewed as (
    select c.child_key, count(distinct r.review_date) as reviews, max(r.review_date) as latest_on
    from child c
    join cla_reviews r on r.child_key = c.child_key and r.review_date between c.from_on and c.last_day
    group by c.child_key
),

coming as (
    select c.*, r.latest_on,
        case
            when r.reviews is null and c.is_adoption then c.from_on + 28
            when r.reviews is null then c.first_due_on
            -- Of care that began before the days that the source promises, the first reviews may be missing.
            when r.reviews = 1 and (c.is_adoption or x.window_from is null or c.first_due_on >= x.window_from) then months_later(r.latest_on, 3)
            else months_later(r.latest_on, 6)
        end as due_on
    from child c
    cross join extract x
    left join reviewed r on r.child_key = c.child_key
    where not exists (select 1 from overdue o where o.child_key = c.child_key and o.nth = c.nth)
)

select
    'review overdue' as rule, i.child_key, i.cla_id as case_id, i.team, i.worker, cast(null as date) as starts_on, o.due_on,
    true as is_overdue, x.as_at - o.due_on as days_over, cast(null as text) as detail
from in_care i
join extract x on x.as_at = i.last_day
join overdue o on o.child_key = i.child_key and o.nth = i.nth
union all
select
    'review overdue', c.child_key, c.cla_id, c.team, c.worker, coalesce(c.latest_on, c.from_on), c.due_on, false, null, null
from coming c
join extract x on c.due_on >= x.as_at
where c.due_on <= day_of_number(0, -10);
