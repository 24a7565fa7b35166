-- title:       Care leavers in touch
-- asks:        Have we lost anyone who left our care?
-- shows:       rate, %, higher is better
-- placed:      stock: the day of the files
-- met:         recorded as in touch
-- counts:      relevant and former relevant young people who turned 19, 20 or 21 in the twelve months to the day
-- leaves out:  those who died, and those who returned home for six months or more; anyone without a date of birth
-- clock:       none; the department asks from three months before a birthday to one month after it
-- needs:       care_leavers.in_touch, person.dob
-- detail:      contact with us
-- note:        Those who refuse contact, or say that they no longer need us, are not in touch; split by contact with us to see them apart from those we have lost.
-- note:        A blank counts as not in touch, and is counted as blank.
-- note:        (annex-a) The files have the latest record alone, and not the one around the birthday; earlier months are in earlier loads.
-- note:        (ssd) The files have the latest record alone, and not the one around the birthday; earlier months are in earlier loads.
-- standard:    Children Act 1989: keep in touch; after a move the adviser sees the young person within 28 days and then at least every two months
-- source:      Department for Education, guide to the looked-after children return (SSDA903), OC3; Children Act 1989 guidance, volume 3
-- act on:      not met, earliest first: not in touch
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      dfe (headline): at 19, 20 and 21
--   benchmark: CareLeavers_LA_NotInTouch
--     title:   Care leavers of 19 to 21 not in touch
--     gives:   %, over the year, whole
--     from:    Department for Education, Children looked after in England
--     read as: 100 less it
--     differs: Published is the share not in touch, so what is shown is 100 less it. Published of care leavers aged
--              19 to 21 alone, around their birthdays in the year.
-- series:      live: seen or spoken to in the last eight weeks
--   act on:    not met, longest first: not seen or spoken to in eight weeks
--   met:       the latest contact was on the day or in the 56 days before it
--   counts:    relevant and former relevant young people of any age
--   leaves out: those who died, and those who returned home for six months or more
--   clock:     56 days, up to and with the last
--   needs:     care_leavers.latest_contact
-- order:       1
-- why:         You cannot help someone you have lost
-- status:      Statutory
-- guidance:    Keep in touch; after a move the adviser sees the young person at 28 days and then at least every 2
--              months
-- reference:   Children Act 1989 guidance, volume 3
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Those who refuse contact, or need it no longer, count as not in touch
--   rule:      They have their own categories; the department leaves out what a third party reported
-- trap:        Birthday window or live
--   rule:      Two series
-- trap:        17-18s still looked after on their birthday
--   rule:      Excluded
-- published:   2015-16: 8% not in touch (2015-16, first in series)
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 4% not in touch
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- clock drawn: 56 days from 2014-12-06
--   starts:    the adviser is in touch
--   ends:      they are in touch again

with asked as (
    select 'dfe' as series, c.*, coalesce(in_touch = 'YES', false) as met, cast(null as integer) as value
    from care_leaver c
    where in_scope and age_group = '19_21'
    union all
    -- A contact after the day has not happened.
    select 'live', c.*, coalesce(latest_contact between known_on - 56 and known_on, false), known_on - latest_contact
    from care_leaver c
    where in_scope
)

select
    series,
    child_key,
    case_id,
    known_on as on_date,
    team,
    worker,
    met,
    value,
    case in_touch
        when 'YES' then 'In touch'
        when 'NO' then 'Not in touch'
        when 'REFU' then 'Refuses contact'
        when 'NREQ' then 'No longer needs us'
    end as detail
from asked;
