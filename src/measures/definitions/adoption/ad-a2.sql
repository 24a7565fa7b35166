-- title:       From placement order to match
-- asks:        Once a court agrees, how long until we find a family?
-- shows:       mean, days, lower is better
-- placed:      stock: each month end
-- met:         days from the placement order to the agency's decision on the match; none where the match came first
-- counts:      children adopted in the three years that end with the month who had an order and a match
-- leaves out:  children adopted with their parents' consent, who had no placement order; those without a day of matching
-- clock:       calendar days from the order to the decision on the match
-- needs:       permanence.adoption_order_date, permanence.placement_order_date (may be blank), permanence.matched_date
-- limits:      do not apply: each point shares thirty-five months with the next
-- note:        The day of the match is that of the decision-maker and not of the panel.
-- note:        The department's scorecard is an average over three years to 31 March: its figure is that of each March.
-- note:        Shown for months with three whole years of adoptions in the files; the month alone is shown with it.
-- standard:    government thresholds, since withdrawn: 213 days in 2012, 182 in 2014, 152 in 2015, 121 for 2013 to 2016
-- source:      Department for Education, adoption scorecards (A2)
-- act on:      all, longest first: adopted, the longest wait first
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): over three years
-- series:      in_month: adopted in the month
--   placed:    flow: the day of the adoption order
--   counts:    children adopted in the month who had an order and a match
--   note:      A handful of children a month: one long wait moves it far.
-- chart title: Of children adopted, the average days from placement order to match
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
-- order:       2
-- why:         Tests family finding
-- status:      Government threshold (historic)
-- guidance:    213 days (2012), 182 (2014), 152 (2015), 121 = 4 months (2013-16 average)
-- reference:   Wolverhampton council, adoption scorecards 2011 to 2014
-- reference:   Department for Education, adoption scorecards, January 2014
-- breakdowns:  age, ethnic group, sibling group
-- trap:        Negative durations
--   rule:      Zero
-- trap:        Panel date or decision-maker date
--   rule:      Decision-maker
-- trap:        Children with no order (consent)
--   rule:      Excluded
-- published:   2013-16: About 7 months in 2013-14; 8 months in Q1 2015-16
--   source:    Family Law Week, Adoption Leadership Board data, 2015
-- published:   2024-25: 10 months from decision to match, adopted in year (different start event)
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- clock drawn: 121 days from 2014-09-01
--   starts:    the court makes a placement order
--   ends:      the match is decided
--   after:     over the threshold

with timed as (
    select 'bare' as series, last_day as on_date, child_key, case_id, team, worker, ordered_on, matched_on
    from adopted_in_three_years
    union all
    select 'in_month', adopted_on, child_key, case_id, team, worker, ordered_on, matched_on
    from adoption_path
    where adopted_on is not null
)

select series, child_key, case_id, on_date, team, worker, true as met, greatest(matched_on - ordered_on, 0) as value
from timed
where ordered_on is not null and matched_on is not null;
