-- title:       Contacts received
-- asks:        How much comes to the front door?
-- shows:       count, contacts, neither is better
-- placed:      flow: the day the contact was received
-- met:         each contact received, one for each child it names
-- leaves out:  nothing: contacts about children already open are counted, and shown as a part
-- clock:       none
-- needs:       contacts.contact_date
-- detail:      who made the contact
-- note:        A combined front door may count calls for advice alone: no source says which, so none is left out.
-- note:        (annex-a) Two contacts about one child from one source on one day count as one.
-- standard:    none
-- source:      Ofsted, Annex A list 1; the field's own count
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): every contact
-- series:      new: child not open
--   needs:     contacts.contact_date, cin_episodes.referral_date, cin_episodes.close_date (may be blank)
--   note:      (annex-a) List 6 may hold a child's latest episode alone, so older months say "not open" too often.
-- series:      open_case: child already open
--   needs:     contacts.contact_date, cin_episodes.referral_date, cin_episodes.close_date (may be blank)
--   note:      (annex-a) List 6 may hold a child's latest episode alone, so older months say "already open" too seldom.
-- series:      police: from the police
--   shows:     rate, %, neither is better
--   met:       made by the police
--   counts:    contacts received, one for each child they name
--   needs:     contacts.contact_date, contacts.source_code
--   note:      Notices that are sifted before anyone logs them are not contacts, and are not here.
-- series:      forms: contact forms
--   shows:     count, contact forms, neither is better
--   met:       each contact received, however many children it names
--   needs:     contact_decisions.form, contact_decisions.received_at
--   note:      A family of four in one contact is one here, and four among the contacts.
-- order:       1
-- why:         Volume at the front door drives every queue behind it
-- status:      None
-- guidance:    No standard. Contact activity is outside the children in need census
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Counting contact forms or counting children (a family of four is 1 or 4)
--   rule:      Each child counts
-- trap:        Police domestic-abuse notifications filtered out before they are logged
--   rule:      Logged first and looked at second; the share from the police can be seen by source
-- trap:        A combined early help and social care front door counts advice calls as contacts
--   rule:      Every contact counts: no source tells calls for information apart
-- published:   2015-16: 2,190,049 contacts, England estimate; survey is two-yearly: 2,324,825 (2,026 per 10,000) in
--              2013-14; 2,190,049 (1,889 per 10,000) in 2015-16
--   source:    Association of Directors of Children’s Services, Safeguarding Pressures, phase 9
-- published:   2023-24: 3,001,339 contacts, England estimate; 2,501 per 10,000; extrapolated from 108 authorities
--   source:    Association of Directors of Children’s Services, Safeguarding Pressures, phase 9

-- One form about brothers and sisters has a row for each: the first row counts for the form.
with form as (
    select d.*, g.source_group, row_number() over (partition by form order by received_at, contact_decision_id) as nth
    from contact_decisions d
    left join source_group g on g.code = d.source
    where d.received_at is not null
),

part as (
    select 'bare' as series, true as met, c.* from received_contact c
    union all
    select case when already_open then 'open_case' else 'new' end, true, c.* from received_contact c
    union all
    select 'police', coalesce(source_group = 'Police', false), c.* from received_contact c
)

select
    series,
    child_key,
    contact_id   as case_id,
    contact_date as on_date,
    team,
    worker,
    met,
    null         as value,
    source_group as detail
from part
union all
select 'forms', child_key, contact_decision_id, cast(received_at as date), null, null, true, null, source_group
from form
where nth = 1;
