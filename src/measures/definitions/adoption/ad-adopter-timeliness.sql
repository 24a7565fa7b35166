-- title:       Adopters approved in time
-- asks:        Do people who offer a child a home get an answer before they lose heart?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the stage ended
-- met:         the first stage ended within two calendar months of its start
-- counts:      adopters whose first stage ended in the month; a couple is two
-- leaves out:  stages that go on; a stage that ended before it began, which is an error
-- clock:       calendar months from the day the registration was accepted, and not from the enquiry; the same day two months later is in time
-- needs:       adopters.stage_1_start_date, adopters.stage_1_end_date (may be blank)
-- splits:      detail
-- detail:      whether they foster for adoption
-- note:        A decision is that of the agency's decision-maker, and not the recommendation of the panel.
-- standard:    Statutory guidance on adoption: stage one within two months, stage two within four
-- source:      Statutory guidance on adoption (2013)
-- lists:       adopter, adopters
-- act on:      not met, longest first: not ended in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      stage1: first stage, within two months
-- series:      stage2: second stage, within four months
--   met:       the agency decided within four calendar months of the start of the second stage
--   counts:    adopters whose second stage ended in the month; a couple is two
--   clock:     calendar months from the start of the second stage to the decision
--   needs:     adopters.stage_2_start_date, adopters.stage_2_end_date (may be blank)
-- series:      total (headline): both stages, within six months
--   met:       the agency decided within six calendar months of accepting the registration, an agreed break between the stages not counted
--   counts:    adopters whose second stage ended in the month; a couple is two
--   clock:     calendar months from the day the registration was accepted; the days between the two stages, at most six months of them, are added to the limit
--   needs:     adopters.stage_1_start_date, adopters.stage_1_end_date (may be blank), adopters.stage_2_start_date,
--                adopters.stage_2_end_date (may be blank)
--   note:      Who has a second stage and no first is on the fast track: four months in all.
-- order:       5
-- why:         Slow approval loses families
-- status:      Statutory guidance
-- guidance:    Adoption statutory guidance 2013
-- reference:   Department for Education, adoption statutory guidance, 2013
-- breakdowns:  household type, ethnic group
-- trap:        Clock starts at enquiry, registration or acceptance
--   rule:      Acceptance (council has 5 working days to decide)
-- trap:        Panel or decision-maker date
--   rule:      Decision-maker (7 working days after final minutes)
-- published:   2013-15: 29% approved within 6 months of registration in Q1 2015-16, from 50% in Q2 2013-14
--   source:    Family Law Week, Adoption Leadership Board data, 2015
-- clock drawn: 2 months from 2014-08-31
--   starts:    stage 1 begins
--   ends:      stage 1 ends
-- clock drawn: 4 months from 2014-10-31
--   starts:    stage 2 begins
--   ends:      it is decided

with adopter as (
    select
        'ap-' || row_number() over (order by adopter_id) as case_id,
        case fostering_for_adoption when true then 'Fostering for adoption' when false then 'Not fostering for adoption' end as detail,
        stage_1_start_date as stage_1_from,
        stage_1_end_date   as stage_1_to,
        stage_2_start_date as stage_2_from,
        stage_2_end_date   as decided_on
    from adopters
),

-- The limit of both together moves on by a break that was agreed between the stages: of six months at most.
stage as (
    select 'stage1' as series, case_id, detail, stage_1_from as from_on, stage_1_to as to_on, months_later(stage_1_from, 2) as due_on
    from adopter
    union all
    select 'stage2', case_id, detail, stage_2_from, decided_on, months_later(stage_2_from, 4)
    from adopter
    union all
    select
        'total', case_id, detail, coalesce(stage_1_from, stage_2_from), decided_on,
        case
            when stage_1_from is null then months_later(stage_2_from, 4)
            when stage_2_from > stage_1_to then
                months_later(stage_1_from, 6) + cast(least(stage_2_from, months_later(stage_1_to, 6)) - stage_1_to as integer)
            else months_later(stage_1_from, 6)
        end
    from adopter
)

select
    series,
    0               as child_key,
    case_id,
    to_on           as on_date,
    cast(null as text) as team,
    cast(null as text) as worker,
    to_on <= due_on as met,
    to_on - from_on as value,
    detail
from stage
where to_on >= from_on;
