-- Each stretch of a child protection plan to its next review: from the initial conference, and from each review that was
-- held, to the day by which the next was due. `next_on` is the day it was held; null where none was, or not yet. The first
-- is due three months after the initial conference of the 31 days up to the plan's start, or after that start where none is
-- known; each later one six months after the one before. A review that too few came to was not held.
-- What fell due before the days that the source promises is not asked: the review may be one that it no longer has.
create temporary table plan_review_due as
with conference as (
    select p.cp_plan_id, max(c.icpc_date) as held_on
    from our_plan p
    join initial_cp_conference c on c.child_key = p.child_key
    where c.icpc_date between p.start_date - 31 and p.start_date and coalesce(c.outcome_cp_flag, true)
    group by p.cp_plan_id
),

held as (
    select p.cp_plan_id, coalesce(c.held_on, p.start_date) as held_on, 3 as months
    from our_plan p
    left join conference c on c.cp_plan_id = p.cp_plan_id
    union
    select p.cp_plan_id, r.review_date, 6
    from our_plan p
    join cp_reviews r on r.child_key = p.child_key
    cross join extract x
    where (r.cp_plan_id = p.cp_plan_id or r.cp_plan_id is null)
        and r.review_date > p.start_date
        and (p.end_date is null or r.review_date <= p.end_date)
        and r.review_date <= x.as_at
        and coalesce(r.quorate, true)
),

stretch as (
    select cp_plan_id, held_on, months_later(held_on, months) as due_on,
        lead(held_on) over (partition by cp_plan_id order by held_on) as next_on
    from held
)

select s.cp_plan_id, s.held_on, s.due_on, s.next_on
from stretch s
join extract x on x.window_from is null or s.due_on >= x.window_from;
