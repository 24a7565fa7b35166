-- title:       Contacts received
-- asks:        How much comes to the front door?
-- shows:       count, contacts, neither is better
-- placed:      flow: the day the contact was received
-- met:         each contact received, one for each child it names
-- leaves out:  nothing: contacts about children already open are counted, and shown as a part
-- clock:       none
-- needs:       contacts.contact_date
-- note:        (annex-a) Two contacts about one child from one source on one day count as one.
-- standard:    none
-- source:      Ofsted, Annex A list 1; the field's own count
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): every contact
-- series:      new: child not open
--   needs:     contacts.contact_date, cin_episodes.referral_date, cin_episodes.close_date (may be blank)
--   note:      (annex-a) List 6 may hold a child's latest episode alone, so older months say "not open" too often.
-- series:      open_case: child already open
--   needs:     contacts.contact_date, cin_episodes.referral_date, cin_episodes.close_date (may be blank)
--   note:      (annex-a) List 6 may hold a child's latest episode alone, so older months say "already open" too seldom.

-- Open means that an episode of need began on an earlier day and has not closed by the day of the contact.
with contact as (
    select c.*, exists (
        select 1 from cin_episodes e
        where e.child_key = c.child_key
            and e.referral_date < c.contact_date
            and (e.close_date is null or e.close_date > c.contact_date)
    ) as already_open
    from contacts c
),

part as (
    select c.*, 'bare' as series from contact c
    union all
    select c.*, case when already_open then 'open_case' else 'new' end from contact c
)

select
    series,
    child_key,
    contact_id   as case_id,
    contact_date as on_date,
    team,
    worker,
    true         as met,
    null         as value
from part;
