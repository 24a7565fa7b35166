-- The plan of each child then on a child in need plan at each month end, the latest begun of several, with its latest review
-- and the day by which the next is due: six weeks from its start, then twelve weeks from each review. A review needs who came
-- from other agencies, or what was decided. One month end for which the files do not reach twelve weeks back is left out: a
-- review before them could not be seen.
create temporary table need_plan_review_due as
with told as (
    select min(held_on) as first_on from need_plan_reviews
),

plan as (
    select c.child_key, c.last_day, c.case_id, c.team, c.worker, c.kind_of_plan, max(p.start_date) as started_on
    from cin_plan_month c
    join cin_plans p on p.child_key = c.child_key
    cross join told t
    where p.start_date <= c.last_day and (p.end_date is null or p.end_date > c.last_day) and c.last_day >= t.first_on + 84
    group by c.child_key, c.last_day, c.case_id, c.team, c.worker, c.kind_of_plan
),

reviewed as (
    select p.child_key, p.last_day, max(r.held_on) as latest_on
    from plan p
    join need_plan_reviews r on r.child_key = p.child_key and r.held_on between p.started_on and p.last_day
    where r.agencies is not null or r.decision is not null
    group by p.child_key, p.last_day
)

select p.*, r.latest_on, coalesce(r.latest_on + 84, p.started_on + 42) as due_on
from plan p
left join reviewed r on r.child_key = p.child_key and r.last_day = p.last_day;
