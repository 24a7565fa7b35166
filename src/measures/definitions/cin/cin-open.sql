-- title:       Children in need open
-- asks:        How many children are we helping?
-- shows:       count, children, neither is better
-- placed:      stock: each month end
-- met:         each child with an open episode of need at the month end, whatever came of it later
-- leaves out:  referrals that needed no further action; episodes closed by the day
-- clock:       none
-- needs:       cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- detail:      the primary need
-- note:        This is every open case, as in the children in need census; it is not "children on a CIN plan".
-- note:        (annex-a) From Annex A this is list 6 alone: no care leavers, no children with a referral and nothing more.
-- standard:    none
-- source:      Department for Education, children in need census guide
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): every open case
--   benchmark: CIN
--     title:   Children in need on 31 March
--     gives:   per 10,000, on 31 March, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
--     differs: Published for 31 March alone; ours is for each month end.
-- series:      awaiting: open and not yet assessed
--   act on:    met, earliest first: open and not yet assessed
--   met:       each child with an open episode of need at the month end in which no assessment has been finished
--   needs:     cin_episodes.referral_date, cin_episodes.close_date (may be blank), cin_assessments.auth_date (may be blank)
--   note:      They are in the count of every open case.
--   note:      A case older than the days that the source promises, without an assessment open on the first of them, has been
--                assessed.
-- order:       1
-- why:         Total statutory caseload on the census definition
-- status:      None
-- guidance:    Children in need census
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        The census counts every open case; others mean children on a plan alone, who are far fewer
--   rule:      Two measures, and each says which it is
-- trap:        Cases open awaiting assessment (16,290 in England 2025)
--   rule:      In the count; shown as a series
-- trap:        Series revised in 2018: SFR 41/2015 says 391,000, the current series 390,130
--   rule:      Use the current series
-- published:   31 Mar 2015: 390,130 children (338.2 per 10,000)
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   31 Mar 2025: 402,400 children (330.3 per 10,000)
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 242.6, half at or below 345.8, and nine tenths
--              at or below 489.1
--   source:    Department for Education, Local Authority Interactive Tool, 2026

-- The first day on which an assessment of the episode had been started, and finished.
with assessed as (
    select e.episode_id,
        min(a.start_date) as started_on,
        min(case when a.auth_date >= a.start_date then a.auth_date end) as assessed_on
    from cin_episodes e
    join cin_assessments a on a.child_key = e.child_key
    where a.start_date >= e.referral_date or a.auth_date >= e.referral_date
    group by e.episode_id
)

select
    'bare'     as series,
    o.child_key,
    o.episode_id as case_id,
    o.last_day as on_date,
    o.team,
    o.worker,
    true       as met,
    null       as value,
    coalesce(w.said, 'not stated') as detail
from open_case_month o
left join need_word w on w.code = o.primary_need_code
union all
-- Of a case older than what the source promises, a first assessment that was over by then is no longer held.
select 'awaiting', o.child_key, o.episode_id, o.last_day, o.team, o.worker, true, null, coalesce(w.said, 'not stated')
from open_case_month o
cross join extract x
left join assessed a on a.episode_id = o.episode_id
left join need_word w on w.code = o.primary_need_code
where (a.assessed_on is null or a.assessed_on > o.last_day)
    and (x.window_from is null or o.referral_date >= x.window_from or a.started_on < x.window_from);
