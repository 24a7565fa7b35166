-- title:       Section 47 enquiries open over 15 working days with no conference and no outcome
-- asks:        How many enquiries have run past the day by which a conference should have met?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end
-- met:         still open after the 15th working day
-- counts:      enquiries at the month end with no conference held, not found to need none, of a child without a protection plan
-- leaves out:  enquiries decided; an outcome that was reached and not recorded keeps its enquiry here
-- clock:       working days; the day after the strategy discussion is day 1; past day 15 when meeting that day would be late
-- needs:       s47_enquiry.start_date, s47_enquiry.icpc_unnecessary (may be blank), s47_enquiry.end_date (ssd; may be blank),
--                initial_cp_conference.icpc_date (may be blank), cp_plans.start_date, cp_plans.end_date (may be blank)
-- note:        Read it with the share of conferences held in time, which cannot see a conference that was never held.
-- note:        (annex-a) Annex A does not say when it was found that no conference is needed: the as-at day alone.
-- note:        (ssd) An enquiry that needed no conference, without the day it was concluded, is left out of every month.
-- standard:    Working Together to Safeguard Children: a conference within 15 working days; query 8675Q of the census
-- source:      Department for Education, children in need census: validation
-- act on:      met, longest first: still open after day 15
--   starts:    s47_enquiry.start_date by s47_enquiry_id
--   limit:     15 working days
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       5
-- why:         The stock that the percentage cannot see
-- status:      Statutory guidance
-- guidance:    The same question that the department’s census asks
-- reference:   Data to Insight, children in need census validator
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Enquiry outcome decided but not recorded
--   rule:      Stays on the list until recorded
-- clock drawn: 15 working days from 2014-12-15
--   starts:    the strategy discussion is held
--   ends:      the conference is held, or found not to be needed
--   after:     counted

with carries as (
    select count(*) > 0 as ends from carried where field = 's47_enquiry.end_date'
),

-- Over on the day of its conference, or on the day it was concluded without one.
enquiry as (
    select e.*,
        case when e.icpc_unnecessary and e.conference_on is null then coalesce(e.end_date, e.start_date) else e.conference_on end as over_on
    from counted_enquiry e
),

open_enquiry as (
    select e.*, m.last_day, working_day_number(e.start_date, m.last_day) as day_number
    from enquiry e
    cross join extract x
    cross join carries c
    join reporting_month m on e.start_date <= m.last_day and (e.over_on is null or e.over_on > m.last_day)
        and (c.ends or m.last_day = x.as_at)
)

select
    'bare'              as series,
    o.child_key,
    o.s47_enquiry_id    as case_id,
    o.last_day          as on_date,
    o.team,
    o.worker,
    o.day_number > 15   as met,
    o.day_number        as value
from open_enquiry o
where not exists (
    select 1 from cp_plans p
    where p.child_key = o.child_key and p.start_date <= o.last_day and (p.end_date is null or p.end_date > o.last_day)
);
