-- title:       Actions by rating
-- asks:        Is the improvement plan on track?
-- shows:       count, actions, neither is better
-- placed:      stock: each month end
-- met:         each action of the agreed plan that answers a recommendation or a requirement
-- leaves out:  actions that answer none
-- clock:       none
-- records:     plan
-- needs:       plan_action.known_from, plan_action.baseline_due_on, plan_rating.rating (may be blank)
-- splits:      detail
-- note:        Blue takes two steps: delivered, and then shown to be working.
-- note:        The owner proposes a rating and someone else confirms it.
-- note:        An action counts from the first day on which the plan says anything of it.
-- small numbers: SN0
-- standard:    local: blue complete with evidence, green on track, amber at risk, red off track
-- source:      our own
-- act on:      met, earliest first: past the day due
-- version:     2 (2014-04-01)   look again: 2027-11
-- series:      brag (headline): by rating
--   act on:    nobody
--   detail:    the rating
-- series:      overdue: past the day they are due
--   shows:     rate, %, lower is better
--   met:       not finished, and past the day it was first due
--   counts:    actions of the agreed plan
--   detail:    the recommendation
-- series:      redated: given a later day
--   act on:    met, earliest first: given a later day
--   shows:     rate, %, lower is better
--   met:       its day was moved after the plan was agreed; the first day is always shown
--   counts:    actions of the agreed plan
--   detail:    the recommendation
-- order:       1
-- why:         The tracker in one line
-- status:      Local
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  recommendation, workstream, owner
-- trap:        Blue means done, or done and working
--   rule:      Two gates: delivered; embedded (impact evidence)
-- trap:        Owner sets own status
--   rule:      Proposed by owner, confirmed at clinic, challenged by board
-- trap:        Date moved so it is green again
--   rule:      Original date always shown

with action_month as (
    select
        a.*,
        m.last_day,
        -- What a field was on a day is what the first change after that day changed.
        coalesce((
            select min_by(c.was, c.place) from plan_change c
            where c.subject_id = a.action_id and c.field = 'progress' and c.on_date > m.last_day
        ), a.progress) as progress_then,
        coalesce((
            select cast(nullif(min_by(c.was, c.place), '') as date) from plan_change c
            where c.subject_id = a.action_id and c.field = 'due_on' and c.on_date > m.last_day
        ), a.due_on) as due_then
    from plan_action a
    join reporting_month m on a.known_from <= m.last_day
    where a.source <> 'own'
),
state as (
    select
        a.*,
        a.progress_then in ('delivered', 'embedded') and (a.finished_on is null or a.finished_on <= a.last_day)
            as is_finished,
        -- The latest confirmed rating; the owner's own until one is confirmed.
        coalesce(
            (select max_by(r.rating, r.place) from plan_rating r
             where r.action_id = a.action_id and r.step = 'confirmed' and r.on_date <= a.last_day),
            (select max_by(r.rating, r.place) from plan_rating r
             where r.action_id = a.action_id and r.step = 'proposed' and r.on_date <= a.last_day),
            'not rated'
        ) as rating
    from action_month a
)

select
    'brag'                as series,
    0                     as child_key,
    ref                   as case_id,
    last_day              as on_date,
    cast(null as text)    as team,
    cast(null as text)    as worker,
    true                  as met,
    cast(null as integer) as value,
    rating                as detail
from state

union all

select
    'overdue', 0, ref, last_day, null, null,
    not is_finished and baseline_due_on < last_day,
    greatest(0, last_day - baseline_due_on),
    recommendation
from state

union all

select
    'redated', 0, ref, last_day, null, null,
    due_then > baseline_due_on,
    due_then - baseline_due_on,
    recommendation
from state;
