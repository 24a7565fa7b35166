-- title:       What contacts lead to
-- asks:        Do those who call us know when to call, and does early help take up what it can?
-- shows:       rate, %, neither is better
-- placed:      flow: the day the contact was received
-- met:         led to a referral
-- counts:      contacts received in the month about children not already open, with an outcome
-- leaves out:  contacts about children already open; contacts not decided, which are a series of their own
-- clock:       none
-- needs:       contacts.contact_date, contact_outcomes.outcome (ssd), referrals.referral_date (annex-a),
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- detail:      who made the contact
-- note:        A contact with several outcomes counts by the weightiest: referral, early help, advice, no further action.
-- note:        (annex-a) List 6 may hold a child's latest episode alone, so older months may count contacts on open cases.
-- standard:    none
-- source:      Association of Directors of Children's Services, Safeguarding Pressures
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      to_referral: to a referral
--   note:      (annex-a) Annex A has no outcomes: a contact led to a referral when the child has one of that same day.
--   note:      (annex-a) Annex A does not say which contacts are undecided: none is left out.
-- series:      to_early_help: to early help
--   met:       led to early help
--   needs:     contact_decisions.outcome (may be blank), contact_decisions.received_at, cin_episodes.referral_date,
--                cin_episodes.close_date (may be blank)
-- series:      advice: to information and advice
--   met:       led to information or advice and nothing weightier
--   needs:     contacts.contact_date, contact_outcomes.outcome (ssd), contact_decisions.outcome (annex-a; may be blank),
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- series:      nfa: no further action
--   met:       led to no further action and nothing weightier
--   needs:     contacts.contact_date, contact_outcomes.outcome (ssd), contact_decisions.outcome (annex-a; may be blank),
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
--   note:      (ssd) The standard has no word for early help: such a contact is under other outcomes.
-- series:      undecided: no outcome yet
--   act on:    met, earliest first: without an outcome
--   shows:     count, contacts, lower is better
--   met:       each contact received in the month about a child not already open that has no outcome
--   leaves out: contacts about children already open; contacts decided
--   needs:     contacts.contact_date, contact_outcomes.outcome (ssd), contact_decisions.outcome (annex-a; may be blank),
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- series:      flow_ratio: referrals to contacts
--   shows:     ratio over the rest, %, neither is better
--   met:       referrals received in the month, over the contacts of the month about children not already open
--   counts:    contacts received in the month about children not already open, and referrals
--   leaves out: contacts about children already open
--   needs:     contacts.contact_date, referrals.referral_date, cin_episodes.referral_date,
--                cin_episodes.close_date (may be blank)
--   note:      A ratio of one month's flows, to compare with figures made that way: it follows no contact.
-- order:       3
-- why:         Shows whether partners understand thresholds and whether early help absorbs demand
-- status:      None
-- guidance:    No standard; read with re-contacts within 3 months
-- breakdowns:  source, team, locality, ward, age
-- trap:        Conversion taken as referrals this month over contacts this month
--   rule:      Each contact is followed; referrals of a month over contacts of a month is a ratio and is called one
-- trap:        A contact can carry several outcomes
--   rule:      The first of referral, early help, advice and no further action; all are kept
-- published:   2015-16: 29% to referral; 10% early help; 21% no further action of contacts; 2013-14: 30% to referral,
--              25% no further action
--   source:    Association of Directors of Children’s Services, Safeguarding Pressures, phase 9
-- published:   2023-24: 22% to referral; 14% early help; 30% advice; 23% no further action of contacts
--   source:    Association of Directors of Children’s Services, Safeguarding Pressures, phase 9

with held as (
    select count(*) > 0 as outcomes from contact_outcomes
),

weightiest as (
    select contact_id, min(case outcome when 'referral' then 1 when 'advice' then 3 when 'nfa' then 5 else 4 end) as weight
    from contact_outcomes
    group by contact_id
),

-- The dataset's own outcomes where it has them, the template's where it has not.
decided as (
    select c.contact_id, c.child_key, c.contact_date, c.team, c.worker, c.source_group, w.weight
    from received_contact c
    cross join held
    left join weightiest w on w.contact_id = c.contact_id
    where held.outcomes and not c.already_open
    union all
    select contact_decision_id, child_key, received_on, null, null, source_group,
        case outcome when 'referral' then 1 when 'early help' then 2 when 'advice' then 3 when 'other' then 4
            when 'no further action' then 5 end
    from contact_clock
    cross join held
    where not held.outcomes
),

-- Without outcomes of its own a contact led to the referral of its day.
led_to as (
    select c.contact_id, c.child_key, c.contact_date, c.team, c.worker, c.source_group, r.child_key is not null as met
    from received_contact c
    cross join held
    left join counted_referral r on r.child_key = c.child_key and r.referral_date = c.contact_date
    where not held.outcomes and not c.already_open
),

followed as (
    select s.series, d.contact_id, d.child_key, d.contact_date, d.team, d.worker, d.source_group, d.weight = s.weight as met
    from decided d
    cross join held
    cross join (
        select 'to_referral' as series, 1 as weight union all select 'advice', 3 union all select 'nfa', 5
    ) s
    where d.weight is not null and (held.outcomes or s.series <> 'to_referral')
    union all
    select 'to_referral', contact_id, child_key, contact_date, team, worker, source_group, met
    from led_to
    union all
    select 'to_early_help', contact_decision_id, child_key, received_on, null, null, source_group, outcome = 'early help'
    from contact_clock
    where outcome is not null
    union all
    select 'undecided', contact_id, child_key, contact_date, team, worker, source_group, true
    from decided
    where weight is null
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
from followed
union all
select 'flow_ratio', child_key, contact_id, contact_date, team, worker, false, 1, source_group
from received_contact
where not already_open
union all
select 'flow_ratio', r.child_key, r.referral_id, r.referral_date, r.team, r.worker, true, 1, g.source_group
from counted_referral r
left join source_group g on g.code = r.source_code;
