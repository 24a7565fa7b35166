-- What comparing the rows of a dataset with each other found. Child-level. Written at sealing: what was looked for, each
-- fault with its row, and, once the measures are worked out, which of them it harms.

create table quality_check (
    check_id text not null,            -- 'plan-ended-before-start'; 'blank.cin_assessments.child_seen'
    table_name text not null,          -- of the dataset; a check that looks at several has a row for each with a fault
    severity text not null,            -- warning, note
    doubt text not null,               -- what it makes doubtful of a case that is counted: figure, split, none
    count integer not null             -- rows with the fault; 0 when none was found
);

create table quality_case (
    check_id text not null,
    table_name text not null,
    child_key integer,
    case_id text,                      -- the row's own id; null where rows of the table have none
    on_date date,
    what text not null,                -- in words; days in it are ISO days
    file text, sheet text, row_number integer
);

create table quality_harm (
    check_id text not null,
    series text not null,              -- of a measure
    cases integer not null,            -- different cases, over all months that have a point
    how text not null                  -- counted: counted, though what it says is in doubt; left_out: missing from it;
                                       -- blank: counted as not met for want of a value; split: counted under no team
                                       -- or worker
);

-- The cases of a series in a month that a fault to be put right may change, each once however many faults it has.
create table quality_month (
    series text not null,
    month text not null,
    doubtful integer not null,         -- of those that are counted
    left_out integer not null          -- missing from it
);

-- For the measures, while the snapshot is built: the column that holds a row's own id, which a measure calls its case.
create temporary table row_id (table_name text not null, column_name text not null);
