-- title:       Performance clinic actions closed by the next clinic
-- asks:        Does a clinic change anything before it meets again?
-- shows:       rate, %, higher is better
-- placed:      flow: the day of the clinic that raised it
-- met:         closed by the day of the first clinic at which it was due
-- counts:      actions raised at clinics of teams and services in the month
-- leaves out:  actions whose first clinic on or after their day has not come; an action carried forward counts once
-- clock:       none
-- records:     oversight
-- needs:       clinic_action.raised_on, clinic_action.due_on, clinic_action.closed_on (may be blank), clinic_team.held_on
-- small numbers: SN2
-- standard:    local
-- source:      our own
-- act on:      not met, earliest first: not closed by the next clinic
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       5
-- why:         Grip, week to week
-- status:      Local
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  team, worker, locality, service
-- trap:        Carried forward and recounted
--   rule:      Counted once, against the first due clinic

with first_due as (
    select a.id, min(t.held_on) as held_on
    from clinic_action a
    join clinic_team raised on raised.clinic_id = a.clinic_id and (a.team is null or raised.team = a.team)
    join clinic_team t on t.team = raised.team and t.held_on > a.raised_on and t.held_on >= a.due_on
    group by a.id
)

select
    'bare'                                          as series,
    0                                               as child_key,
    a.id                                            as case_id,
    a.raised_on                                     as on_date,
    a.team                                          as team,
    cast(null as text)                              as worker,
    coalesce(a.closed_on <= f.held_on, false)       as met,
    a.closed_on - a.raised_on                       as value
from clinic_action a
join first_due f on f.id = a.id
cross join extract x
where f.held_on <= x.as_at and a.raised_on <= x.as_at;
