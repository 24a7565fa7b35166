-- title:       Manager review recorded at each set point
-- asks:        Does a manager look at every assessment under way before it drifts?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the set point fell
-- met:         a manager's review for that point recorded no later than two working days after it
-- counts:      set points that fell in the month while the assessment was under way; one that passed two points is two
-- leaves out:  points after the assessment was authorised: it never came to them
-- clock:       working days; the day after the start is day 1; the points are 10, 20 and 35, with two days' grace
-- needs:       management_oversight.assessment_started_on, management_oversight.point,
--                management_oversight.reviewed_on (may be blank)
-- detail:      the set point
-- note:        A review counts for the point it was recorded for: a note of supervision is none.
-- note:        Points of the last two working days may still be reviewed in time.
-- note:        A review before the assessment started is an error: the point is counted nowhere.
-- standard:    Working Together to Safeguard Children asks for review points; the points themselves are local
-- source:      our own, after the inspectorate's report of 2014
-- act on:      not met, longest first: without a review in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): by any manager
-- series:      senior: by a senior manager
--   met:       a review by a manager above the team manager recorded no later than two working days after the point
--   needs:     management_oversight.assessment_started_on, management_oversight.point,
--                management_oversight.reviewed_on (may be blank), management_oversight.tier (may be blank)
-- order:       4
-- why:         Evidence of oversight at first-tier and senior level
-- status:      Statutory guidance in principle; points local
-- guidance:    Managers review whether assessments will meet the agreed review point
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- reference:   Ofsted, inspection of Manchester, September 2014
-- breakdowns:  team, worker, locality, service, tier of the reviewer
-- start at:    green 90; amber 75
-- trap:        A supervision note counted as a review
--   rule:      A review counts for the point that it was recorded for
-- trap:        Completed before the point
--   rule:      No point reached, not in denominator
-- clock drawn: 12 working days from 2015-02-02
--   starts:    the assessment starts
--   ends:      a manager reviews it for the first point

-- The point's own day is counted from the start, whatever the template says it was.
with point as (
    select o.*, due.day as reached_on,
        case when o.reviewed_on <= x.as_at then working_day_number(o.assessment_started_on, o.reviewed_on) end as review_day
    from management_oversight o
    cross join extract x
    join calendar start_day on start_day.day = o.assessment_started_on
    join calendar due on due.is_working_day and due.working_days = start_day.working_days + o.point
    where due.day <= x.as_at
        and (o.reviewed_on is null or o.reviewed_on >= o.assessment_started_on)
),

-- Of several assessments of a child that started on one day, the day on which the last was authorised.
done as (
    select child_key, start_date, max(coalesce(auth_date, date '9999-12-31')) as done_on
    from cin_assessments
    group by child_key, start_date
)

select
    s.series,
    p.child_key,
    p.management_oversight_id as case_id,
    p.reached_on              as on_date,
    p.team,
    p.worker,
    coalesce(p.review_day <= p.point + 2, false)
        and (s.series = 'bare' or coalesce(p.tier = 'senior', false)) as met,
    p.review_day              as value,
    'Day ' || p.point         as detail
from point p
cross join (select 'bare' as series union all select 'senior') s
left join done d on d.child_key = p.child_key and d.start_date = p.assessment_started_on
where d.done_on is null or d.done_on >= p.reached_on;
