-- Written once, at sealing: the lists of work as at the day of the files. Child-level.
create table work_list (
    list text not null primary key,
    list_no smallint not null,
    why text                           -- names what is missing; null when the list can be told
);

-- One row for each rule that holds of a case, and for each that will hold soon.
create table work_list_row (
    list_no smallint not null,
    rule text not null,
    child_key integer not null,        -- 0 where the row is about no child
    case_id text not null,
    team text, worker text,
    starts_on date, due_on date,
    is_overdue boolean not null,
    days_over double precision,        -- in the unit of the list's clock; null when it cannot be told
    detail text
);

-- The cases of a series at the day of the files, for the texts of the lists.
create or replace temp macro cases_of(id) as table
    select c.child_key, c.case_id, c.on_date, cast(c.team as text) as team, cast(c.worker as text) as worker, c.met, c.value, c.detail
    from case_row c
    join measure_available a on a.series_no = c.series_no
    cross join extract x
    where a.series = id and c.month_no = year(x.as_at) * 12 + month(x.as_at);

-- "3 December 2014"
create or replace temp macro day_in_words(day) as strftime(day, '%-d %B %Y');

-- The working day some working days after the start of a day; and of what is due on it, how many working days are over.
create or replace temp macro working_day_after(start_on, days) as
    (select min(day) from calendar where is_working_day
        and working_days = (select working_days from calendar where day = start_on) + days);

-- Of work that is so many working days after its start at the day of the files: the day that is working day `number` of it.
create or replace temp macro day_of_number(number, days_now) as
    (select min(c.day) from calendar c
        where c.is_working_day and c.working_days = (
            select now.falls_on from calendar now join extract x on x.as_at = now.day
        ) - days_now + number);
