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
-- version:     1 (2014-04-01)   look again: 2027-11

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
