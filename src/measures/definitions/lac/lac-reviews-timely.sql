-- title:       Looked-after reviews in timescale
-- asks:        Is every child's care looked at by the reviewing officer when it should be?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end, and the twelve months to it
-- met:         no review of this period of care was overdue at any time in the twelve months
-- counts:      children looked after at the month end for more than 20 working days
-- leaves out:  short breaks; reviews that were cancelled; children not yet past day 20
-- clock:       first by working day 20 of care, the second within 3 months of it, then within 6; from the day of placement for adoption 4 weeks, 3 months, 6 months
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, cla_reviews.review_date
-- sources:     ssd, ssda903
-- limits:      do not apply: each point shares eleven months with the next
-- note:        There is no figure before the files hold the twelve months that it looks back on.
-- note:        The clock starts with care, or with a placement for adoption: a move or a new legal status starts nothing.
-- note:        No file says that a review was held in parts: each meeting counts as a review, so the first part stops the clock.
-- note:        Of care that began before the days in the files the first review is timed by the case system's own due day, or else from the first of those days.
-- standard:    Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33; Adoption Agencies Regulations 2005, regulation 36
-- source:      The Children Act 1989 guidance and regulations, volume 2; adoption statutory guidance
-- act on:      not met, earliest first: with a late review
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      child (headline): children, all reviews in time
-- series:      flow: reviews due in the month
--   act on:    not met, earliest first: not held in time
--   placed:    flow: the day by which the review was due
--   met:       held on or before the day it was due
--   counts:    reviews that fell due in the month for children then looked after
--   leaves out: reviews of children who left before the day; those that a placement for adoption took the place of
-- order:       3
-- why:         Statutory; the reviewing officer’s main lever
-- status:      Statutory
-- guidance:    Care Planning, Placement and Case Review Regulations 2010; Children Act guidance, volume 2
-- reference:   Children Act 1989 guidance, volume 2
-- reference:   Promoting the health and well-being of looked-after children
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort, reviewing officer
-- start at:    green 97; amber 92
-- trap:        Clock restarts on placement move or legal status change
--   rule:      No; only on a new period of care
-- trap:        Adoption placement changes the cycle: 4 weeks, then 3 months, then 6
--   rule:      Adoption schedule from placement date
-- trap:        Review in parts (PN codes): date of first or last meeting
--   rule:      No file says that a review was held in parts: the first meeting counts
-- trap:        Cancelled review rows
--   rule:      Ignored
-- trap:        20 working days or 28 days (older local pages say 28)
--   rule:      20 working days
-- clock drawn: 20 working days from 2014-12-22
--   starts:    care begins
--   ends:      the first review is held
-- clock drawn: 3 months from 2015-01-22
--   starts:    the first review is held
--   ends:      the second is held
-- clock drawn: 6 months from 2015-04-22
--   starts:    the second review is held
--   ends:      the next is held

with late as (
    select child_key, nth, due_on, over_on
    from care_review_due
    where held_on is null or held_on > due_on
),

overdue as (
    select distinct i.child_key, i.last_day
    from in_care i
    join late l on l.child_key = i.child_key
        and l.nth = i.nth
        and l.due_on < i.last_day
        and coalesce(l.over_on, date '9999-12-31') > months_later(i.last_day, -12)
)

select
    'child'     as series,
    i.child_key,
    i.cla_id    as case_id,
    i.last_day  as on_date,
    i.team,
    i.worker,
    o.child_key is null as met,
    null        as value
from in_care i
left join first_review_day f on f.began_on = i.began_on
left join overdue o on o.child_key = i.child_key and o.last_day = i.last_day
where i.year_is_held and (f.due_on is null or i.last_day > f.due_on)
union all
select 'flow', child_key, case_id, due_on, team, worker, coalesce(held_on <= due_on, false), held_on - due_on
from care_review_due;
