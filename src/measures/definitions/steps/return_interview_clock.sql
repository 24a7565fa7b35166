-- Missing episodes that ended, with the hours that went by until an interview was offered and held: elapsed hours,
-- nights, weekends and the change of the clocks counted. A day without a time, which is kept as its midnight, is
-- taken as 23:59. What came after the as-at day has not happened; an offer or an interview before the return is an
-- error and left out. A child who was 18 on the return is owed none.
create temporary table return_interview_clock as
with written as (
    select
        r.return_interview_id, r.child_key, r.offered, r.accepted, r.independent, r.interviewer, r.team, r.worker,
        r.returned_at,
        case when cast(r.offered_at as date) <= x.as_at then r.offered_at end as offered_at,
        case when cast(r.held_at as date) <= x.as_at then r.held_at end as held_at
    from return_interviews r
    cross join extract x
    join person p on p.child_key = r.child_key
    where cast(r.returned_at as date) <= x.as_at
        and (p.dob is null or cast(r.returned_at as date) < months_later(p.dob, 216))
        and (r.offered_at is null or r.offered_at >= r.returned_at or cast(r.offered_at as time) = time '00:00')
        and (r.held_at is null or r.held_at >= r.returned_at or cast(r.held_at as time) = time '00:00')
),
moment as (
    select
        w.*,
        returned_at + case when cast(returned_at as time) = time '00:00' then interval '1439 minutes' else interval '0 minutes' end as back_at,
        offered_at + case when cast(offered_at as time) = time '00:00' then interval '1439 minutes' else interval '0 minutes' end as asked_at,
        held_at + case when cast(held_at as time) = time '00:00' then interval '1439 minutes' else interval '0 minutes' end as heard_at
    from written w
)
select
    m.return_interview_id, m.child_key, cast(m.returned_at as date) as returned_on, cast(m.held_at as date) as held_on,
    m.offered, m.accepted, m.independent, m.interviewer, m.team, m.worker,
    elapsed_hours(m.back_at, m.asked_at) as offered_after_hours,
    elapsed_hours(m.back_at, m.heard_at) as held_after_hours
from moment m;
