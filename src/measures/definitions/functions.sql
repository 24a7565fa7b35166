-- The functions that measures share, as DuckDB writes them. Another engine defines the same names, so that the
-- measures need no change.

-- The working day, counted from a start, on which an end falls: the day after the start is day 1, and an end on a
-- weekend or holiday falls on the next working day's number. So an end is late for a limit of n exactly when this is
-- over n.
create or replace temp macro working_day_number(start_on, end_on) as
    (select falls_on from calendar where day = end_on) - (select working_days from calendar where day = start_on);

-- Working days that have been, by the end of a day: on a weekend or holiday as many as on the working day before it.
create or replace temp macro working_days_passed(start_on, end_on) as
    (select working_days from calendar where day = end_on) - (select working_days from calendar where day = start_on);

-- Within n working days: on or before the nth. An end before its start is an error and never within.
create or replace temp macro within_working_days(start_on, end_on, n) as
    end_on >= start_on and working_day_number(start_on, end_on) <= n;

-- Same day number some months later, or the last day of that month where it has no such day.
create or replace temp macro months_later(from_on, months) as
    cast(from_on + months * interval '1 month' as date);

-- Whole years at the last birthday; -1 before birth. Someone born on 29 February has a birthday on 28 February in a
-- common year.
create or replace temp macro age_on(born_on, at_on) as
    case when at_on < born_on then -1
    else extract(year from at_on) - extract(year from born_on)
        - case when at_on < months_later(born_on, 12 * (extract(year from at_on) - extract(year from born_on))) then 1 else 0 end
    end;

-- Whether clocks in England show summer time at what they show: from 1 o'clock on the last Sunday of March to 2 on that
-- of October. The hour that comes twice in October is taken to be the first of the two.
create or replace temp macro is_summer_time(clock_at) as
    clock_at >= make_date(year(clock_at), 3, 31) - cast(dayofweek(make_date(year(clock_at), 3, 31)) as integer) + interval 1 hour
    and clock_at < make_date(year(clock_at), 10, 31) - cast(dayofweek(make_date(year(clock_at), 10, 31)) as integer) + interval 2 hours;

-- Hours that passed between two times on the clock, nights, weekends and the change of the clocks included.
create or replace temp macro elapsed_hours(from_at, to_at) as
    date_diff('second', from_at, to_at) / 3600.0
        + case when is_summer_time(from_at) then 1 else 0 end - case when is_summer_time(to_at) then 1 else 0 end;

-- A grade as Ofsted prints it.
create or replace temp macro ofsted_grade(grade) as
    case grade when 'outstanding' then 'Outstanding' when 'good' then 'Good'
        when 'requires improvement' then 'Requires improvement to be good' when 'inadequate' then 'Inadequate' else grade end;
