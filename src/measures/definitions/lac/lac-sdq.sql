-- title:       Emotional wellbeing: strengths and difficulties questionnaire
-- asks:        How are the children in our care feeling, and do we ask?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end, and the twelve months to it
-- met:         a score was received in the twelve months to the month end
-- counts:      children aged 5 to 16 looked after without a break for twelve months or more at the month end
-- leaves out:  short breaks; a reason given in place of a score; scores outside 0 to 40
-- clock:       none
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status,
--                sdq_scores.completed_date (may be blank), sdq_scores.score (may be blank)
-- detail:      the band of the score
-- limits:      do not apply: each point shares eleven months with the next
-- note:        There is no figure before the files hold the twelve months that it looks back on.
-- note:        Age is that at the month end, which is the return's own rule: four or over when the year began, under 17 when it ends.
-- standard:    a statutory collection (SSDA903)
-- source:      Department for Education, guide to the looked-after children return (SSDA903), validation rules 186 to 189
-- act on:      not met, earliest first: without a score in the year
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      returned (headline): share returned
-- series:      average: average score
--   act on:    all, highest first: with a score, the highest first
--   shows:     mean, points, lower is better
--   met:       the latest score of each child in the twelve months
--   counts:    children with a score
--   benchmark: Emotional_LAC
--     title:   Average strengths and difficulties score
--     gives:   points, on 31 March, to 1 decimal
--     from:    Department for Education, Children looked after in England
--     differs: Published of children aged 5 to 16, looked after for 12 months or more on 31 March.
-- series:      concern: cause for concern
--   act on:    met, highest first: with a score of concern
--   shows:     rate, %, lower is better
--   met:       the latest score in the twelve months was 17 or more
--   counts:    children with a score
--   note:      0 to 13 is normal, 14 to 16 borderline, 17 to 40 cause for concern.
-- order:       11
-- why:         Early warning of placement strain
-- status:      Statutory collection
-- guidance:    SSDA903
-- reference:   Data to Insight, SSDA903 validator
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Age at year start, end or completion
--   rule:      As the SSDA903 return has it
-- trap:        Band edges 0-13, 14-16, 17-40
--   rule:      As the department does
-- published:   2014-15: 13.9 average
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: Average 14.9; 78% returned; 42% concern
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 13.4, half at or below 15.0, and nine tenths at
--              or below 16.5
--   source:    Department for Education, Local Authority Interactive Tool, 2026

-- The latest score of each day counts until the next.
with scored as (
    select child_key, completed_date, score, lead(completed_date) over (partition by child_key order by completed_date) as next_on
    from (
        select child_key, completed_date, max(score) as score
        from sdq_scores
        where completed_date is not null and score between 0 and 40
        group by child_key, completed_date
    ) of_a_day
),

child as (
    select i.*, s.score,
        case when s.score <= 13 then 'normal' when s.score <= 16 then 'borderline' when s.score >= 17 then 'cause for concern' else 'no score' end as band
    from in_care i
    join person p on p.child_key = i.child_key
    left join scored s on s.child_key = i.child_key
        and s.completed_date <= i.last_day
        and s.completed_date > months_later(i.last_day, -12)
        and coalesce(s.next_on, date '9999-12-31') > i.last_day
    where months_later(i.began_on, 12) <= i.last_day and i.year_is_held
        and i.last_day >= months_later(p.dob, 60)
        and i.last_day < months_later(p.dob, 204)
)

select 'returned' as series, child_key, cla_id as case_id, last_day as on_date, team, worker, score is not null as met, score as value, band as detail
from child
union all
select 'average', child_key, cla_id, last_day, team, worker, true, score, band
from child
where score is not null
union all
select 'concern', child_key, cla_id, last_day, team, worker, score >= 17, score, band
from child
where score is not null;
