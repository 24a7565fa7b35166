-- title:       Social work report shared with the family in time
-- asks:        Do families have time to read what we say about them, and to answer?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the conference was held
-- met:         the family was shown the report on or before the 3rd working day before the conference, or the day of the council’s
--                own dated standard
-- counts:      initial conferences held in the month, one for each child
-- leaves out:  conferences that are booked and not yet held; reviews of children looked after
-- clock:       working days counted back: the day of the conference is day 0; weekends and bank holidays are skipped, and what
--                is shared on one counts from the next working day
-- needs:       conference_attendance.held_on, conference_attendance.report_shared_on (may be blank)
-- detail:      when the report was shared
-- note:        A report that was never shared, and no report at all, is not in time: it is not left out.
-- note:        The day counts on which the family was shown it: not that on which it was written, authorised or sent on.
-- note:        A standard of the council’s own, set in Waymark from a day on, comes in with the load and holds for conferences from
--                that day; what is set later holds from the next load on. The chair’s days stay at 3 and 5.
-- note:        It should reach each parent with responsibility, unless that is unsafe; the template has one day for the family.
-- standard:    local: 3 working days before an initial conference, 5 before a review; others use 1 or 2, and 3
-- source:      Sussex child protection procedures; Ofsted, Manchester, 1 September 2014
-- act on:      not met, shortest first: not shared in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      icpc (headline): initial conferences
-- series:      rcpc: review conferences
--   met:       the family was shown the report on or before the 5th working day before the conference, or the day of the
--                council’s own dated standard
--   counts:    review conferences held in the month, one for each child
-- series:      to_chair: to the chair in time
--   act on:    not met, shortest first: not with the chair in time
--   met:       the chair had the report on or before the 3rd working day before an initial conference, the 5th before a review
--   counts:    initial and review conferences held in the month, one for each child
--   needs:     conference_attendance.held_on, conference_attendance.report_to_chair_on (may be blank)
-- order:       8
-- why:         Families need time to read, understand and answer
-- status:      Local
-- guidance:    Sussex: 3 and 5 working days. Others use 1-2 and 3
-- reference:   Sussex child protection procedures
-- reference:   Ofsted, inspection of Manchester, September 2014
-- breakdowns:  team, worker, locality, service, chair, meeting type
-- start at:    green 90; amber 75
-- trap:        Date written, authorised, sent to chair or shared with family
--   rule:      Shared with family
-- trap:        Counting back: conference day is day 0
--   rule:      Yes; weekends and bank holidays skipped
-- trap:        No report at all dropped from denominator
--   rule:      Fails
-- trap:        One parent only
--   rule:      The day the family was shown it: no template says which parent
-- clock drawn: 3 working days before 2015-01-05
--   starts:    the initial conference is held
--   ends:      the family has the report
-- clock drawn: 5 working days before 2015-01-05
--   starts:    the review conference is held
--   ends:      the family has the report

with due as (
    select a.*,
        case a.kind when 'initial conference' then 'icpc' else 'rcpc' end as series,
        s.days_before, case a.kind when 'initial conference' then 3 else 5 end as chair_days_before
    from conference_attendance a
    cross join extract x
    join report_due s on s.conference_attendance_id = a.conference_attendance_id
    where a.kind in ('initial conference', 'review conference') and a.held_on <= x.as_at
),

asked as (
    select series, child_key, conference_attendance_id, held_on, team, worker, days_before, report_shared_on as shared_on
    from due
    union all
    select 'to_chair', child_key, conference_attendance_id, held_on, team, worker, chair_days_before, report_to_chair_on
    from due
),

-- The working day, counted back from the conference, on which it was shared: 3 is the third before. What was shared on a
-- weekend or holiday could be read from the next working day on.
counted as (
    select a.*, conference_day.falls_on - shared_day.falls_on as days_ahead
    from asked a
    join calendar conference_day on conference_day.day = a.held_on
    left join calendar shared_day on shared_day.day = a.shared_on
)

select
    series, child_key, conference_attendance_id as case_id, held_on as on_date, team, worker,
    coalesce(days_ahead >= days_before and shared_on <= held_on, false) as met,
    days_ahead as value,
    case
        when shared_on is null then 'not shared'
        when days_ahead >= days_before and shared_on <= held_on then 'in time'
        when shared_on < held_on then 'before the day, and late'
        else 'on the day or after'
    end as detail
from counted;
