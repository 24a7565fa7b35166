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
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): by the end of the next working day
-- series:      hours: hours to the decision
--   shows:     median, hours, lower is better
--   met:       each contact with the hours that passed until it was decided, nights and weekends included
--   counts:    contacts received in the month about children not already open, with the time of their decision
--   leaves out: contacts about children already open; contacts not decided, or decided at a time nobody wrote down
--   clock:     hours that passed from receipt, whatever the time of day
-- series:      hours_p90: hours to the decision, nine in ten
--   shows:     90th percentile, hours, lower is better
--   met:       each contact with the hours that passed until it was decided, nights and weekends included
--   counts:    contacts received in the month about children not already open, with the time of their decision
--   leaves out: contacts about children already open; contacts not decided, or decided at a time nobody wrote down
--   clock:     hours that passed from receipt, whatever the time of day

with contact as (
    select c.*, cast(decided_at as date) as decided_on, elapsed_hours(received_at, decided_at) as hours
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
