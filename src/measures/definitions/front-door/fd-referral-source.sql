-- title:       Source of referral
-- asks:        Who tells us about children, and who has gone quiet?
-- shows:       rate, %, neither is better
-- placed:      flow: the day of the referral
-- met:         came from the police
-- counts:      referrals received in the month
-- leaves out:  news about a child already open; transfers-in and post-adoption records
-- clock:       none
-- needs:       referrals.referral_date, referrals.source_code, cin_episodes.referral_date,
--                cin_episodes.close_date (may be blank)
-- detail:      who made the referral
-- note:        A referral without a source takes that of the child's latest contact of the seven days up to it, and says so.
-- note:        A source that nobody knows is in none of the groups, and in the number of referrals.
-- note:        (annex-a) Transfers-in and post-adoption records cannot be told apart in Annex A: none is left out.
-- standard:    none
-- source:      Department for Education, children in need census: source of referral
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): referrals by who made them
--   shows:     count, referrals, neither is better
--   met:       each referral received in the month
--   counts:    referrals received in the month
-- series:      police: from the police
--   benchmark: RefBySource_Police_%
--     title:   Referrals whose source is the police
--     gives:   %, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
-- series:      schools: from schools and education
--   met:       came from a school or another part of education
--   benchmark: RefBySource_Schl_%
--     title:   Referrals whose source is a school
--     gives:   %, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
-- series:      health: from health services
--   met:       came from a health service
--   benchmark: RefBySource_HealthServ_%
--     title:   Referrals whose source is a health service
--     gives:   %, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
-- order:       10
-- why:         Shows which partners drive demand and which have gone quiet
-- status:      None
-- guidance:    Codes of source of the census of children in need
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  source, ward, age, team
-- trap:        Source taken from the contact, not the referral
--   rule:      Referral source; fall back to contact source and flag
-- published:   2014-15: Police 26.2, schools 15.3, health 14.8%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: Police 28.3, schools 20.6, health 15.2%
--   source:    Department for Education, Local Authority Interactive Tool, 2026

-- The source that the referral has; the contact's where it has none.
with blank as (
    select r.referral_id, c.source_code,
        row_number() over (partition by r.referral_id order by c.contact_date desc, c.contact_id) as nth
    from counted_referral r
    join contacts c on c.child_key = r.child_key and c.contact_date between r.referral_date - 7 and r.referral_date
    where (r.source_code is null or r.source_code = '10') and c.source_code is not null and c.source_code <> '10'
),

referral as (
    select r.*, g.source_group,
        g.source_group || case when b.referral_id is not null then ' (from the contact)' else '' end as made_by
    from counted_referral r
    left join blank b on b.referral_id = r.referral_id and b.nth = 1
    left join source_group g on g.code = coalesce(b.source_code, r.source_code)
),

part as (
    select 'bare' as series, null as of_group
    union all select 'police', 'Police'
    union all select 'schools', 'Schools and education'
    union all select 'health', 'Health'
)

select
    p.series,
    r.child_key,
    r.referral_id   as case_id,
    r.referral_date as on_date,
    r.team,
    r.worker,
    p.of_group is null or coalesce(r.source_group = p.of_group, false) as met,
    null            as value,
    r.made_by       as detail
from referral r
cross join part p;
