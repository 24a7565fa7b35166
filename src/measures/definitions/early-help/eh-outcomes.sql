-- title:       Families meeting outcomes at closure
-- asks:        Does early help make the difference that was agreed?
-- shows:       rate, %, higher is better
-- placed:      flow: the day early help ended
-- met:         ended because the needs agreed were met
-- counts:      episodes of early help that ended in the month after more than four weeks
-- leaves out:  episodes of four weeks or less
-- clock:       none
-- needs:       early_help_episodes.start_date, early_help_episodes.end_date (may be blank),
--                early_help_episodes.end_reason (may be blank)
-- detail:      the organisation that led it
-- note:        By the reason written at the end: needs, outcomes or goals that are said to be met or achieved, in whole. A family that no
--                longer took part, and a blank, are not met.
-- standard:    local: none
-- source:      our own
-- act on:      not met, latest first: ended without the needs met
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): by the reason it ended
-- series:      claims: by the claims of the Troubled Families scheme
--   act on:    nobody
--   met:       a claim for results was paid
--   needs:     none
--   not held:  Not available yet: claims are captured in services, which is to come. The scheme ended in 2024
-- order:       4
-- why:         Early help must show difference, not activity
-- status:      Local
-- breakdowns:  lead agency, locality
-- trap:        Disengaged counted as met
--   rule:      No
-- trap:        Payment-by-results claims counted as outcomes
--   rule:      Separate series; scheme ended 2024

with ended as (
    select e.*, lower(e.end_reason) as why
    from early_help_episodes e
    cross join extract x
    where e.end_date - e.start_date > 28 and e.end_date <= x.as_at
)

select
    'bare'       as series,
    child_key,
    episode_id   as case_id,
    end_date     as on_date,
    null         as team,
    null         as worker,
    coalesce(
        (why like '%need%' or why like '%outcome%' or why like '%goal%')
            and (why like '% met%' or why like '%achieved%')
            and why not like '%not %' and why not like '%part%' and why not like '%unmet%',
        false
    )            as met,
    end_date - start_date as value,
    organisation as detail
from ended;
