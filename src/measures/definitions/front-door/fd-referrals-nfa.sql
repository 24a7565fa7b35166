-- title:       Referrals ending in no further action
-- asks:        How much of what we let in needed nothing from us?
-- shows:       rate, %, lower is better
-- placed:      flow: the day of the referral
-- met:         no further action after it was first considered; advice or signposting alone counts as none
-- counts:      referrals received in the month
-- leaves out:  news about a child already open; transfers-in and post-adoption records
-- clock:       none
-- needs:       referrals.referral_date, referrals.nfa, cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- note:        A blank is not "no further action".
-- note:        This is not "assessed, and not in need": see assessments that end with the child not in need.
-- note:        A council that decides at the contact has next to none here: read it with what contacts lead to.
-- note:        (annex-a) Transfers-in and post-adoption records cannot be told apart in Annex A: none is left out.
-- standard:    none
-- source:      Department for Education, children in need census guide
-- act on:      met, earliest first: closed with no further action
-- version:     1 (2014-04-01)   look again: 2027-11
-- benchmark:   CIN_Refferals_NFA
--   title:     Referrals closed with no further action
--   gives:     %, over the year, to 1 decimal
--   from:      Department for Education, Characteristics of children in need
-- order:       9
-- why:         Many referrals that lead to nothing should not have been let in
-- status:      None
-- guidance:    Flag definition in the children in need census guide: advice or signposting only counts as no further
--              action
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Mixed with children assessed as not in need (closed as RC8 or RC9)
--   rule:      Two measures: the other counts assessments that find a child not in need
-- trap:        Authorities that decide at contact stage report near zero (10th percentile 0%)
--   rule:      Read with contact outcomes
-- published:   2014-15: 13.8%
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: 6.5%
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 0, half at or below 4.7, and nine tenths at or
--              below 14.2
--   source:    Department for Education, Local Authority Interactive Tool, 2026

select
    'bare'               as series,
    child_key,
    referral_id          as case_id,
    referral_date        as on_date,
    team,
    worker,
    coalesce(nfa, false) as met,
    null                 as value
from counted_referral;
