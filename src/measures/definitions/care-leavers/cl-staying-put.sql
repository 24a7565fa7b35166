-- title:       Staying put with former foster carers
-- asks:        Do young people who were fostered get to stay, as others do at home?
-- shows:       rate, %, higher is better
-- placed:      stock: the day of the files
-- met:         living with former foster carers at 19 or 20
-- counts:      young people of 19 or 20 on the day who were in a foster placement when they turned 18
-- leaves out:  those who were not fostered at 18; those who died, and those who returned home for six months or more
-- clock:       none; the department asks from three months before a birthday to one month after it
-- needs:       care_leavers.accommodation, person.dob, cla_placement.placement_type, cla_placement.start_date,
--                cla_placement.end_date (may be blank)
-- note:        At 19 and 20, and not at 18: the figure at 18 is far higher, and is another one.
-- note:        Needs where each placement ended. Annex A does not say it, and lists no one who left care more than six months ago.
-- note:        (ssd) The files have the latest record alone, and not the one around the birthday; earlier months are in earlier loads.
-- standard:    Children and Families Act 2014: a duty to support staying put
-- source:      Department for Education, guide to the looked-after children return (SSDA903), OC3
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- benchmark:   StayingPut
--   title:     Care leavers of 19 or 20 staying put
--   gives:     %, over the year, whole
--   from:      Department for Education, Children looked after in England
--   differs:   Published of young people aged 19 or 20 who left care on their 18th birthday.
-- order:       5
-- why:         Gradual transition helps
-- status:      Statutory duty to support
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        At 18, or at 19 and 20: two very different shares
--   rule:      State the age
-- published:   2015-16: 23% (2015-16, first in series)
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 33%
--   source:    Department for Education, Local Authority Interactive Tool, 2026

-- The placement of the night before the 18th birthday: it had begun, and ended on the birthday or after it. A foster
-- placement is one of the codes U1 to U6; the letters of adoption are others.
with turned as (
    select c.*, months_later(c.dob, 216) as adult_on
    from care_leaver c
    where in_scope and age_group = '19_21' and months_later(c.dob, 252) > known_on
)

select
    'bare'   as series,
    child_key,
    case_id,
    known_on as on_date,
    team,
    worker,
    coalesce(accommodation = 'Z', false) as met,
    null     as value
from turned t
where exists (
    select 1 from cla_placement p
    where p.child_key = t.child_key
        and substr(p.placement_type, 1, 1) = 'U'
        and p.start_date < t.adult_on
        and (p.end_date is null or p.end_date >= t.adult_on)
);
