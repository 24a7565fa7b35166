-- The functions that measures share, as DuckDB writes them. Another engine gives the same names its own bodies; the
-- measures stay as they are.

-- The working day, counted from a start, on which an end falls: the day after the start is day 1, and an end on a
-- weekend or holiday falls on the next working day's number. So an end is late for a limit of n exactly when this is
-- over n (clarification Q1).
create or replace temp macro working_day_number(start_on, end_on) as
    (select falls_on from calendar where day = end_on) - (select working_days from calendar where day = start_on);

-- Within n working days: on or before the nth. An end before its start is an error and never within (B1, Q10).
create or replace temp macro within_working_days(start_on, end_on, n) as
    end_on >= start_on and working_day_number(start_on, end_on) <= n;

-- Same day number some months later, or the last day of that month where it has no such day.
create or replace temp macro months_later(from_on, months) as
    cast(from_on + months * interval '1 month' as date);

-- Whole years at the last birthday; -1 before birth. Someone born on 29 February has a birthday on 28 February in a
-- common year (Q12).
create or replace temp macro age_on(born_on, at_on) as
    case when at_on < born_on then -1
    else extract(year from at_on) - extract(year from born_on)
        - case when at_on < months_later(born_on, 12 * (extract(year from at_on) - extract(year from born_on))) then 1 else 0 end
    end;
