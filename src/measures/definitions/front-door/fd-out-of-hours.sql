-- title:       Out-of-hours demand and police protection
-- asks:        What comes when the office is shut, and can the emergency duty service answer it?
-- shows:       count, contacts, neither is better
-- placed:      flow: the day the contact was received
-- met:         each contact received outside office hours, one for each child it names
-- leaves out:  contacts about children already open
-- clock:       office hours are 09:00 to 17:00 on working days; weekends and bank holidays are out of hours all day
-- needs:       contact_decisions.received_at, cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- detail:      the hour of the day
-- note:        A contact of a working day of which nobody wrote down the time is not counted here.
-- note:        (annex-a) List 6 may hold a child's latest episode alone, so older months may count contacts on open cases.
-- standard:    local; the inspectorate asked in 2014 for the capacity of the service to be reviewed
-- source:      our own, after the inspectorate's report of 2014
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): contacts
-- series:      decided: hours until the emergency duty service decided
--   act on:    all, longest first: decided, the longest wait first
--   shows:     median, hours, lower is better
--   met:       each contact that an emergency duty worker decided, with the hours that passed
--   counts:    contacts received outside office hours that an emergency duty worker decided
--   clock:     hours that passed from receipt, nights and weekends included
--   needs:     contact_decisions.received_at, contact_decisions.decided_at, contact_decisions.decided_by,
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- series:      longest: longest until the emergency duty service decided
--   act on:    all, longest first: decided, the longest wait first
--   shows:     maximum, hours, lower is better
--   met:       each contact that an emergency duty worker decided, with the hours that passed
--   counts:    contacts received outside office hours that an emergency duty worker decided
--   clock:     hours that passed from receipt, nights and weekends included
--   needs:     contact_decisions.received_at, contact_decisions.decided_at, contact_decisions.decided_by,
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- series:      police_protection: children placed in police protection
--   shows:     count, children, neither is better
--   placed:    flow: the day police protection began
--   met:       each time a child came under police protection, by legal status L1
--   leaves out: children who went home the same night and so never had a legal status
--   needs:     legal_status.legal_status, legal_status.start_date
--   sources:   ssd, ssda903
--   note:      The service's own log would count those who went home the same night: no file holds it.
-- series:      wait: minutes callers waited for a worker
--   act on:    all, longest first: waiting, the longest first
--   shows:     mean, minutes, lower is better
--   met:       each call to the emergency duty service with the minutes until a worker answered
--   counts:    calls to the emergency duty service
--   not held:  Not available yet: the log of the emergency duty service is captured in services, which is to come
-- series:      longest_wait: longest wait for a worker
--   act on:    all, longest first: waiting, the longest first
--   shows:     maximum, minutes, lower is better
--   met:       each call to the emergency duty service with the minutes until a worker answered
--   counts:    calls to the emergency duty service
--   not held:  Not available yet: the log of the emergency duty service is captured in services, which is to come
-- order:       5
-- why:         Shows what the emergency duty service has to meet
-- status:      Local
-- guidance:    Ofsted area for improvement: review emergency duty service capacity
-- reference:   Ofsted, inspection of Manchester, September 2014
-- breakdowns:  hour, weekday, type
-- trap:        Police protection counted from legal status only misses children who went home the same night
--   rule:      Counted from legal status until the duty service’s log is held; the page says who is missing
-- trap:        Bank holidays and weekends have no office hours
--   rule:      Whole day is out of hours

with shut as (
    select c.*, lpad(cast(received_hour as varchar), 2, '0') || ':00 to ' || lpad(cast(received_hour as varchar), 2, '0') || ':59' as hour
    from contact_clock c
    where c.out_of_hours
)

select
    'bare'                        as series,
    child_key,
    contact_decision_id           as case_id,
    received_on                   as on_date,
    null                          as team,
    null                          as worker,
    true                          as met,
    null                          as value,
    hour                          as detail
from shut
union all
select s.series, c.child_key, c.contact_decision_id, c.received_on, null, null, true,
    c.hours, c.hour
from shut c
cross join (select 'decided' as series union all select 'longest') s
where c.decided_by = 'emergency duty worker' and c.hours is not null
union all
-- One spell of police protection is one row, however many placements it has.
select distinct 'police_protection', l.child_key, 'pp-' || l.child_key || '-' || l.start_date, l.start_date,
    cast(null as varchar), cast(null as varchar), true, cast(null as double precision), cast(null as varchar)
from legal_status l
where l.legal_status = 'L1' and l.start_date is not null;
