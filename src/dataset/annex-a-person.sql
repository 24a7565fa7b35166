-- The children of Annex A. Child-level. The variable `as_at` is the day of the extract.
--
-- What is said of a child on one row. When lists disagree, the first list that says anything is believed, in the
-- order of the allocation rule: those that are about children now come before those that are about past events.
--
-- An unborn child has age -1, or a date of birth that has not come yet: that is the day the birth is expected.
insert into person
with sighting as (
    select *, cast(place as bigint) * 1000000000 + seen as priority
    from (
        select 1 as place, rowid as seen, child_id, gender, ethnicity, date_of_birth, age_years, disability, file, sheet, row_number from annex_a_8
        union all select 2, rowid, child_id, gender, ethnicity, date_of_birth, age_years, disability, file, sheet, row_number from annex_a_7
        union all select 3, rowid, child_id, gender, ethnicity, date_of_birth, age_years, disability, file, sheet, row_number from annex_a_6
        union all select 4, rowid, child_id, gender, ethnicity, date_of_birth, age_years, disability, file, sheet, row_number from annex_a_4
        union all select 5, rowid, child_id, gender, ethnicity, date_of_birth, age_years, disability, file, sheet, row_number from annex_a_5
        union all select 6, rowid, child_id, gender, ethnicity, date_of_birth, age_years, disability, file, sheet, row_number from annex_a_9
        union all select 7, rowid, child_id, gender, ethnicity, date_of_birth, age_years, disability, file, sheet, row_number from annex_a_10
        union all select 8, rowid, child_id, gender, ethnicity, date_of_birth, age_years, null, file, sheet, row_number from annex_a_3
        union all select 9, rowid, child_id, gender, ethnicity, date_of_birth, age_years, null, file, sheet, row_number from annex_a_1
        union all select 10, rowid, child_id, gender, ethnicity, date_of_birth, age_years, null, file, sheet, row_number from annex_a_2
    ) as listed
),
said as (
    select
        *,
        coalesce(date_of_birth > getvariable('as_at'), false) or coalesce(age_years = -1, false) as unborn
    from sighting
),
child as (
    select
        child_id,
        arg_min(gender, priority) filter (where gender is not null) as sex,
        arg_min(ethnicity, priority) filter (where ethnicity is not null) as ethnicity,
        arg_min(date_of_birth, priority) filter (where date_of_birth is not null and not unborn) as dob,
        arg_min(date_of_birth, priority) filter (where date_of_birth is not null and unborn) as expected_dob,
        arg_min(disability, priority) filter (where disability in ('yes', 'no')) as disability,
        arg_min(file, priority) as file,
        arg_min(sheet, priority) as sheet,
        arg_min(row_number, priority) as row_number
    from said
    group by child_id
)
select
    row_number() over (order by child_id),
    child_id,
    sex,
    ethnicity,
    dob,
    case when dob is null then expected_dob end,
    disability,
    file, sheet, row_number
from child
order by child_id;
