-- title:       Step-down from social care to early help taken up
-- asks:        When we close a case to early help, does early help begin?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the case closed
-- met:         early help was going on that day, or began by the 20th working day after it
-- counts:      cases closed in the month to early help (RC9)
-- leaves out:  nothing that was closed so: a family that refused counts as not taken up
-- clock:       working days; the day after the case closed is day 1
-- needs:       cin_episodes.close_date, cin_episodes.close_reason, cin_episodes.referral_date, early_help_episodes.start_date
-- detail:      the organisation that took it up
-- note:        RC9 is for cases closed after an assessment: no reason says that a plan was stepped down.
-- note:        Cases closed in the last 20 working days may still be taken up.
-- note:        (annex-a) List 6 may hold a child's latest episode alone, so older months hold too few.
-- standard:    local: none
-- source:      Department for Education, children in need census guide: reasons for closing; our own
-- act on:      not met, latest first: closed without early help
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       3
-- why:         Closes the loop on closures
-- status:      Local
-- guidance:    RC9 covers post-assessment closures only
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, locality, lead agency
-- trap:        Early help already running when the case closed
--   rule:      Counts
-- trap:        Consent refused
--   rule:      Own outcome, stays in denominator
-- clock drawn: 20 working days from 2014-12-19
--   starts:    the case is closed
--   ends:      early help starts

with closed as (
    select c.*
    from cin_episodes c
    cross join extract x
    where c.close_reason = 'RC9' and c.close_date >= c.referral_date and c.close_date <= x.as_at
),

-- The first that was going on, or that began in time or late.
taken_up as (
    select c.episode_id, h.start_date, h.organisation,
        row_number() over (partition by c.episode_id order by h.start_date, h.episode_id) as nth
    from closed c
    join early_help_episodes h on h.child_key = c.child_key
    cross join extract x
    where h.start_date <= x.as_at
        and (h.start_date >= c.close_date or h.end_date is null or h.end_date > c.close_date)
        and (h.start_date <= c.close_date or within_working_days(c.close_date, h.start_date, 20))
)

select
    'bare'                   as series,
    c.child_key,
    c.episode_id             as case_id,
    c.close_date             as on_date,
    c.team,
    c.worker,
    t.episode_id is not null as met,
    working_day_number(c.close_date, greatest(t.start_date, c.close_date)) as value,
    t.organisation           as detail
from closed c
left join taken_up t on t.episode_id = c.episode_id and t.nth = 1;
