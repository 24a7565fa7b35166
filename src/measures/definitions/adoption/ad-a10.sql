-- title:       From entering care to living with the family that adopts
-- asks:        How long until a child lives with those who will adopt them?
-- shows:       mean, days, lower is better
-- placed:      stock: each month end
-- met:         days from the start of the latest period of care to the day placed for adoption; where those who fostered the child adopt, to the day the child came to them
-- counts:      children adopted in the three years that end with the month
-- leaves out:  children adopted without a day of placement or of entering care, and those placed before they entered care, which is an error
-- clock:       calendar days from entering care to living with the family
-- needs:       permanence.adoption_order_date, permanence.entered_care_date, permanence.placed_for_adoption_date,
--                permanence.placed_ffa_date (may be blank), permanence.adopted_by_carer (may be blank; ssd; ssda903)
-- detail:      who adopts
-- limits:      do not apply: each point shares thirty-five months with the next
-- note:        In fostering for adoption and concurrent planning the clock stops on the day of that placement.
-- note:        Where it is not said whether foster carers adopt, it counts as no; split by who adopts to find them.
-- note:        The department's scorecard is an average over three years to 31 March: its figure is that of each March.
-- note:        Shown for months with three whole years of adoptions in the files; the month alone is shown with it.
-- note:        (annex-a) Annex A does not say where foster carers adopt, nor when the child came to them: only fostering for adoption is told.
-- standard:    none; on the scorecard since 2012-13, and in place of A1 in the quarterly survey since 2021-22
-- source:      Department for Education, adoption scorecards (A10)
-- act on:      all, longest first: adopted, the longest wait first
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): over three years
-- series:      in_month: adopted in the month
--   placed:    flow: the day of the adoption order
--   counts:    children adopted in the month
--   note:      A handful of children a month: one long wait moves it far.
-- chart title: Of children adopted, the average days from coming into care to living with the family
-- read with:   ad-waiting.waiting (stock)
--   title:     Children with a placement order who are not yet placed, at each month end
--   column:    Still waiting
--   one:       child with a placement order is still waiting
--   many:      children with a placement order are still waiting
--   short:     still waiting
--   left out:  yes
-- read with:   ad-waiting.reversed (flow)
--   title:     Children whose plan was changed away from adoption in the month
--   column:    Plans reversed
-- order:       3
-- why:         Fair to authorities whose carers adopt
-- status:      Scorecard
-- guidance:    Introduced 2012-13; took over from A1 in the quarterly survey from Q1 2021-22
-- reference:   Wolverhampton council, adoption scorecards 2011 to 2014
-- reference:   Coram-i, local adoption data, 2020 to 2021
-- breakdowns:  age, ethnic group
-- trap:        Fostering for adoption treated as ordinary foster adoption
--   rule:      Stop at the fostering for adoption placement date
-- trap:        Flag blank
--   rule:      Counts as no; the split by who adopts finds them
-- clock drawn: 426 days from 2013-11-01
--   starts:    care begins
--   ends:      the child moves in with the adopters, or first came to them as foster carers
--   after:     over the threshold

with adopted as (
    select
        'bare' as series, last_day as on_date, child_key, case_id, team, worker, entered_care_date, placed_on,
        placed_ffa_date, adopted_by_carer, placed_foster_carer_date
    from adopted_in_three_years
    union all
    select
        'in_month', adopted_on, child_key, case_id, team, worker, entered_care_date, placed_on,
        placed_ffa_date, adopted_by_carer, placed_foster_carer_date
    from adoption_path
    where adopted_on is not null
),

timed as (
    select a.*,
        case
            when placed_ffa_date is not null then placed_ffa_date
            when adopted_by_carer then coalesce(placed_foster_carer_date, placed_on)
            else placed_on
        end as came_on
    from adopted a
)

select
    series, child_key, case_id, on_date, team, worker, true as met, came_on - entered_care_date as value,
    case
        when placed_ffa_date is not null then 'Fostering for adoption'
        when adopted_by_carer then 'Foster carers'
        when not adopted_by_carer then 'Others'
    end as detail
from timed
where placed_on >= entered_care_date and came_on >= entered_care_date;
