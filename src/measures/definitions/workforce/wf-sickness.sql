-- title:       Sickness absence
-- asks:        Is the work making our workers ill?
-- shows:       ratio over the rest, %, lower is better
-- placed:      stock: each month end
-- met:         working days lost to sickness in the twelve months that end with the month, in full-time days
-- counts:      full-time equivalents of permanent social workers in post at the month end, times 253 working days
-- leaves out:  agency and peripatetic workers, and absence for any other reason
-- clock:       working days, bank holidays left out, in twelve whole months that end with the month
-- needs:       absences.reason, absences.from_on, absences.to_on (may be blank), absences.fte (may be blank),
--                posts.state, posts.worker, posts.from_on, posts.to_on (may be blank), posts.fte (may be blank)
-- shown:       months with 365 days of absences.to_on before them
-- splits:      team
-- limits:      do not apply: each point shares eleven months with the next
-- note:        A half-time worker who is away for a day loses half a day. An absence that goes on counts up to the month end.
-- note:        253 is the department's divisor: it gives the published 3.5% from 322,786 days and 36,186 full-time workers.
-- small numbers: SN3
-- standard:    none; the department publishes it for the year to 30 September
-- source:      Department for Education, children's social work workforce census
-- lists:       absence, absences
-- act on:      met, highest first: of sickness, the longest first
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): share of working days
--   benchmark: Work_Force_SWAbsence
--     title:   Social worker absence
--     gives:   %, on 30 September, to 1 decimal
--     from:    Department for Education, Children’s social work workforce
-- series:      days: working days for each full-time worker
--   shows:     ratio over the rest, days per full-time worker, lower is better
--   counts:    full-time equivalents of permanent social workers in post at the month end
-- order:       7
-- why:         Early sign of overload
-- status:      None
-- guidance:    Social work workforce census
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, service, grade
-- trap:        Days per full-time equivalent or percentage
--   rule:      Percentage, with days
-- trap:        Part-time days
--   rule:      Adjusted to full-time equivalents
-- trap:        The divisor: full-time equivalent x 253 reproduces the published 3.5% from 322,786 days and 36,186
--              full-time equivalent
--   rule:      Use 253
-- published:   year to 30 Sep 2015: 4%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   year to 30 Sep 2025: 3.5%
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2025: Of councils the lowest tenth are at or below 1.9, half at or below 3.5, and nine tenths at or
--              below 4.9
--   source:    Department for Education, Local Authority Interactive Tool, 2026

with permanent as (
    select * from social_work_post where state = 'permanent' and not of_taskforce
),

-- From the day before the first day away, or before the twelve months, to the last.
lost as (
    select a.absence_id, a.team, a.worker, m.last_day,
        (upto.working_days - before.working_days) * coalesce(nullif(a.fte, 0), 1) as days
    from absences a
    join (select distinct worker from permanent) p on p.worker = a.worker
    join reporting_month m on a.from_on <= m.last_day and (a.to_on is null or a.to_on >= months_later(m.first_day, -11))
    join calendar before on before.day = greatest(a.from_on, months_later(m.first_day, -11)) - 1
    join calendar upto on upto.day = least(coalesce(a.to_on, m.last_day), m.last_day)
    where lower(a.reason) like '%sick%' and (a.to_on is null or a.to_on >= a.from_on)
),

in_post as (
    select p.post_spell_id, p.team, p.worker, p.fte, m.last_day
    from permanent p
    join reporting_month m on p.from_on <= m.last_day and (p.to_on is null or p.to_on >= m.last_day)
)

select s.series, 0 as child_key, l.absence_id as case_id, l.last_day as on_date, l.team, l.worker, true as met, l.days as value
from lost l
cross join (select 'bare' as series union all select 'days') s
where l.days > 0
union all
select s.series, 0, p.post_spell_id, p.last_day, p.team, p.worker, false, case when s.series = 'bare' then p.fte * 253 else p.fte end
from in_post p
cross join (select 'bare' as series union all select 'days') s;
