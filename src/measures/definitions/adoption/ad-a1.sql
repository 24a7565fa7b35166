-- title:       From entering care to moving in with the adoptive family
-- asks:        How many days of childhood does a child wait for a family of their own?
-- shows:       mean, days, lower is better
-- placed:      stock: each month end
-- met:         days from the start of the latest period of care to the day placed for adoption
-- counts:      children adopted in the three years that end with the month
-- leaves out:  children adopted without a day of placement or of entering care, and those placed before they entered care, which is an error
-- clock:       calendar days from entering care to moving in
-- needs:       permanence.adoption_order_date, permanence.entered_care_date, permanence.placed_for_adoption_date
-- limits:      do not apply: each point shares thirty-five months with the next
-- note:        The department's scorecard is an average over three years to 31 March: its figure is that of each March.
-- note:        Where foster carers adopt, this counts to the day the placement became an adoptive one; A10 counts to the day the child came to them.
-- note:        The average gets worse when children who waited long are adopted at last: read it with the children waiting.
-- note:        Shown for months with three whole years of adoptions in the files; the month alone is shown with it.
-- standard:    government thresholds, since withdrawn: 639 days in 2012, 547 in 2014, 487 in 2015, 426 for 2013 to 2016
-- source:      Department for Education, adoption scorecards (A1)
-- act on:      all, longest first: adopted, the longest wait first
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): over three years
-- series:      in_month: adopted in the month
--   placed:    flow: the day of the adoption order
--   counts:    children adopted in the month
--   note:      A handful of children a month: one long wait moves it far.
-- chart title: Of children adopted, the average days from coming into care to moving in
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
-- order:       1
-- why:         Days of childhood spent waiting
-- status:      Government threshold (historic)
-- guidance:    639 days when scorecards began (2012), 547 (2014), 487 (2015), 426 = 14 months (2013-16 average)
-- reference:   Wolverhampton council, adoption scorecards 2011 to 2014
-- reference:   Department for Education, adoption scorecards, January 2014
-- breakdowns:  age, sex, ethnic group, sibling group, adopted by foster carer
-- trap:        Foster carer adoption: moving in is the date of the adoptive placement, years after arrival
--   rule:      That is A1; use A10 for the adjusted view
-- trap:        Mean of adopted children gets worse as old waits end
--   rule:      Show live waits in ad-waiting
-- trap:        Months of 30.44 days converted to thresholds
--   rule:      Days
-- published:   2012-15: 18 months in 2014-15, by survey
--   source:    Family Law Week, Adoption Leadership Board data, 2015
-- published:   2024-25; 2015-18: 1 year 7 months entry to placement, all adopted in year; 486 days A1 for 2015-18
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
--   source:    Fosterline, adoption scorecards 2015 to 2018
-- clock drawn: 426 days from 2013-11-01
--   starts:    care begins
--   ends:      the child moves in with the adopters
--   after:     over the threshold

with timed as (
    select 'bare' as series, last_day as on_date, child_key, case_id, team, worker, entered_care_date, placed_on
    from adopted_in_three_years
    union all
    select 'in_month', adopted_on, child_key, case_id, team, worker, entered_care_date, placed_on
    from adoption_path
    where adopted_on is not null
)

select series, child_key, case_id, on_date, team, worker, true as met, placed_on - entered_care_date as value
from timed
where placed_on >= entered_care_date;
