-- What the person table says of each child. Child-level. The variable `as_at` is the day of the dataset.
--
-- A day of birth that has not come yet is the day a birth is expected. Gender speaks where sex is blank.
insert into sighting
select
    1, rowid, pers_person_id, coalesce(pers_sex, pers_gender), pers_ethnicity,
    case when not unborn then pers_dob end,
    coalesce(pers_expected_dob, case when unborn then pers_dob end),
    null, file, sheet, row_number
from (
    select *, rowid, coalesce(pers_dob > getvariable('as_at'), false) as unborn
    from ssd_person
) as people;

-- One row for each disability, and NONE for a child who was asked and has none. A child without a row is unknown.
insert into sighting
select
    case when disa_disability_code = 'NONE' then 3 else 2 end, rowid, disa_person_id, null, null, null, null,
    case when disa_disability_code = 'NONE' then 'no' else 'yes' end, file, sheet, row_number
from ssd_disability
where disa_disability_code is not null;
