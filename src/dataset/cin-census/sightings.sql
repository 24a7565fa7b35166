-- What the census says of each child. Child-level. The variable `as_at` is the day of the census. Files are read newest
-- first, so of two years' rows the newer is the one seen first.
--
-- A day of birth that has not come yet is the day a birth is expected.
insert into sighting
select
    1, rowid, LAchildID, coalesce(Sex, GenderCurrent), null,
    case when not unborn then PersonBirthDate end,
    coalesce(ExpectedPersonBirthDate, case when unborn then PersonBirthDate end),
    null, file, sheet, row_number
from (
    select *, rowid, coalesce(PersonBirthDate > getvariable('as_at'), false) as unborn
    from cin_census_childidentifiers
) as identified;

insert into sighting
select 2, rowid, LAchildID, null, Ethnicity, null, null, null, file, sheet, row_number
from cin_census_childcharacteristics;

-- One row for each disability, and NONE for a child who was asked and has none. A child without a row is unknown.
insert into sighting
select
    case when Disability = 'NONE' then 4 else 3 end, rowid, LAchildID, null, null, null, null,
    case when Disability = 'NONE' then 'no' else 'yes' end, file, sheet, row_number
from cin_census_disabilities
where Disability is not null;

-- Of a flattened census one file may come without the others: its children are known by their id alone.
insert into sighting
select 5, seen, LAchildID, null, null, null, null, null, file, sheet, row_number
from (
    select rowid as seen, LAchildID, file, sheet, row_number from cin_census_cindetails
    union all select rowid, LAchildID, file, sheet, row_number from cin_census_assessments
    union all select rowid, LAchildID, file, sheet, row_number from cin_census_cinplandates
    union all select rowid, LAchildID, file, sheet, row_number from cin_census_section47
    union all select rowid, LAchildID, file, sheet, row_number from cin_census_childprotectionplans
    union all select rowid, LAchildID, file, sheet, row_number from cin_census_reviews
    union all select rowid, LAchildID, file, sheet, row_number from cin_census_preproceedingsandfgdm
) as told
where LAchildID not in (select LAchildID from cin_census_childidentifiers);
