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
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): every open case
-- series:      awaiting: open and not yet assessed
--   met:       each child with an open episode of need at the month end in which no assessment has been finished
--   needs:     cin_episodes.referral_date, cin_episodes.close_date (may be blank), cin_assessments.auth_date (may be blank)
--   note:      They are in the count of every open case.
--   note:      A case older than the days that the source promises, without an assessment open on the first of them, has been
--                assessed.

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
