-- title:       Open assessments past a review point
-- asks:        How much unfinished work has passed the points at which a manager should have looked at it?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end
-- met:         still open after the review point
-- counts:      assessments open at the month end
-- leaves out:  finished work, and work finished on the day itself
-- clock:       working days; the day after the start is day 1; past a point when finishing that day would be late
-- needs:       cin_assessments.start_date, cin_assessments.auth_date (may be blank)
-- note:        The points are nested: an assessment open for 50 days is past all four.
-- note:        No source marks an assessment that was opened in error: it counts until it is deleted.
-- note:        (annex-a) An extract that takes assessments by their start in the last six months drops the oldest work.
-- standard:    Working Together to Safeguard Children asks for review points; 45 days is its limit, the others are local
-- source:      Department for Education, children in need census guide; the inspectorate's report of 2014
-- act on:      met, longest first: past the review point
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      gt10: past day 10
--   act on:    met, longest first: past day 10
--     starts:    cin_assessments.start_date by assessment_id
--     limit:     10 working days
--   met:       still open after the 10th working day
-- series:      gt20: past day 20
--   act on:    met, longest first: past day 20
--     starts:    cin_assessments.start_date by assessment_id
--     limit:     20 working days
--   met:       still open after the 20th working day
-- series:      gt35: past day 35
--   act on:    met, longest first: past day 35
--     starts:    cin_assessments.start_date by assessment_id
--     limit:     35 working days
--   met:       still open after the 35th working day
-- series:      gt45: past day 45
--   act on:    met, longest first: past day 45
--     starts:    cin_assessments.start_date by assessment_id
--     limit:     45 working days
--   met:       still open after the 45th working day
-- order:       3
-- why:         The set points that Ofsted asked for, and part of the drift list
-- status:      Local (10/20/35); statutory guidance (45)
-- guidance:    Working Together requires an internal review point set at the outset; the points themselves are local
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- reference:   Ofsted, inspection of Manchester, September 2014
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        An extract of what started in the last six months drops the oldest open work
--   rule:      Everything that was open at any time counts
-- trap:        Bands exclusive in one tool and nested in another
--   rule:      Nested; a 50-day case is in all four
-- clock drawn: 10, 20, 35, 45 working days from 2015-02-02
--   starts:    the assessment starts
--   ends:      a manager authorises it
--   after:     counted

with open_assessment as (
    select a.*, m.last_day, working_day_number(a.start_date, m.last_day) as day_number
    from cin_assessments a
    join reporting_month m on a.start_date <= m.last_day and (a.auth_date is null or a.auth_date > m.last_day)
),

review_point as (
    select 'gt10' as series, 10 as day
    union all select 'gt20', 20
    union all select 'gt35', 35
    union all select 'gt45', 45
)

select
    p.series,
    o.child_key,
    o.assessment_id      as case_id,
    o.last_day           as on_date,
    o.team,
    o.worker,
    o.day_number > p.day as met,
    o.day_number         as value
from open_assessment o
cross join review_point p;
