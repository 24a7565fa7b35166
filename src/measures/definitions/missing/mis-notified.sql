-- title:       Missing episodes notified and recorded within 24 hours
-- asks:        When a child is reported missing, is it in our records by the next day?
-- shows:       rate, %, higher is better
-- placed:      flow: the day the child was reported missing
-- met:         entered in the case system within 24 hours of the report
-- counts:      missing episodes reported in the month, by police, carers, homes and others
-- leaves out:  nothing
-- clock:       elapsed hours, nights and weekends counted; from the report to the record; where a day has no time, met is what is so at whatever time of it, and no hours are told
-- needs:       missing_notifications.reported_at, missing_notifications.recorded_at (may be blank)
-- detail:      who reported it
-- note:        What is not entered yet is not met, also where the 24 hours have not run out.
-- note:        The template holds one list: what the police have and we do not is not in it, and has to be matched with theirs each month.
-- standard:    local
-- source:      our own definition, from the redesign promised after the inspection of 2014
-- act on:      not met, longest first: not entered in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       2
-- why:         Nobody trusts a record that comes late
-- status:      Local
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  team, worker, locality, service, source, placement type
-- trap:        Police list and council list differ
--   rule:      One list is held: what the police have and we do not is not in it
-- clock drawn: 24 hours from 2015-02-06T23:30
--   starts:    the child is reported missing
--   ends:      the episode is recorded

with notified as (
    select
        n.missing_notification_id, n.child_key, cast(n.reported_at as date) as reported_on, n.reported_by,
        elapsed_hours(n.reported_at, n.recorded_at) as most_hours,
        case when n.times_known then elapsed_hours(n.reported_at, n.recorded_at) end as hours
    from (
        -- A day without a time is kept as its midnight. Met is what is so at whatever time of it: a report at its start, a
        -- record at its end. Hours are counted between times that are known alone.
        select n.missing_notification_id, n.child_key, n.reported_at, n.reported_by,
            case when cast(n.recorded_at as date) <= x.as_at then
                n.recorded_at + case when cast(n.recorded_at as time) = time '00:00' then interval '1439 minutes' else interval '0 minutes' end
            end as recorded_at,
            cast(n.reported_at as time) > time '00:00' and cast(n.recorded_at as time) > time '00:00' as times_known
        from missing_notifications n
        cross join extract x
        where cast(n.reported_at as date) <= x.as_at
    ) n
),

-- The team in which the child was looked after on the day.
placed as (
    select n.*, c.team, c.worker,
        row_number() over (partition by n.missing_notification_id order by c.start_date desc nulls last, c.cla_id) as nth_row
    from notified n
    left join care_period c on c.child_key = n.child_key and c.start_date <= n.reported_on and c.ended_on >= n.reported_on
)

select
    'bare'                    as series,
    p.child_key,
    p.missing_notification_id as case_id,
    p.reported_on             as on_date,
    case when spells.held then h.team else p.team end     as team,
    case when spells.held then h.worker else p.worker end as worker,
    -- A record before the report was made when the child was missed, and before anyone was told.
    coalesce(p.most_hours <= 24, false) as met,
    p.hours                   as value,
    p.reported_by             as detail
from placed p
cross join (select count(*) > 0 as held from child_holder) spells
left join child_holder h on h.child_key = p.child_key
    and h.from_date <= p.reported_on
    and h.to_date >= p.reported_on
where p.nth_row = 1;
