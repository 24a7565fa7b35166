-- title:       Permanence plan by the second review
-- asks:        Do we know early where each child is to grow up?
-- shows:       rate, %, higher is better
-- placed:      flow: the day by which the second review was due
-- met:         a care plan with an aim for good began on or before that day; several aims at once, in parallel, are a plan
-- counts:      children whose second review fell due in the month, and who were then looked after
-- leaves out:  children who left before the day; short breaks; periods whose first days are not in the files
-- clock:       20 working days, then three calendar months, from the start of care
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, cla_periods.permanence_planned_on (may be blank)
-- note:        No file says when a plan was written down: one that was filled in later, and dated back, cannot be told.
-- note:        (annex-a) Annex A has the plan of today, and no day on which it was made.
-- standard:    The Children Act 1989 guidance, volume 2: a permanence plan is considered at the second review
-- source:      The Children Act 1989 guidance and regulations, volume 2; adoption statutory guidance
-- act on:      not met, longest first: without a plan for permanence in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       13
-- why:         Early planning cuts drift
-- status:      Statutory guidance
-- guidance:    Children Act guidance, volume 2; adoption guidance ties the panel timetable to this review
-- reference:   Children Act 1989 guidance, volume 2
-- reference:   Brent fostering handbook
-- reference:   Department for Education, adoption statutory guidance, 2013
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Plan recorded later and back-filled
--   rule:      No file says when a plan was written down: the plan’s own day counts
-- trap:        Child left care before the review
--   rule:      Out
-- trap:        Planning for two outcomes at once counted as a plan
--   rule:      Yes, if options are named
-- clock drawn: 20 working days from 2014-12-22
--   starts:    care begins
--   ends:      the first review is held
-- clock drawn: 3 months from 2015-01-22
--   starts:    that day comes
--   ends:      the permanence plan is recorded

with planned as (
    select c.child_key, c.nth, min(p.permanence_planned_on) as planned_on
    from care_period c
    join cla_periods p on p.cla_id = c.cla_id
    group by c.child_key, c.nth
),

second_review as (
    select v.*, months_later(f.due_on, 3) as due_on
    from care_movement v
    join first_review_day f on f.began_on = v.began_on
    where v.direction = 1
)

select
    'bare'     as series,
    r.child_key,
    r.cla_id   as case_id,
    r.due_on   as on_date,
    case when spells.held then h.team else r.team end as team,
    case when spells.held then h.worker else r.worker end as worker,
    coalesce(p.planned_on <= r.due_on, false) as met,
    p.planned_on - r.began_on as value
from second_review r
cross join extract x
join planned p on p.child_key = r.child_key and p.nth = r.nth
cross join (select count(*) > 0 as held from child_holder) spells
left join child_holder h on h.child_key = r.child_key and h.from_date <= r.due_on and h.to_date >= r.due_on
where r.due_on <= x.as_at and r.ended_on > r.due_on;
