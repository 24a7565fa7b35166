-- title:       Children on a child in need plan
-- asks:        How many children have a plan of help, and neither a protection plan nor our care?
-- shows:       count, children, neither is better
-- placed:      stock: each month end
-- met:         each child under 18, or unborn, with an open case and a child in need plan, or assessed as needing one
-- leaves out:  children looked after, and those on a child protection plan, whatever plan was left open; those of 18 or over
-- clock:       none
-- needs:       cin_episodes.referral_date, cin_episodes.close_date (may be blank), cin_assessments.outcome_nfa (annex-a),
--                cin_plans.start_date (ssd; cin-census)
-- detail:      whether it is a disabled child's plan
-- note:        This is "on a child in need plan"; it is not every open case, as in the children in need census.
-- note:        A child is in one cohort: looked after before a child protection plan, that before a child in need plan, that
--                before an assessment. A care leaver under 18 with an open child in need plan is here.
-- note:        A disabled child's plan, by the primary need, is often lighter: it is shown apart.
-- note:        (annex-a) Annex A has no plans: an assessment that found a need says who should have one, until the case
--                closes; where list 4 is too short to hold it, the case status of the as-at day.
-- standard:    none: a child has one child in need plan at a time
-- source:      Department for Education, children in need census guide; Ofsted, Annex A list 6
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       2
-- why:         The children whom a taskforce re-assesses
-- status:      None
-- guidance:    A child has one child in need plan at a time
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Plan left open after child protection or care starts
--   rule:      One group for each child: looked after, then protection plan, then child in need plan, then assessment
-- trap:        Short-break and disabled children on a lighter plan
--   rule:      Shown apart, by the primary need; the visit standard is one for all

select
    'bare' as series, child_key, case_id, last_day as on_date, team, worker, true as met, null as value, kind_of_plan as detail
from cin_plan_month;
