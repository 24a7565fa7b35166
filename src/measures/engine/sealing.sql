-- Written once, at sealing: what each series can say from this dataset, and one row per case of every series.
create table measure_available (
    series text not null primary key,
    measure text not null,
    timing text not null,              -- flow, stock
    available boolean not null,
    why text,                          -- names what is missing; null when available
    first_month text, last_month text, -- the months that have a point; null when none has
    complete double precision,         -- share of rows in which the least full of the needed fields is filled
    least_full text,                   -- that field: 'cin_assessments.child_seen'
    source text not null,              -- whose word it goes by: the one that leads the first table it needs
    has_rows boolean not null,         -- whether any table it needs has a row
    series_no smallint not null        -- its number in this snapshot
);

-- The one cohort that each child is in on each day, as the step `cohort_spell` works it out; none on days without.
create table child_cohort (
    child_key integer not null,
    from_date date not null, to_date date,
    cohort text not null
);

-- There are millions of cases, so a row is narrow: series and month are numbers, and what is so of the child stands in
-- `person` and its like alone.
create table case_row (
    series_no smallint not null,
    month_no smallint not null,        -- the year times 12, and the month: January 2015 is 24181
    child_key integer not null,        -- 0 where the case is about no child
    case_id text not null,
    on_date date not null,
    team text, worker text,
    met boolean not null,
    value double precision,
    detail text                        -- what the measure says its cases differ by: the source of a referral
);

-- What each series counts of each month, so that its figures are read without reading its cases.
create table measure_total (
    series_no smallint not null,
    month_no smallint not null,
    cases integer not null, met integer not null,
    workers integer not null,          -- 0 where it is taken over no workers
    statistic double precision, whole double precision
);

-- How those were made of the cases. Where a series is made differently today, its totals are counted from the cases again.
create table measure_total_made (
    series_no smallint not null,
    made text not null
);
