-- title:       Referrals received
-- asks:        How many children are referred to us?
-- shows:       count, referrals, neither is better
-- placed:      flow: the day of the referral, working day or not
-- met:         each referral of a child who was not already open; several on one day are one
-- leaves out:  news about a child already open (a contact, not a referral); transfers-in and post-adoption records
-- clock:       none
-- needs:       referrals.referral_date, cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- note:        (annex-a) Transfers-in and post-adoption records cannot be told apart in Annex A: none is left out.
-- note:        (annex-a) List 6 may hold a child's latest episode alone, so older months may count news on an open case.
-- standard:    none
-- source:      Department for Education, children in need census guide
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- benchmark:   CPP_Total_Rateper10,000
--   title:     Referrals to children’s social care
--   gives:     per 10,000, over the year, to 1 decimal
--   from:      Department for Education, Characteristics of children in need
-- benchmark:   CPP_Total_NumRef
--   title:     Referrals to children’s social care
--   gives:     referrals, over the year, whole
--   from:      Department for Education, Characteristics of children in need
-- order:       6
-- why:         Statutory demand; the denominator for most front-door ratios
-- status:      None
-- guidance:    Defined by the census of children in need
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        New information on an open case logged as a referral
--   rule:      Not a referral; record as contact on open case
-- trap:        Transfer-in child protection cases and post-adoption records open with artificial referral dates
--   rule:      Left out where the source tells them apart
-- trap:        Referrals that lead to nothing are here, and not among children in need
--   rule:      Counted as referrals, and not as children in need
-- published:   2014-15: 635,620 referrals (551.0 per 10,000)
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 632,830 referrals (519.4 per 10,000)
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 332.8, half at or below 523.6, and nine tenths
--              at or below 729.0
--   source:    Department for Education, Local Authority Interactive Tool, 2026

select
    'bare'        as series,
    child_key,
    referral_id   as case_id,
    referral_date as on_date,
    team,
    worker,
    true          as met,
    null          as value
from counted_referral;
