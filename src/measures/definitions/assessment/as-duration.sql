-- title:       How long assessments take
-- asks:        How many working days do our assessments take, and do they all end on the last day?
-- shows:       median, working days, neither is better
-- placed:      flow: the day a manager authorised it
-- met:         each assessment with the working days it took
-- counts:      assessments authorised in the month
-- leaves out:  work not finished
-- clock:       working days; the day after the start is day 1, and one authorised on the day it started took 0
-- needs:       cin_assessments.start_date, cin_assessments.auth_date (may be blank)
-- note:        Percentiles are by nearest rank: each is the length of one of the assessments.
-- note:        An assessment authorised before it started is an error: it is listed as one and counted nowhere.
-- standard:    none
-- source:      Department for Education, completed assessments by duration, and its bands
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      p25: a quarter within
--   shows:     25th percentile, working days, neither is better
-- series:      p50: median
-- series:      p75: three quarters within
--   shows:     75th percentile, working days, neither is better
-- series:      p90: nine in ten within
--   shows:     90th percentile, working days, neither is better
-- series:      bands: by band
--   shows:     count, assessments, neither is better
--   met:       each assessment authorised in the month, in the band of the working days it took
--   detail:    the working days it took
-- order:       7
-- why:         A clean 45-day rate can hide everyone finishing on day 44
-- status:      None
-- guidance:    The department’s bands
-- reference:   Department for Education, Children in need, completed assessments by duration
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Percentile method differs between tools
--   rule:      Nearest-rank
-- trap:        Same-day assessments dropped
--   rule:      Kept; the department has a band for them
-- published:   2024-25: A quarter within 17 working days, half within 33, three quarters within 43; of 648,830: same
--              day 1.8%, 1-10 11.7%, 11-20 17.3%, 21-30 15.8%, 31-40 20.2%, 41-45 18.9%, 46-50 5.8%, 51-60 4.3%, 61+
--              4.2%
--   source:    Department for Education, Children in need, completed assessments by duration

with assessment as (
    select a.*,
        case when auth_date = start_date then 0 else working_day_number(start_date, auth_date) end as days
    from cin_assessments a
    cross join extract x
    where a.auth_date >= a.start_date and a.auth_date <= x.as_at
)

select
    s.series,
    a.child_key,
    a.assessment_id as case_id,
    a.auth_date     as on_date,
    a.team,
    a.worker,
    true            as met,
    a.days          as value,
    case
        when s.series <> 'bands' then null
        when a.days = 0 then '0'
        when a.days <= 10 then '1-10'
        when a.days <= 20 then '11-20'
        when a.days <= 30 then '21-30'
        when a.days <= 40 then '31-40'
        when a.days <= 45 then '41-45'
        when a.days <= 50 then '46-50'
        when a.days <= 60 then '51-60'
        else '61+'
    end             as detail
from assessment a
cross join (
    select 'p25' as series union all select 'p50' union all select 'p75' union all select 'p90' union all select 'bands'
) s;
