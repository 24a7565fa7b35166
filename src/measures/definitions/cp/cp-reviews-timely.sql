-- title:       Child protection review conferences held in time
-- asks:        Are plans looked at again by everyone when they should be?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end
-- met:         every review that fell due since the plan started was held by its day: the first within three months of the
--                initial conference, each later one within six months of the one before; and none is overdue
-- counts:      children whose plan is open at the month end and has been for three months
-- leaves out:  plans that ended by the day; another authority's temporary plans
-- clock:       calendar months: the same day of the later month, or its last; 30 November and three months is 28 February
-- needs:       cp_reviews.review_date, cp_plans.start_date, cp_plans.end_date (may be blank)
-- sources:     ssd
-- detail:      the latest category of abuse
-- note:        One review held late makes the child's record late for as long as the plan lasts.
-- note:        The clock starts at the initial conference of the 31 days up to the plan's start, and at the plan's start where
--                none is known.
-- note:        A conference that too few came to, or that was adjourned, was not held. Where the source does not say, it was.
-- note:        A review that fell due before the days that the source promises is not asked: it may no longer be held.
-- note:        Annex A and the census hold no more than the latest reviews, so this is not worked out from them.
-- standard:    Working Together to Safeguard Children: within three months of the initial conference, then at most six apart
-- source:      Department for Education, children in need census guide; local authority interactive tool
-- act on:      not met, earliest first: with a late review
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      dfe (headline): children, all reviews in time
--   benchmark: RevCP
--     title:   Child protection cases reviewed in time
--     gives:   %, on 31 March, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
--     differs: Published of children on a plan for three months or more on 31 March, all of whose reviews were in
--              time.
-- series:      flow: reviews due in the month, held in time
--   act on:    not met, longest first: not held in time
--   placed:    flow: the day by which the review was due
--   met:       the review was held on or before the day by which it was due
--   counts:    reviews that fell due in the month, while the plan was open or held before it ended
--   leaves out: reviews that the end of the plan made needless; another authority's temporary plans
-- order:       4
-- why:         A check that plans are kept alive
-- status:      Statutory guidance
-- guidance:    Working Together: 3 months, then 6-monthly
-- reference:   Working Together to Safeguard Children
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 97; amber 92
-- trap:        Child level: one late review fails the whole year
--   rule:      The department’s series does; flow series judges each review
-- trap:        91 or 183 days instead of months
--   rule:      Calendar months
-- trap:        Adjourned or inquorate conference
--   rule:      An adjourned or inquorate conference is no review where a source says so
-- trap:        Annex A holds the latest review alone, so history cannot be rebuilt
--   rule:      Worked out from a source that holds every review
-- published:   31 Mar 2015: 93.9%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   31 Mar 2025: 90.6%
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 81.6, half at or below 93.7, and nine tenths at
--              or below 99.3
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- clock drawn: 3 months from 2014-11-30
--   starts:    the initial conference is held
--   ends:      the first review is held
-- clock drawn: 6 months from 2015-02-20
--   starts:    a review is held
--   ends:      the next is held

-- The day by which the first review was due that was not held by then. The review that a plan ends before is not due.
with first_missed as (
    select d.cp_plan_id, min(d.due_on) as due_on
    from plan_review_due d
    where d.next_on is null or d.next_on > d.due_on
    group by d.cp_plan_id
)

select
    'dfe' as series, o.child_key, o.cp_plan_id as case_id, o.last_day as on_date, o.team, o.worker,
    o.last_day <= coalesce(f.due_on, o.last_day) as met, null as value, o.category as detail
from our_plan_month o
left join first_missed f on f.cp_plan_id = o.cp_plan_id
where months_later(o.start_date, 3) <= o.last_day
union all
select
    'flow', p.child_key, p.cp_plan_id || '-' || d.due_on, d.due_on, case when spells.held then h.team else p.team end,
    case when spells.held then h.worker else p.worker end,
    coalesce(d.next_on <= d.due_on, false), d.next_on - d.due_on, p.category
from plan_review_due d
join our_plan p on p.cp_plan_id = d.cp_plan_id
cross join (select count(*) > 0 as held from child_holder) spells
left join child_holder h on h.child_key = p.child_key and h.from_date <= d.due_on and h.to_date >= d.due_on
where d.next_on <= d.due_on or p.end_date is null or p.end_date > d.due_on;
