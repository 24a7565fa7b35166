-- title:       Contacts decided within one working day
-- asks:        When someone tells us about a child, do we decide what to do by the next day?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the contact was received
-- met:         decided by a manager or senior social worker no later than the end of the next working day
-- counts:      contacts received in the month about children not already open, decided or not
-- leaves out:  contacts about children already open
-- clock:       working days; office hours are 09:00 to 17:00 on working days, and a contact that comes at any other time
--                starts the clock on the day the office next opens; the working day after that is day 1
-- needs:       contact_decisions.received_at, contact_decisions.decided_at (may be blank), cin_episodes.referral_date,
--                cin_episodes.close_date (may be blank)
-- detail:      who made the contact
-- note:        A contact without a decision stays in and is not met, also one of the last day, whose limit is still to come.
-- note:        A decision of which nobody wrote down the time is not met.
-- note:        A decision before its contact is an error: it is counted nowhere.
-- note:        (annex-a) List 6 may hold a child's latest episode alone, so older months may count contacts on open cases.
-- standard:    Working Together to Safeguard Children: within one working day of a referral; councils apply it to contacts
-- source:      our own, after the inspectorate's report of 2014
-- act on:      not met, longest first: not decided in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): by the end of the next working day
-- series:      hours: hours to the decision
--   act on:    all, longest first: decided, the longest wait first
--   shows:     median, hours, lower is better
--   met:       each contact with the hours that passed until it was decided, nights and weekends included
--   counts:    contacts received in the month about children not already open, with the time of their decision
--   leaves out: contacts about children already open; contacts not decided, or received or decided at a time nobody wrote down
--   clock:     hours that passed from receipt, whatever the time of day
-- series:      hours_p90: hours to the decision, nine in ten
--   act on:    all, longest first: decided, the longest wait first
--   shows:     90th percentile, hours, lower is better
--   met:       each contact with the hours that passed until it was decided, nights and weekends included
--   counts:    contacts received in the month about children not already open, with the time of their decision
--   leaves out: contacts about children already open; contacts not decided, or received or decided at a time nobody wrote down
--   clock:     hours that passed from receipt, whatever the time of day
-- chart title: Of contacts in the month, the share decided by the end of the next working day
-- read with:   fd-undecided-backlog (stock)
--   title:     Contacts undecided for over one working day at each month end
--   column:    Undecided
--   one:       contact has waited over a working day for a decision
--   many:      contacts have waited over a working day for a decision
--   short:     undecided
-- order:       2
-- why:         A contact without a decision is an unassessed risk
-- status:      Statutory guidance for referrals; local for contacts
-- guidance:    Working Together: within one working day of a referral a qualified worker decides the type of response
--              and acknowledges the referrer; councils apply the same day to contacts
-- reference:   Working Together to Safeguard Children
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, service, source, rating, cohort
-- start at:    green 95; amber 85
-- trap:        Measured only on contacts already decided, so an undecided backlog improves the figure
--   rule:      Denominator is contacts received; open ones past the limit fail
-- trap:        24 hours by the clock, or one working day
--   rule:      The working day is the headline, and hours are shown with it. Ofsted spoke of 24 hours, and of one delay
--              of five days
-- trap:        Out-of-hours contacts handled by the emergency duty service
--   rule:      The clock starts when the next working day opens; urgent decisions out of hours are timed in hours, as
--              a measure of their own
-- clock drawn: 1 working day from 2014-12-24
--   starts:    the contact is received in office hours
--   ends:      it is decided

with contact as (
    select c.*, cast(decided_at as date) as decided_on
    from contact_clock c
)

select
    'bare'              as series,
    child_key,
    contact_decision_id as case_id,
    received_on         as on_date,
    null                as team,
    null                as worker,
    -- The emergency duty worker may decide before the clock has started.
    coalesce(decided_on <= clock_from or within_working_days(clock_from, decided_on, 1), false) as met,
    hours               as value,
    source_group        as detail
from contact
union all
select s.series, c.child_key, c.contact_decision_id, c.received_on, null, null, true, c.hours, c.source_group
from contact c
cross join (select 'hours' as series union all select 'hours_p90') s
where c.hours is not null;
