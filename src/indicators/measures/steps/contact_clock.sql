-- The clock of each contact of a child not already open, from the template of contact decisions. The office is open from
-- 09:00 to 17:00 on working days; a contact that comes at another time starts the clock on the day the office next opens.
-- Bank holidays and weekends are out of hours all day. What was decided after the as-at day is not decided (Q24), and a
-- decision before its contact is an error and left out (Q10).
create temporary table contact_clock as
with contact as (
    select
        d.contact_decision_id, d.child_key, d.form, d.source, d.decided_by, d.received_at,
        cast(d.received_at as date) as received_on,
        case when cast(d.decided_at as date) <= x.as_at then d.decided_at end as decided_at,
        -- An outcome without a time was decided at some time that nobody wrote down.
        case when d.decided_at is null or cast(d.decided_at as date) <= x.as_at then d.outcome end as outcome
    from contact_decisions d
    cross join extract x
    where d.received_at is not null and cast(d.received_at as date) <= x.as_at
        and (d.decided_at is null or d.decided_at >= d.received_at)
        and not exists (
            select 1 from cin_episodes e
            where e.child_key = d.child_key
                and e.referral_date < cast(d.received_at as date)
                and (e.close_date is null or e.close_date > cast(d.received_at as date))
        )
)
select
    c.*,
    not (day.is_working_day and extract(hour from c.received_at) >= 9 and extract(hour from c.received_at) < 17) as out_of_hours,
    case
        when day.is_working_day and extract(hour from c.received_at) < 17 then c.received_on
        else next_day.day
    end as clock_from
from contact c
join calendar day on day.day = c.received_on
join calendar next_day on next_day.is_working_day and next_day.working_days = day.working_days + 1;
