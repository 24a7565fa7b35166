-- What Annex A says of each child. Child-level. The variable `as_at` is the day of the extract.
--
-- The lists that are about children now come before those that are about past events, in the order of the allocation
-- rule. An unborn child has age -1, or a date of birth that has not come yet: that is the day the birth is expected.
insert into sighting
select
    place, seen, child_id, gender, ethnicity,
    case when not unborn then date_of_birth end,
    case when unborn then date_of_birth end,
    disability, file, sheet, row_number
from (
    select *, coalesce(date_of_birth > getvariable('as_at'), false) or coalesce(age_years = -1, false) as unborn
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
) as said;
