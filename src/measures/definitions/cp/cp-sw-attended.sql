-- title:       The child's own social worker came to the conference
-- asks:        Is the person who knows the child there when the plan is made?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the conference was held
-- met:         the worker to whom the child was allocated that day was there for the whole or main part
-- counts:      initial conferences held in the month, one for each child
-- leaves out:  conferences that are booked and not yet held; reviews of children looked after
-- clock:       none
-- needs:       conference_attendance.held_on, conference_attendance.worker_attended (may be blank)
-- detail:      who came
-- note:        A duty worker, a manager or anyone else who came instead is no attendance of the child's own worker.
-- note:        A blank is not attended until somebody confirms it; nor is a child to whom nobody was allocated.
-- standard:    local, after Ofsted's priority action that allocated social workers attend
-- source:      Ofsted, Manchester, 1 September 2014
-- act on:      not met, earliest first: without the child’s own worker
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      icpc (headline): initial conferences
-- series:      rcpc: review conferences
--   counts:    review conferences held in the month, one for each child
-- series:      icpc_meetings: initial conferences, each meeting once
--   lists:     meeting, meetings
--   met:       the own worker of every child at the meeting was there
--   counts:    initial conferences held in the month, once for brothers and sisters together
-- series:      rcpc_meetings: review conferences, each meeting once
--   lists:     meeting, meetings
--   met:       the own worker of every child at the meeting was there
--   counts:    review conferences held in the month, once for brothers and sisters together
-- order:       7
-- why:         Ofsted priority action; feeds the non-attendance list
-- status:      Local, from Ofsted recommendation
-- guidance:    Ofsted asked that the child’s own social worker attends
-- reference:   Ofsted, inspection of Manchester, September 2014
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  team, worker, locality, service, chair, meeting type
-- start at:    green 97; amber 92
-- trap:        Duty worker or manager attending counted as allocated
--   rule:      Only the allocated worker; who came instead is a split
-- trap:        Worker changed that week
--   rule:      Allocation on the conference date
-- trap:        Blank attendance
--   rule:      Not attended until confirmed
-- trap:        Per conference or per child
--   rule:      Each child counts

with held as (
    select a.*,
        case a.kind when 'initial conference' then 'icpc' else 'rcpc' end as series,
        coalesce(a.worker_attended and a.worker is not null, false) as came,
        coalesce(a.meeting, a.conference_attendance_id) as meeting_called
    from conference_attendance a
    cross join extract x
    where a.kind in ('initial conference', 'review conference') and a.held_on <= x.as_at
)

select
    series, child_key, conference_attendance_id as case_id, held_on as on_date, team, worker, came as met, null as value,
    case
        when came then 'the child’s own worker'
        when worker is null then 'nobody was allocated'
        else coalesce(attended_instead, 'not recorded')
    end as detail
from held
union all
-- A meeting may be about several children: it counts in the team of the first of them.
select
    series || '_meetings', 0, min(conference_attendance_id), max(held_on), min(team), min(worker), bool_and(came), null,
    case when bool_and(came) then 'every child’s own worker' else 'not every child’s own worker' end
from held
group by series, meeting_called;
