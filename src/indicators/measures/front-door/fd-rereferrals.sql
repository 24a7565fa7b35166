-- title:       Re-referrals within 12 months
-- asks:        Do children come back because help ended too soon or never reached them?
-- shows:       rate, %, lower is better
-- placed:      flow: the day of the later referral
-- met:         the same child had an earlier referral 1 to 365 days before this one, whatever came of it
-- counts:      referrals received in the month
-- leaves out:  what is no referral: news about a child already open, transfers-in, post-adoption records
-- clock:       calendar days from the earlier referral to this one, not from when the earlier case closed
-- needs:       referrals.referral_date, cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- shown:       months with 365 days of referrals.referral_date before them
-- note:        One old referral makes every month appear: the share is too low where the history behind it is thin.
-- note:        (annex-a) Transfers-in and post-adoption records cannot be told apart in Annex A: none is left out.
-- standard:    none: a benchmark, not a duty
-- source:      Department for Education, children in need census guide
-- version:     1 (2014-04-01)   look again: 2027-11

select
    'bare'                                        as series,
    child_key,
    referral_id                                   as case_id,
    referral_date                                 as on_date,
    team,
    worker,
    coalesce(referral_date - previous_on <= 365, false) as met,
    referral_date - previous_on                   as value
from counted_referral;
