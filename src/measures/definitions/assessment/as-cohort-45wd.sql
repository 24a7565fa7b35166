-- title:       Assessment starts completed within 45 working days
-- asks:        Of the assessments we start, how many do we finish in time?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the assessment started
-- met:         authorised by a manager on or before the 45th working day after it started
-- counts:      all assessments started in the month, finished or not
-- leaves out:  nothing that was started: work left open counts as late
-- clock:       working days; the day after the start is day 1
-- needs:       cin_assessments.start_date, cin_assessments.auth_date (may be blank)
-- shown:       months whose last day is past working day 45
-- note:        A month is shown once every assessment started in it has passed day 45, about ten weeks later.
-- note:        One that a section 47 enquiry took over stays in, and is finished only when authorised.
-- note:        No source marks an assessment that was opened in error: it counts until it is deleted.
-- note:        An assessment authorised before it started is an error: it is listed as one and counted nowhere.
-- standard:    Working Together to Safeguard Children: no more than 45 working days from the point of referral
-- source:      Department for Education, children in need census guide; the cohort is our own
-- act on:      not met, longest first: not completed by day 45
--   starts:    cin_assessments.start_date by assessment_id
--   limit:     45 working days
-- version:     1 (2014-04-01)   look again: 2027-11
-- chart title: Of assessments started in the month, the share completed within 45 working days
-- read with:   as-open-review-points.gt45 (stock)
--   title:     Assessments still open past day 45 at each month end
--   column:    Open past day 45
--   one:       assessment is still open past day 45
--   many:      assessments are still open past day 45
--   short:     open past day 45
-- order:       2
-- why:         Cannot be improved by leaving late work open
-- status:      Statutory guidance
-- guidance:    Working Together: no more than 45 working days from the point of referral to the decision
-- reference:   Working Together to Safeguard Children
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 88; amber 78
-- trap:        Reported too early, so recent months look poor
--   rule:      Only months in which every start has passed day 45 are shown
-- trap:        Assessment abandoned when a section 47 takes over
--   rule:      Stays in; counts as complete only when authorised
-- clock drawn: 45 working days from 2015-01-03
--   starts:    the assessment starts
--   ends:      a manager authorises it

with assessment as (
    select a.*, case when a.auth_date <= x.as_at then a.auth_date end as done_on
    from cin_assessments a
    cross join extract x
    where a.auth_date is null or a.auth_date >= a.start_date
)

select
    'bare'        as series,
    child_key,
    assessment_id as case_id,
    start_date    as on_date,
    team,
    worker,
    coalesce(within_working_days(start_date, done_on, 45), false) as met,
    working_day_number(start_date, done_on)                       as value
from assessment;
