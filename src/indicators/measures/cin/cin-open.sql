-- title:       Children in need open
-- asks:        How many children are we helping?
-- shows:       count, children, neither is better
-- placed:      stock: each month end
-- met:         each child with an open episode of need at the month end, whatever came of it later
-- leaves out:  referrals that needed no further action; episodes closed by the day
-- clock:       none
-- needs:       cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- note:        This is every open case, as in the children in need census; it is not "children on a CIN plan".
-- note:        (annex-a) From Annex A this is list 6 alone: no care leavers, no children with a referral and nothing more.
-- standard:    none
-- source:      Department for Education, children in need census guide
-- version:     1 (2014-04-01)   look again: 2027-11

-- A child once, in the team of the latest episode.
with open_case as (
    select e.*, m.last_day, row_number() over (
        partition by e.child_key, m.last_day order by e.referral_date desc, e.episode_id
    ) as nth
    from cin_episodes e
    join reporting_month m on e.referral_date <= m.last_day and (e.close_date is null or e.close_date > m.last_day)
)

select
    'bare'     as series,
    child_key,
    episode_id as case_id,
    last_day   as on_date,
    team,
    worker,
    true       as met,
    null       as value
from open_case
where nth = 1;
