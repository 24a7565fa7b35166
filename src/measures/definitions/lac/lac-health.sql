-- title:       Health assessments up to date
-- asks:        Does each child in our care have the health assessments they are owed?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end, and the twelve months to it
-- met:         assessed in the twelve months to the month end: twice where the child is under five, once from five on
-- counts:      children looked after without a break for twelve months or more at the month end
-- leaves out:  short breaks; assessments that were planned, refused or cancelled: a refusal is not done
-- clock:       calendar months
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, cla_health.check_date, cla_health.check_type
-- sources:     ssd
-- limits:      do not apply: each point shares eleven months with the next
-- note:        There is no figure before the files hold the twelve months that it looks back on.
-- note:        The department's cohort, for comparison; the series of all children is the one to work by.
-- standard:    Care Planning, Placement and Case Review (England) Regulations 2010, regulation 7: every six months under five, every twelve from five on
-- source:      Department for Education and Department of Health, promoting the health and well-being of looked-after children
-- act on:      not met, lowest first: without the health assessments of the year
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      annual (headline): review health assessments
--   benchmark: LACHealth%
--     title:   Looked after children with a health check in the year
--     gives:   %, on 31 March, whole
--     from:    Department for Education, Children looked after in England
--     differs: Published of children looked after for 12 months or more on 31 March.
-- series:      in_date: all children, the last one recent enough
--   act on:    not met, earliest first: without a recent health assessment
--   placed:    stock: each month end
--   met:       assessed in the last six months where the child is under five, in the last twelve from five on
--   counts:    children looked after at the month end for more than 20 working days
--   leaves out: short breaks; children whose first assessment is not due yet
--   sources:   ssd, annex-a
--   note:      (annex-a) The as-at day alone: Annex A has the latest assessment only.
-- series:      initial: initial within 20 working days
--   act on:    not met, longest first: without an initial assessment by day 20
--     limit:     20 working days
--   placed:    flow: the day care began
--   met:       the first assessment was on or before the 20th working day after care began
--   counts:    periods of care that began in the month
--   leaves out: a return the day after leaving; short breaks
--   clock:     working days; the day after care began is day 1
--   shown:     months whose last day is past working day 20
--   note:      No file says that a doctor made it: the first health assessment of the period is taken as the initial one.
--   note:      A child who left within 20 working days and was not assessed counts as not met.
-- series:      request: days from the start of care to the request
--   act on:    all, longest first: counted, the longest first
--   shows:     median, calendar days, lower is better
--   placed:    flow: the day care began
--   met:       each period of care, with the days until health was asked for the assessment
--   clock:     calendar days
--   needs:     none
--   not held:  Not available yet: the day on which health was asked for an assessment is in no file and no template. It tells a late notice of ours from a late appointment
-- order:       9
-- why:         Unmet health need is common in care
-- status:      Statutory
-- guidance:    Care planning regulations; health guidance: plan ready for the first review, which is within 20
--              working days
-- reference:   Promoting the health and well-being of looked-after children
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Under 5s need two in the year
--   rule:      Both needed
-- trap:        Refusals
--   rule:      Count as not done
-- trap:        12-month cohort or all children
--   rule:      The department’s cohort for benchmark, all children for operations
-- trap:        Late council notification blamed on health
--   rule:      The days from entry to the request are a series, once they are captured
-- published:   31 Mar 2015: 90% annual
--   source:    Department for Education, SFR 34/2015
-- published:   31 Mar 2025: 90% annual
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 83.3, half at or below 93, and nine tenths at or
--              below 98
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- clock drawn: 20 working days from 2014-12-22
--   starts:    care begins
--   ends:      the first health assessment is done
-- clock drawn: 12 months from 2014-11-30
--   starts:    a child of five or over is assessed
--   ends:      the child is assessed again

with every_check as (
    select count(*) > 0 as is_held from carried where field = 'cla_health.said_type'
),

checked as (
    select distinct h.child_key, h.check_date
    from cla_health h
    cross join extract x
    where h.check_type = 'health' and h.check_date <= x.as_at
),

done as (
    select i.child_key, i.last_day,
        count(case when c.check_date > months_later(i.last_day, -12) then 1 end) as in_year,
        max(c.check_date) as latest_on
    from in_care i
    join checked c on c.child_key = i.child_key and c.check_date <= i.last_day
    group by i.child_key, i.last_day
),

child as (
    select i.*, d.in_year, d.latest_on, coalesce(i.last_day < months_later(p.dob, 60), false) as is_under_five
    from in_care i
    join person p on p.child_key = i.child_key
    left join done d on d.child_key = i.child_key and d.last_day = i.last_day
),

first_check as (
    select v.child_key, v.nth, min(c.check_date) as check_on
    from care_movement v
    join checked c on c.child_key = v.child_key and c.check_date >= v.began_on and c.check_date <= v.ended_on
    where v.direction = 1
    group by v.child_key, v.nth
)

select
    'annual'   as series,
    child_key,
    cla_id     as case_id,
    last_day   as on_date,
    team,
    worker,
    coalesce(in_year, 0) >= case when is_under_five then 2 else 1 end as met,
    coalesce(in_year, 0) as value
from child
where months_later(began_on, 12) <= last_day and year_is_held
union all
select
    'in_date', c.child_key, c.cla_id, c.last_day, c.team, c.worker,
    coalesce(months_later(c.latest_on, case when c.is_under_five then 6 else 12 end) >= c.last_day, false),
    c.last_day - c.latest_on
from child c
cross join every_check e
cross join extract x
left join first_review_day f on f.began_on = c.began_on
where (f.due_on is null or c.last_day > f.due_on) and (e.is_held or c.last_day = x.as_at)
union all
select
    'initial', v.child_key, v.cla_id, v.on_date, v.team, v.worker,
    coalesce(within_working_days(v.began_on, c.check_on, 20), false),
    working_day_number(v.began_on, c.check_on)
from care_movement v
left join first_check c on c.child_key = v.child_key and c.nth = v.nth
where v.direction = 1;
