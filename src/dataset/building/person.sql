-- The children of the load: what is said of a child on one row. Child-level. `sighting` is what every row of every source
-- says. When rows disagree, the first that says anything is believed: by the order of the sources, then by the order
-- of the source's own tables, then by the order in which the rows came.
--
-- Files and sheets are few and their names long: they are numbered, so that of a million children none carries them.
insert into person
with place_of as (
    select row_number() over () as place_number, file, sheet
    from (select distinct file, sheet from sighting) as places
),
said as (
    select s.* exclude (file, sheet), p.place_number, cast(s.place as bigint) * 1000000000 + s.seen as priority
    from sighting s
    join place_of p on p.file is not distinct from s.file and p.sheet is not distinct from s.sheet
),
child as (
    select
        person_id,
        arg_min(sex, priority) filter (where sex is not null) as sex,
        arg_min(ethnicity, priority) filter (where ethnicity is not null) as ethnicity,
        arg_min(dob, priority) filter (where dob is not null) as dob,
        arg_min(expected_dob, priority) filter (where expected_dob is not null) as expected_dob,
        arg_min(disability, priority) filter (where disability in ('yes', 'no')) as disability,
        arg_min(place_number, priority) as place_number,
        arg_min(row_number, priority) as row_number
    from said
    group by person_id
),
numbered as (
    select *, row_number() over (order by person_id) as child_key from child
)
select
    child_key,
    person_id,
    sex,
    ethnicity,
    dob,
    case when dob is null then expected_dob end,
    disability,
    file, sheet, row_number
from numbered
join place_of using (place_number)
order by child_key;
