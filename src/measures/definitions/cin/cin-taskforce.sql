-- title:       Children in need re-assessed by the taskforce
-- asks:        How much of what the taskforce came to do is done?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end from the day the list was frozen
-- met:         the taskforce's assessment of the child had been authorised by the month end
-- counts:      children on the frozen list
-- leaves out:  children whose case closed before a taskforce worker had started; those who have come into need since
-- clock:       none
-- needs:       taskforce_cases.frozen_on
-- detail:      what came of it
-- note:        The list is frozen: a child who comes later is in a second list, the series of those who have joined.
-- note:        These assessments are also in the timeliness of all assessments, under the taskforce's own team. While the child's
--                own worker still holds the case, the taskforce's worker has no case more by it.
-- standard:    local: the council's own framework for the taskforce
-- source:      Manchester City Council, report to the Improvement Board, 10 February 2015
-- act on:      not met, earliest first: still to be done
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): done so far
-- series:      authorised: authorised in the month
--   act on:    nobody
--   shows:     count, children, higher is better
--   placed:    flow: the day the taskforce's assessment was authorised
--   met:       each child on the frozen list whose assessment was authorised in the month
--   needs:     taskforce_cases.frozen_on, taskforce_cases.authorised_on
-- series:      in_20wd: within 20 working days of its start
--   act on:    not met, longest first: not authorised by day 20
--     limit:     20 working days
--   placed:    flow: the day the taskforce's assessment was authorised
--   met:       authorised on or before the 20th working day after the taskforce's worker started
--   counts:    assessments of the taskforce authorised in the month
--   clock:     working days; the day after the start is day 1
--   needs:     taskforce_cases.started_on, taskforce_cases.authorised_on
-- series:      joined: children in need who are not on the list
--   act on:    nobody
--   shows:     count, children, neither is better
--   met:       each child on a child in need plan, or assessed as needing one, at the month end who is on no frozen list
--   leaves out: children on the list, done or not
--   needs:     cin_episodes.referral_date, cin_episodes.close_date (may be blank), taskforce_cases.frozen_on
-- order:       8
-- why:         Tracks the commissioned re-assessment to its end
-- status:      Local
-- guidance:    Set by the council for its taskforce
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  taskforce team, outcome, locality
-- trap:        Denominator drifts as children join
--   rule:      Frozen; joiners in a second list
-- trap:        Re-assessments counted among assessments in 45 working days
--   rule:      Yes, but shown as its own team
-- trap:        Original worker still has the case
--   rule:      A child counts once, with the worker who holds the case
-- clock drawn: 20 working days from 2015-02-02
--   starts:    the child is given to a taskforce worker
--   ends:      the assessment is authorised

with listed as (
    select t.*,
        case when t.authorised_on <= x.as_at then t.authorised_on end as done_on,
        (
            select min(e.close_date) from cin_episodes e
            where e.child_key = t.child_key and e.referral_date <= t.frozen_on and e.close_date > t.frozen_on
        ) as closed_on
    from taskforce_cases t
    cross join extract x
),

first_list as (
    select min(frozen_on) as frozen_on from taskforce_cases
)

select
    'bare' as series, t.child_key, t.taskforce_case_id as case_id, m.last_day as on_date, t.team, t.worker,
    coalesce(t.done_on <= m.last_day, false) as met,
    cast(null as integer) as value,
    case when t.done_on <= m.last_day then coalesce(t.outcome, 'not recorded') else 'not yet authorised' end as detail
from listed t
join reporting_month m on m.last_day >= t.frozen_on
where t.closed_on is null
    or t.closed_on > m.last_day
    or t.started_on <= t.closed_on
    or t.done_on <= m.last_day
union all
select 'authorised', child_key, taskforce_case_id, done_on, team, taskforce_worker, true, null, coalesce(outcome, 'not recorded')
from listed
where done_on is not null
union all
select 'in_20wd', child_key, taskforce_case_id, done_on, team, taskforce_worker,
    within_working_days(started_on, done_on, 20), working_day_number(started_on, done_on), coalesce(outcome, 'not recorded')
from listed
where done_on >= started_on
union all
select 'joined', c.child_key, c.case_id, c.last_day, c.team, c.worker, true, null, 'not on the list'
from cin_plan_month c
join first_list f on f.frozen_on <= c.last_day
where c.child_key not in (select child_key from taskforce_cases);
