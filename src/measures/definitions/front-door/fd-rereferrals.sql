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
-- note:        Referrals are counted, as in the published figures: a child referred three times is three.
-- note:        (annex-a) Transfers-in and post-adoption records cannot be told apart in Annex A: none is left out.
-- standard:    none: a benchmark, not a duty
-- source:      Department for Education, children in need census guide
-- act on:      met, shortest first: referred again
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): month by month
--   detail:    who made the later referral
--   benchmark: ReReferral
--     title:   Re-referrals within 12 months of the previous referral
--     gives:   %, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
-- series:      rolling12: over twelve months
--   placed:    flow: each month end, for the twelve whole months that end with it
--   counts:    referrals received in the month and in the eleven before it
--   shown:     months with 701 days of referrals.referral_date before them
--   limits:    do not apply: each point shares eleven months with the next
-- order:       8
-- why:         A child coming back suggests help closed too soon or never landed
-- status:      None
-- guidance:    Benchmark, not a duty
-- breakdowns:  team, locality, ward, age, sex, ethnic group, source, previous outcome
-- start at:    green at or below 22; amber 22 to 26
-- trap:        Looking back from today, and not from the later referral, as some extracts of Annex A do
--   rule:      Look back from each referral’s own date
-- trap:        Clock from closure of the earlier case
--   rule:      Referral date to referral date, as in the department’s statistics
-- trap:        Referral level and child level differ (24.2% and 22.4% in 2014-15)
--   rule:      Referral level is the headline
-- trap:        History cut off at system migration
--   rule:      No figure until there are twelve months of history
-- published:   2014-15: 24.2%
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 22.6%
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 15.2, half at or below 20.0, and nine tenths at
--              or below 26.0
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- clock drawn: 365 days from 2015-03-01
--   starts:    the earlier referral is received
--   ends:      the later one is received
--   after:     no re-referral

with timed as (
    select r.*, g.source_group, referral_date - previous_on as days, cast(date_trunc('month', referral_date) as date) as of_month
    from counted_referral r
    left join source_group g on g.code = r.source_code
),

-- Each month end with the first days of the twelve months that end with it.
year_to as (
    select m.last_day, months_later(m.first_day, -n.back) as of_month
    from reporting_month m
    cross join (
        select 0 as back union all select 1 union all select 2 union all select 3 union all select 4 union all select 5
        union all select 6 union all select 7 union all select 8 union all select 9 union all select 10 union all select 11
    ) n
)

select
    'bare'        as series,
    child_key,
    referral_id   as case_id,
    referral_date as on_date,
    team,
    worker,
    coalesce(days <= 365, false) as met,
    days          as value,
    source_group  as detail
from timed
union all
select 'rolling12', t.child_key, t.referral_id, y.last_day, t.team, t.worker, coalesce(t.days <= 365, false), t.days, null
from timed t
join year_to y on y.of_month = t.of_month
where t.referral_date <= y.last_day;
