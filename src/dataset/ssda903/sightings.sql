-- What the SSDA903 says of each child. Child-level. The header says it; the other files repeat the date of birth, and
-- one of them the sex. Files are read newest first, so of two years' rows the newer is the one seen first.
insert into sighting
select place, seen, CHILD, sex, ethnicity, dob, null, null, file, sheet, row_number
from (
    select 1 as place, rowid as seen, CHILD, SEX as sex, ETHNIC as ethnicity, DOB as dob, file, sheet, row_number from ssda903_header
    union all select 2, rowid, CHILD, null, null, null, file, sheet, row_number from ssda903_episodes
    union all select 3, rowid, CHILD, SEX, null, DOB, file, sheet, row_number from ssda903_uasc
    union all select 4, rowid, CHILD, null, null, DOB, file, sheet, row_number from ssda903_reviews
    union all select 5, rowid, CHILD, null, null, DOB, file, sheet, row_number from ssda903_missing
    union all select 6, rowid, CHILD, null, null, DOB, file, sheet, row_number from ssda903_oc2
    union all select 7, rowid, CHILD, null, null, DOB, file, sheet, row_number from ssda903_oc3
    union all select 8, rowid, CHILD, null, null, DOB, file, sheet, row_number from ssda903_ad1
    union all select 9, rowid, CHILD, null, null, DOB, file, sheet, row_number from ssda903_placed_adoption
    union all select 10, rowid, CHILD, null, null, DOB, file, sheet, row_number from ssda903_prev_perm
    union all select 11, rowid, CHILD, null, null, DOB, file, sheet, row_number from ssda903_social_worker
    union all select 12, rowid, CHILD, null, null, DOB, file, sheet, row_number from ssda903_dolo
) as told;
