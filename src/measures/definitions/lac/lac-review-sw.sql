-- title:       Social worker attendance and report at looked-after reviews
-- asks:        Was the child's own social worker at the review, and had the family read the report?
-- shows:       rate, %, higher is better
-- placed:      flow: the day of the review
-- met:         the worker to whom the child was allocated that day was there
-- counts:      reviews of looked-after children held in the month, one for each child
-- leaves out:  reviews that are booked and not held
-- clock:       none
-- needs:       conference_attendance.kind, conference_attendance.held_on (may be blank), conference_attendance.worker_attended
-- detail:      who came in the worker's place
-- note:        Blank counts as not attended, as does a review of a child whom nobody was allocated to.
-- note:        The template does not say when attendance was written down: what was written long after the review counts like the rest.
-- note:        Brothers and sisters who share a meeting are a case each.
-- standard:    local, from the inspection of 2014: reports to reviews were missing in many cases
-- source:      Ofsted, inspection of Manchester's services for children, 2014; our own definition
-- act on:      not met, earliest first: without the child’s own worker
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      attended (headline): attended
-- series:      report: report shared in time
--   act on:    not met, shortest first: without the report in time
--   met:       the report was shared with the family three working days or more before the review, or by the day of the council’s
--                own dated standard
--   clock:     working days counted back: the day of the review is day 0; what is shared on a weekend or bank holiday counts from
--                the next working day
--   needs:     conference_attendance.kind, conference_attendance.held_on (may be blank), conference_attendance.report_shared_on (may be blank)
--   note:      A report shared on the day, or never, or of which nobody wrote it down, is not in time.
--   note:      A standard of the council’s own, set in Waymark from a day on, comes in with the load and holds for reviews from that
--                day; what is set later holds from the next load on.
-- order:       4
-- why:         Ofsted asks it of reviews as of conferences
-- status:      Local, from Ofsted recommendation
-- guidance:    Ofsted found reports missing from many reviews
-- reference:   Ofsted, inspection of Manchester, September 2014
-- breakdowns:  team, worker, locality, service, reviewing officer
-- trap:        Reviewing officer record uploaded months later, attendance guessed
--   rule:      A blank counts as not attended; no file says when attendance was written down
-- clock drawn: 3 working days before 2015-01-05
--   starts:    the review is held
--   ends:      the family has the report

with review as (
    select c.*
    from conference_attendance c
    cross join extract x
    where c.kind = 'care review' and c.held_on <= x.as_at
)

select
    'attended'                as series,
    child_key,
    conference_attendance_id  as case_id,
    held_on                   as on_date,
    team,
    worker,
    coalesce(worker_attended, false) as met,
    null                      as value,
    case when worker_attended then 'the worker came' else coalesce(attended_instead, 'not written down') end as detail
from review
union all
select
    'report', r.child_key, r.conference_attendance_id, r.held_on, r.team, r.worker,
    coalesce(held_day.falls_on - shared_day.falls_on >= s.days_before and r.report_shared_on <= r.held_on, false),
    held_day.falls_on - shared_day.falls_on,
    case when r.worker_attended then 'the worker came' else coalesce(r.attended_instead, 'not written down') end
from review r
join report_due s on s.conference_attendance_id = r.conference_attendance_id
join calendar held_day on held_day.day = r.held_on
left join calendar shared_day on shared_day.day = r.report_shared_on;
