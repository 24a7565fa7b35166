-- title:       Open assessments with the child not yet seen after 10 working days
-- asks:        Whom have we not laid eyes on, though we have been assessing for two weeks?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end
-- met:         no visit yet at which the child was seen
-- counts:      assessments of born children open at the month end, past the 10th working day
-- leaves out:  children not born by the day; finished work
-- clock:       working days; the day after the start is day 1; past day 10 when finishing that day would be late
-- needs:       cin_assessments.start_date, cin_assessments.auth_date (may be blank), cin_assessments.child_seen (annex-a),
--                cin_episodes.last_seen_date (annex-a; may be blank), cin_visits.visit_date (ssd), cin_visits.seen (ssd)
-- sources:     annex-a, ssd
-- note:        A child counts as seen by a visit to that child alone, not to a brother or sister.
-- note:        (ssd) Visits of social workers since the start, of any kind; few systems record those of a first assessment.
-- note:        (annex-a) The flag of list 4, or a day last seen of list 6 since the start. Neither says when it was so: the as-at day alone.
-- standard:    local: no national number of days
-- source:      our own, after the inspectorate's report of 2014
-- act on:      met, longest first: not seen after day 10
--   starts:    cin_assessments.start_date by assessment_id
--   limit:     10 working days
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       6
-- why:         Turns a finding of inspectors into a daily list
-- status:      Local
-- guidance:    Local visiting standard; no national number of days
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        A visit by police or the duty service accepted as seen
--   rule:      Visits of the council’s social workers, the duty service’s too
-- trap:        Sibling seen
--   rule:      Per child
-- clock drawn: 10 working days from 2014-12-19
--   starts:    the assessment starts
--   ends:      the child is seen
--   after:     counted

with visits as (
    select count(*) > 0 as are_held from cin_visits
),

visit_that_saw as (
    select child_key, visit_date from cin_visits where seen
    union all
    select child_key, visit_date from cp_visits where seen
    union all
    select child_key, visit_date from cla_visits where seen
),

open_assessment as (
    select a.*, m.last_day, working_day_number(a.start_date, m.last_day) as day_number
    from cin_assessments a
    join person p on p.child_key = a.child_key
    cross join extract x
    cross join visits v
    join reporting_month m on a.start_date + 10 < m.last_day and (a.auth_date is null or a.auth_date > m.last_day)
        and (v.are_held or m.last_day = x.as_at)
    where (p.dob is null or p.dob <= m.last_day)
        and (p.dob is not null or p.expected_dob is null)
        and (a.auth_date is null or a.auth_date >= a.start_date)
),

first_seen as (
    select a.assessment_id, min(s.visit_date) as seen_on
    from cin_assessments a
    join visit_that_saw s on s.child_key = a.child_key and s.visit_date >= a.start_date
    group by a.assessment_id
),

last_seen as (
    select child_key, max(last_seen_date) as seen_on
    from cin_episodes
    group by child_key
)

select
    'bare'          as series,
    o.child_key,
    o.assessment_id as case_id,
    o.last_day      as on_date,
    o.team,
    o.worker,
    case
        when v.are_held then f.seen_on is null or f.seen_on > o.last_day
        else not coalesce(o.child_seen, false) and not coalesce(l.seen_on between o.start_date and o.last_day, false)
    end             as met,
    o.day_number    as value
from open_assessment o
cross join visits v
left join first_seen f on f.assessment_id = o.assessment_id
left join last_seen l on l.child_key = o.child_key
where o.day_number > 10;
