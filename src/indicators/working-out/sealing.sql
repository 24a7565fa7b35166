-- Written once, at sealing, beside `measure_case`: what each series can say from this dataset.
create table measure_available (
    series text not null primary key,
    measure text not null,
    timing text not null,              -- flow, stock
    available boolean not null,
    why text,                          -- names what is missing; null when available
    first_month text, last_month text, -- the months that have a point; null when none has
    complete double precision,         -- share of rows in which the least full of the needed fields is filled
    least_full text,                   -- that field: 'cin_assessments.child_seen'
    source text not null               -- whose word it goes by: the one that leads the first table it needs
);
