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
-- note:        Shown for months with three whole years of adoptions in the files; the month alone is shown beside it.
-- standard:    government thresholds, since withdrawn: 213 days in 2012, 182 in 2014, 152 in 2015, 121 for 2013 to 2016
-- source:      Department for Education, adoption scorecards (A2)
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): over three years
-- series:      in_month: adopted in the month
--   placed:    flow: the day of the adoption order
--   counts:    children adopted in the month who had an order and a match
--   note:      A handful of children a month: one long wait moves it far.

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
