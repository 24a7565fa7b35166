-- title:       Social worker turnover
-- asks:        How many of our workers leave us?
-- shows:       ratio over the rest, %, lower is better
-- placed:      stock: each month end
-- met:         full-time equivalents of permanent workers who left the council in the twelve months that end with the month
-- counts:      full-time equivalents of permanent workers in post at the month end
-- leaves out:  agency and peripatetic workers; moves to another post of ours
-- clock:       twelve whole months that end with the month
-- needs:       posts.state, posts.from_on, posts.to_on (may be blank), posts.ended_because (may be blank), posts.fte (may be blank)
-- shown:       months with 365 days of posts.to_on before them
-- splits:      team
-- limits:      do not apply: each point shares eleven months with the next
-- note:        In full-time equivalents, not heads. A month is never made into a year.
-- small numbers: SN3
-- standard:    none; the department publishes it for the year to 30 September
-- source:      Department for Education, children's social work workforce census
-- lists:       post, posts
-- act on:      met, latest first: who left
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): of those in post at the end
--   benchmark: Work_Force_TO_Rate
--     title:   Social worker turnover
--     gives:   %, on 30 September, to 1 decimal
--     from:    Department for Education, Children’s social work workforce
-- series:      average: of the average in post at the start and the end
--   counts:    full-time equivalents of permanent workers in post: the average of the day before the twelve months and their last day
-- order:       2
-- why:         Churn breaks relationships
-- status:      None
-- guidance:    Social work workforce census
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, service, grade, length of service, reason
-- trap:        Headcount or full-time equivalent (12.0 and 11.8)
--   rule:      Full-time equivalent
-- trap:        End-of-year or average denominator
--   rule:      The department’s end-of-year headline
-- trap:        Annualising a month
--   rule:      Rolling 12 months only
-- published:   year to 30 Sep 2015: 16%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
--   source:    Community Care, February 2016
-- published:   year to 30 Sep 2025: 11.8%
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2025: Of councils the lowest tenth are at or below 7.7, half at or below 11.7, and nine tenths at or
--              below 19.5
--   source:    Department for Education, Local Authority Interactive Tool, 2026

with permanent as (
    select * from social_work_post where state = 'permanent' and not of_taskforce
),

leaver as (
    select p.post_spell_id, p.team, p.worker, p.fte, m.last_day
    from permanent p
    join reporting_month m on p.to_on between months_later(m.first_day, -11) and m.last_day
    where p.ended_because = 'left the council'
),

in_post as (
    select 'end' as edge, p.post_spell_id, p.team, p.worker, p.fte, m.last_day
    from permanent p
    join reporting_month m on p.from_on <= m.last_day and (p.to_on is null or p.to_on >= m.last_day)
    union all
    select 'start', p.post_spell_id, p.team, p.worker, p.fte, m.last_day
    from permanent p
    join reporting_month m on p.from_on < months_later(m.first_day, -11) and (p.to_on is null or p.to_on >= months_later(m.first_day, -11) - 1)
)

select s.series, 0 as child_key, l.post_spell_id || ' left' as case_id, l.last_day as on_date, l.team, l.worker, true as met, l.fte as value
from leaver l
cross join (select 'bare' as series union all select 'average') s
union all
select 'bare', 0, post_spell_id || ' in post', last_day, team, worker, false, fte
from in_post
where edge = 'end'
union all
select 'average', 0, post_spell_id || ' at the ' || edge, last_day, team, worker, false, fte / 2.0
from in_post;
