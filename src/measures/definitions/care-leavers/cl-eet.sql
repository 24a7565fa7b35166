-- title:       Care leavers in education, employment or training
-- asks:        Do young people who leave our care have something to get up for?
-- shows:       rate, %, higher is better
-- placed:      stock: the day of the files
-- met:         in education, employment or training, full or part time
-- counts:      relevant and former relevant young people who turned 19, 20 or 21 in the twelve months to the day
-- leaves out:  those who died, and those who returned home for six months or more; anyone without a date of birth
-- clock:       none; the department asks from three months before a birthday to one month after it
-- needs:       care_leavers.activity, person.dob
-- detail:      what they do
-- note:        Those of whom nothing is known, and those not in touch, stay in the count as not met.
-- note:        (annex-a) The files have the latest record alone, and not the one around the birthday; earlier months are in earlier loads.
-- note:        (ssd) The files have the latest record alone, and not the one around the birthday; earlier months are in earlier loads.
-- standard:    none; the department publishes it
-- source:      Department for Education, guide to the looked-after children return (SSDA903), OC3
-- act on:      not met, earliest first: not in education, employment or training
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      19_21 (headline): at 19, 20 and 21
--   benchmark: CareLeaverEET
--     title:   Care leavers of 19 to 21 in education, employment or training
--     gives:   %, over the year, whole
--     from:    Department for Education, Children looked after in England
--     differs: Published of care leavers aged 19 to 21 alone, around their birthdays in the year.
-- series:      17_18: at 17 and 18
--   counts:    relevant and former relevant young people who turned 17 or 18 in the twelve months to the day
--   leaves out: those still looked after on that birthday, those who died, and those who returned home for six months or more
--   needs:     care_leavers.activity, person.dob, cla_periods.start_date, cla_periods.end_date (may be blank)
--   note:      (annex-a) A list 8 of six months cannot tell of everyone who was still looked after on the birthday.
-- series:      excl_unavailable: at 19, 20 and 21, without those who could not because of illness, disability, pregnancy or parenting
--   leaves out: those not in work or learning because of illness, disability, pregnancy or parenting; those who died, and those who returned home for six months or more
-- order:       2
-- why:         Main outcome for corporate parents
-- status:      None
-- guidance:    A measure of the department
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Unknowns removed from the denominator
--   rule:      Kept
-- trap:        19 only (old) or 19-21
--   rule:      19 to 21
-- trap:        Part-time education, employment or training
--   rule:      Counts
-- published:   2014-15: 48% (19-21); 39% not in education, employment or training
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 54% (19-21); 64% (17-18)
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 45, half at or below 55, and nine tenths at or
--              below 65
--   source:    Department for Education, Local Authority Interactive Tool, 2026

with asked as (
    select age_group as series, c.* from care_leaver c where in_scope and age_group is not null
    union all
    select 'excl_unavailable', c.*
    from care_leaver c
    where in_scope and age_group = '19_21' and (activity is null or activity not in ('G4', 'G6'))
)

select
    series,
    child_key,
    case_id,
    known_on as on_date,
    team,
    worker,
    coalesce(substr(activity, 1, 1) in ('F', 'P'), false) as met,
    null as value,
    case
        when activity in ('F1', 'P1') then 'Higher education'
        when activity in ('F2', 'P2') then 'Other education'
        when activity in ('F4', 'P4') then 'Apprenticeship'
        when activity in ('F3', 'P3', 'F5', 'P5') then 'Training or work'
        when activity = 'G4' then 'Not in work or learning: illness or disability'
        when activity = 'G6' then 'Not in work or learning: pregnancy or parenting'
        when activity = 'G5' then 'Not in work or learning: other'
    end as detail
from asked;
