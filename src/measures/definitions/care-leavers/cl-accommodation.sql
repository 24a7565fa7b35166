-- title:       Care leavers in suitable accommodation
-- asks:        Do young people who leave our care have a home that is fit for them?
-- shows:       rate, %, higher is better
-- placed:      stock: the day of the files
-- met:         the home is judged suitable, and is neither bed and breakfast nor custody
-- counts:      relevant and former relevant young people who turned 19, 20 or 21 in the twelve months to the day
-- leaves out:  those gone abroad or deported, and those in touch whose home is not known; those who died, and those who returned home for six months or more
-- clock:       none; the department asks from three months before a birthday to one month after it
-- needs:       care_leavers.accommodation_suitable, care_leavers.accommodation, person.dob
-- detail:      the kind of home
-- note:        Bed and breakfast and custody are never suitable, whatever is recorded; a shared house is judged case by case.
-- note:        Where we are not in touch, and so too where contact is refused or no longer wanted, and know nothing of the home, it counts against us: the list says "No information", apart from a home that is not suitable.
-- note:        (annex-a) The files have the latest record alone, and not the one around the birthday; earlier months are in earlier loads.
-- note:        (ssd) The files have the latest record alone, and not the one around the birthday; earlier months are in earlier loads.
-- standard:    Children Act 1989 guidance, volume 3, says what is suitable
-- source:      Department for Education, guide to the looked-after children return (SSDA903), OC3
-- act on:      not met, earliest first: not in suitable accommodation
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      19_21 (headline): at 19, 20 and 21
--   benchmark: CareLeaverAcc
--     title:   Care leavers of 19 to 21 in suitable accommodation
--     gives:   %, over the year, whole
--     from:    Department for Education, Children looked after in England
--     differs: Published of care leavers aged 19 to 21 alone, around their birthdays in the year.
-- series:      17_18: at 17 and 18
--   counts:    relevant and former relevant young people who turned 17 or 18 in the twelve months to the day
--   leaves out: those still looked after on that birthday; those gone abroad or deported, and those in touch whose home is not known; those who died, and those who returned home for six months or more
--   needs:     care_leavers.accommodation_suitable, care_leavers.accommodation, person.dob, cla_periods.start_date,
--                cla_periods.end_date (may be blank)
--   note:      (annex-a) A list 8 of six months cannot tell of everyone who was still looked after on the birthday.
-- order:       3
-- why:         Housing failure undoes everything else
-- status:      Statutory guidance on suitability
-- guidance:    Children Act guidance, volume 3
-- reference:   Children Act 1989 guidance, volume 3
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Houses in multiple occupation, bed and breakfast, custody
--   rule:      Bed and breakfast and custody unsuitable; multiple occupation judged case by case
-- trap:        No information counts against
--   rule:      Yes for not in touch
-- published:   2014-15: 81%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 89% (19-21); 91% (17-18)
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 83, half at or below 91, and nine tenths at or
--              below 95.9
--   source:    Department for Education, Local Authority Interactive Tool, 2026

select
    age_group as series,
    child_key,
    case_id,
    known_on  as on_date,
    team,
    worker,
    coalesce(accommodation_suitable, false) and coalesce(accommodation, '') not in ('W', 'X') as met,
    null      as value,
    case
        when coalesce(accommodation, 'R') = 'R' and accommodation_suitable is null and coalesce(in_touch, '') <> 'YES' then 'No information'
        when accommodation = 'B' then 'With parents or relatives'
        when accommodation = 'C' then 'Residential care'
        when accommodation = 'D' then 'Semi-independent'
        when accommodation = 'E' then 'Supported lodgings'
        when accommodation = 'K' then 'Ordinary lodgings'
        when accommodation = 'R' then 'Not known'
        when accommodation = 'S' then 'No fixed home'
        when accommodation = 'T' then 'Foyer or the like'
        when accommodation = 'U' then 'Independent living'
        when accommodation = 'V' then 'Emergency accommodation'
        when accommodation = 'W' then 'Bed and breakfast'
        when accommodation = 'X' then 'Custody'
        when accommodation = 'Z' then 'With former foster carers'
        when accommodation is not null then 'Other'
    end as detail
from care_leaver
where in_scope
    and age_group is not null
    and coalesce(accommodation, '') not in ('G', 'H')
    and not (coalesce(accommodation, '') = 'R' and coalesce(in_touch, '') = 'YES');
