-- The clock of each contact of a child not already open, from the template of contact decisions. The office is open from
-- 09:00 to 17:00 on working days; a contact that comes at another time starts the clock on the day the office next opens.
-- Bank holidays and weekends are out of hours all day. What was decided after the as-at day is not decided, and a
-- decision before its contact is an error and left out. A day without a time is kept as its midnight: such a contact of a
-- working day is taken as come in office hours, and no hours are counted from or to it.
create temporary table contact_clock as
with contact as (
    select d.*, cast(d.received_at as date) as received_on, 
        case when cast(d.received_at as time) > time '00:00' then extract(hour from d.received_at) end as received_hour,
        d.decided_at is null or cast(d.decided_at as date) <= x.as_at as is_so_by_now
    from contact_decisions d
    cross join extract x
    where cast(d.received_at as date) <= x.as_at and (d.decided_at is null or d.decided_at >= d.received_at
        or (cast(d.decided_at as date) = cast(d.received_at as date) and cast(d.decided_at as time) = time '00:00'))
),
open_day as (
    select distinct c.child_key, c.received_on
    from contact c
    join cin_episodes e on e.child_key = c.child_key
        and e.referral_date < c.received_on
        and (e.close_date is null or e.close_date > c.received_on)
)
select
    c.contact_decision_id, c.child_key, c.form, c.decided_by, c.received_at, c.received_on, c.received_hour, g.source_group,
    case when c.is_so_by_now then c.decided_at end as decided_at,
    -- An outcome without a time was decided at some time that nobody wrote down.
    case when c.is_so_by_now then c.outcome end as outcome,
    not (today.is_working_day and coalesce(c.received_hour >= 9 and c.received_hour < 17, true)) as out_of_hours,
    case when c.is_so_by_now and c.received_hour is not null and c.decided_at >= c.received_at
            and cast(c.decided_at as time) > time '00:00'
        then elapsed_hours(c.received_at, c.decided_at) end as hours,
    case when today.is_working_day and coalesce(c.received_hour < 17, true) then c.received_on else next_day.day end as clock_from
from contact c
join calendar today on today.day = c.received_on
join calendar next_day on next_day.is_working_day and next_day.working_days = today.working_days + 1
left join open_day o on o.child_key = c.child_key and o.received_on = c.received_on
left join source_group g on g.code = c.source
where o.child_key is null;
