-- title:       Entries to and exits from care
-- asks:        Why does the number of children in our care move?
-- shows:       count, children, neither is better
-- placed:      flow: the day the period of care began
-- met:         each period of care that began in the month
-- leaves out:  a return the day after leaving; short breaks (V3, V4); changes of placement or legal status; periods whose first days are not in the files
-- clock:       none
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status
-- detail:      the legal status on the first day, and why care ended
-- note:        Every start counts; the published figures count a child's first start in the year alone.
-- note:        (annex-a) Annex A has the latest legal status alone: for short breaks taken as true of the whole period, and else not recorded before the day it began.
-- standard:    none
-- source:      Department for Education, guide to the looked-after children return (SSDA903)
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      starts (headline): entries
--   benchmark: LAC_Start_Rate
--     title:   Children who started to be looked after
--     gives:   per 10,000, over the year, whole
--     from:    Department for Education, Children looked after in England
--     differs: Only a child’s first start in the year is counted.
--   benchmark: LACnum_Start
--     title:   Children who started to be looked after
--     gives:   children, over the year, whole
--     from:    Department for Education, Children looked after in England
-- series:      ends: exits
--   placed:    flow: the day the period of care ended, or the 18th birthday if that came first
--   met:       each period of care that ended in the month
--   benchmark: LAC_Cease_Rate
--     title:   Children who ceased to be looked after
--     gives:   per 10,000, over the year, whole
--     from:    Department for Education, Children looked after in England
--     differs: Only a child’s last end in the year is counted.
--   benchmark: LACceased
--     title:   Children who ceased to be looked after
--     gives:   children, over the year, whole
--     from:    Department for Education, Children looked after in England
-- series:      net: entries less exits
--   shows:     difference, children, neither is better
--   placed:    flow: the day the period of care began or ended
--   met:       entries count as one, exits as one less
-- order:       2
-- why:         Explains why the number moves
-- status:      None
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort, reason, legal status
-- trap:        Every SSDA903 episode counted as an entry
--   rule:      Only reason S (started); P, L, T, U, B are changes
-- trap:        First start in year or every start
--   rule:      Every start counts; published figures count a child’s first of the year, and the page says so
-- trap:        Cease and restart next day
--   rule:      One period if gap under 24 hours
-- published:   2014-15: 31,360 starts; 31,350 ceased
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 32,270 starts (26 per 10,000); 34,450 ceased (28)
--   source:    Department for Education, Local Authority Interactive Tool, 2026

with end_word as (
    select *
    from (
        values ('18', 'turned 18'), ('E11', 'adopted'), ('E12', 'adopted'), ('E2', 'died'),
            ('E3', 'taken on by another authority'), ('E4A', 'returned home as planned'), ('E4B', 'returned home, not as planned'),
            ('E13', 'to live with others who have no parental responsibility'), ('E41', 'child arrangements order'),
            ('E45', 'special guardianship'), ('E46', 'special guardianship'), ('E47', 'special guardianship'),
            ('E48', 'special guardianship'), ('E43', 'special guardianship'), ('E44', 'special guardianship'), ('E5', 'independent living'), ('E6', 'independent living'),
            ('E7', 'adult residential care'), ('E9', 'sentenced to custody'), ('E14', 'remand ended'),
            ('E15', 'age assessed as 18 or over'), ('E16', 'moved abroad'), ('E17', 'turned 18'), ('E8', 'another reason')
    ) as words (end_reason, said)
),

counted as (
    select v.*, case when v.direction = 1 then l.said else e.said end as said
    from care_movement v
    left join legal_word l on l.legal_status = v.legal_status
    left join end_word e on e.end_reason = v.end_reason
)

select
    case when direction = 1 then 'starts' else 'ends' end as series,
    child_key,
    cla_id    as case_id,
    on_date,
    team,
    worker,
    true      as met,
    null      as value,
    said      as detail
from counted
union all
select 'net', child_key, cla_id, on_date, team, worker, true, direction, said
from counted;
