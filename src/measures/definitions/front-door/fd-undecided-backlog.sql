-- title:       Undecided contacts over one working day old
-- asks:        How many children wait for us to decide, and for how long?
-- shows:       count, contacts, lower is better
-- placed:      stock: each month end
-- met:         each contact about a child not already open that had no decision on the day, its limit past
-- leaves out:  contacts about children already open; contacts whose limit is still to come
-- clock:       working days; office hours are 09:00 to 17:00 on working days, and a contact that comes at any other time
--                starts the clock on the day the office next opens; the working day after that is day 1, and the limit
-- needs:       contact_decisions.received_at (annex-a; cin-census; ssda903; capture),
--                contact_decisions.decided_at (annex-a; cin-census; ssda903; capture; may be blank),
--                contacts.contact_date (ssd), contact_outcomes.outcome (ssd),
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- detail:      who made the contact
-- note:        Contacts that wait in a mailbox before anyone logs them are not here: the front door's lead counts those.
-- note:        (capture) A contact with an outcome of which nobody wrote down the time is taken as decided.
-- note:        (ssd) The standard has an outcome and no day for it: the as-at day alone, from the day of the contact on.
-- standard:    local: none
-- source:      our own
-- act on:      met, longest first: without a decision
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): contacts
-- series:      oldest: age of the oldest
--   act on:    all, longest first: without a decision
--   shows:     maximum, working days, lower is better
--   met:       each of those contacts with the working days since its clock started
-- order:       4
-- why:         The stock behind the percentage; the number a director is asked for first
-- status:      Local
-- guidance:    Zero tolerance
-- breakdowns:  team, worker, locality, service, source, rating
-- trap:        Backlog hidden in a shared mailbox before logging
--   rule:      What has not been logged is in no file: the page says that it is not counted
-- clock drawn: 1 working day from 2014-12-24
--   starts:    the contact is received
--   ends:      it is decided
--   after:     counted

with held as (
    select count(*) > 0 as decisions from contact_decisions
),

waiting as (
    select c.contact_decision_id as contact_id, c.child_key, c.clock_from, c.source_group, m.last_day
    from contact_clock c
    join reporting_month m on c.clock_from < m.last_day and (c.decided_at is null or cast(c.decided_at as date) > m.last_day)
    where c.decided_at is not null or c.outcome is null
    union all
    select c.contact_id, c.child_key, c.contact_date, c.source_group, x.as_at
    from received_contact c
    cross join held
    cross join extract x
    left join contact_outcomes o on o.contact_id = c.contact_id
    where not held.decisions and o.contact_id is null and not c.already_open and c.contact_date < x.as_at
),

past as (
    select w.*, working_day_number(clock_from, last_day) as age
    from waiting w
)

select
    s.series,
    p.child_key,
    p.contact_id   as case_id,
    p.last_day     as on_date,
    null           as team,
    null           as worker,
    true           as met,
    p.age          as value,
    p.source_group as detail
from past p
cross join (select 'bare' as series union all select 'oldest') s
where p.age > 1;
