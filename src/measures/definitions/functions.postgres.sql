-- The functions that measures share, as PostgreSQL writes them: the names, the arguments and the meaning of those in
-- `functions.sql`, which says what each is. A test holds both to the same answers.

create function working_day_number(start_on date, end_on date) returns integer stable language sql as $$
    select (select falls_on from calendar where day = end_on) - (select working_days from calendar where day = start_on)
$$;

create function working_days_passed(start_on date, end_on date) returns integer stable language sql as $$
    select (select working_days from calendar where day = end_on) - (select working_days from calendar where day = start_on)
$$;

create function within_working_days(start_on date, end_on date, n integer) returns boolean stable language sql as $$
    select end_on >= start_on and working_day_number(start_on, end_on) <= n
$$;

create function months_later(from_on date, months integer) returns date immutable language sql as $$
    select cast(from_on + months * interval '1 month' as date)
$$;

create function age_on(born_on date, at_on date) returns integer immutable language sql as $$
    select case when at_on < born_on then -1
        else years - case when at_on < months_later(born_on, 12 * years) then 1 else 0 end
        end
    from (select cast(extract(year from at_on) - extract(year from born_on) as integer) as years) whole
$$;

create function is_summer_time(clock_at timestamp) returns boolean immutable language sql as $$
    select clock_at >= make_date(y, 3, 31) - cast(extract(dow from make_date(y, 3, 31)) as integer) + interval '1 hour'
        and clock_at < make_date(y, 10, 31) - cast(extract(dow from make_date(y, 10, 31)) as integer) + interval '2 hours'
    from (select cast(extract(year from clock_at) as integer) as y) its
$$;

create function elapsed_hours(from_at timestamp, to_at timestamp) returns double precision immutable language sql as $$
    select extract(epoch from to_at - from_at) / 3600.0
        + case when is_summer_time(from_at) then 1 else 0 end - case when is_summer_time(to_at) then 1 else 0 end
$$;

create function ofsted_grade(grade text) returns text immutable language sql as $$
    select case grade when 'outstanding' then 'Outstanding' when 'good' then 'Good'
        when 'requires improvement' then 'Requires improvement to be good' when 'inadequate' then 'Inadequate' else grade end
$$;

-- Parts of a day, which reading figures needs: DuckDB has them built in.
create function year(of date) returns integer immutable language sql as $$ select cast(extract(year from of) as integer) $$;
create function month(of date) returns integer immutable language sql as $$ select cast(extract(month from of) as integer) $$;
create function day(of date) returns integer immutable language sql as $$ select cast(extract(day from of) as integer) $$;
