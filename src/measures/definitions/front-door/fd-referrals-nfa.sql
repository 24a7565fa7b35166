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
-- version:     1 (2014-04-01)   look again: 2027-11

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
