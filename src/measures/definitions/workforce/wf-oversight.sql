-- title:       Management oversight of every child
-- asks:        Has a manager thought about this child lately, and written down what they decided?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end
-- met:         a manager's oversight was put on the child's record no more than 40 working days ago; 20 for a child on a protection plan, 60 for a looked-after child
-- counts:      children who have been open for more than 20 working days: looked after, on a plan, in need or in assessment
-- leaves out:  children open for 20 working days or less; care leavers
-- clock:       working days from the latest entry to the month end; the day after it is day 1
-- needs:       case_supervisions.oversight_recorded, case_supervisions.held_on, case_supervisions.child_key,
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- detail:      the work that sets the limit
-- note:        An entry of management oversight counts, and not any note that a manager wrote. Reviews of an assessment at its set points are a measure of their own.
-- note:        A child whom nobody holds counts, and is not met unless a manager looked.
-- note:        Whether the same words are on the records of brothers and sisters is for audits to find.
-- standard:    none; local
-- source:      Ofsted, inspection of Manchester, 2014; limits are local
-- act on:      not met, longest first: without recent management oversight
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       9
-- why:         Ofsted could not find it on records in 2014
-- status:      Local
-- reference:   Ofsted, inspection of Manchester, September 2014
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 95; amber 85
-- trap:        Copied text across siblings
--   rule:      Not seen by a count: audits look for it
-- trap:        Any case note by a manager
--   rule:      Typed entry only

-- 60 working days are always fewer than 100 days, so earlier supervision cannot be in time.
with looked as (
    select s.child_key, m.last_day, max(s.held_on) as held_on
    from case_supervisions s
    join reporting_month m on s.held_on <= m.last_day and s.held_on > m.last_day - 100
    where s.oversight_recorded
    group by s.child_key, m.last_day
),

-- Before the template's first row nothing is known.
recorded as (
    select min(held_on) as from_on from case_supervisions
),

-- Working days are numbered once for each day, not once for each comparison. A child who has been open since before the
-- calendar begins has been open for more than 20 working days.
due as (
    select
        o.child_key, o.case_id, o.last_day, o.team, o.worker, o.place,
        case o.place when 1 then 60 when 2 then 20 else 40 end as every,
        today.falls_on - held.working_days as days
    from open_child_month o
    join recorded r on o.last_day >= r.from_on
    join calendar today on today.day = o.last_day
    left join calendar began on began.day = o.open_since
    left join looked l on l.child_key = o.child_key and l.last_day = o.last_day
    left join calendar held on held.day = l.held_on
    where began.day is null or today.falls_on - began.working_days > 20
)

select
    'bare' as series, child_key, case_id, last_day as on_date, team, worker, coalesce(days <= every, false) as met, days as value,
    case place when 1 then 'Looked after: 60 days' when 2 then 'On a protection plan: 20 days' else 'In need or assessment: 40 days' end as detail
from due;
