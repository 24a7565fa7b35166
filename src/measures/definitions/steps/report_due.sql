-- By which working day before a meeting that was held its report should have reached the family: by the standard that held on
-- its day. A council's own are dated, and come in from Waymark's records; before them it is three working days before an
-- initial conference or a review of a child looked after, and five before a review conference.
create temporary table report_due as
with standard as (
    select kind, working_days_before, holds_from, 1 as own from report_standards
    union all
    select kind, working_days_before, date '1900-01-01', 0
    from (values ('initial conference', 3), ('review conference', 5), ('care review', 3)) as first (kind, working_days_before)
),

ranked as (
    select a.conference_attendance_id, s.working_days_before as days_before,
        row_number() over (partition by a.conference_attendance_id order by s.holds_from desc, s.own desc) as nth
    from conference_attendance a
    join standard s on s.kind = a.kind and s.holds_from <= a.held_on
)

select conference_attendance_id, days_before
from ranked
where nth = 1;
