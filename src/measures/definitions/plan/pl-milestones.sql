-- title:       Milestones met on time
-- asks:        Is what we buy there when we said it would be?
-- shows:       rate, %, higher is better
-- placed:      flow: the day it was planned for
-- met:         done on or before the day it was planned for
-- counts:      steps of procurements planned for the month
-- leaves out:  milestones of recruitment, policy, systems and practice: the series of the plan counts them
-- clock:       none
-- needs:       contract_steps.planned_on, contract_steps.happened_on (may be blank)
-- splits:      detail
-- detail:      what is bought
-- note:        The day is the one it was first planned for, when the file keeps it: a date that was put off in the file cannot be told.
-- small numbers: SN0
-- standard:    local
-- source:      our own
-- lists:       milestone, milestones
-- act on:      not met, longest first: not done on time
--   due:       the day
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline)
-- series:      plan: of the improvement plan
--   records:   plan
--   counts:    milestones of the plan's actions that were first planned for the month
--   leaves out: steps of procurements
--   needs:     plan_milestone.planned_on, plan_milestone.met_on (may be blank)
--   detail:    the recommendation
-- order:       2
-- why:         Includes procurement and recruitment milestones
-- status:      Local
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  workstream, type
-- trap:        Forecast date used as due date
--   rule:      Baseline
-- trap:        Split milestones to raise the count
--   rule:      Plan version control

select
    'bare'            as series,
    0                 as child_key,
    c.contract_step_id as case_id,
    c.planned_on      as on_date,
    null              as team,
    null              as worker,
    -- What is dated after the as-at day has not happened yet.
    coalesce(c.happened_on <= c.planned_on and c.happened_on <= x.as_at, false) as met,
    c.happened_on - c.planned_on as value,
    c.title           as detail
from contract_steps c
cross join extract x
where c.planned_on <= x.as_at;

select
    'plan'                                      as series,
    0                                           as child_key,
    m.ref                                       as case_id,
    m.planned_on                                as on_date,
    cast(null as text)                          as team,
    cast(null as text)                          as worker,
    coalesce(m.met_on <= m.planned_on, false)   as met,
    m.met_on - m.planned_on                     as value,
    m.recommendation                            as detail
from plan_milestone m
cross join extract x
where m.planned_on <= x.as_at;
