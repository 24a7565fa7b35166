-- The children of the load: what is said of a child on one row. Child-level. `sighting` is what every row of every source
-- says. When rows disagree, the first that says anything is believed: by the order of the sources, then by the order
-- of the source's own tables, then by the order in which the rows came.
insert into person
with said as (
    select *, cast(place as bigint) * 1000000000 + seen as priority
    from sighting
),
child as (
    select
        person_id,
        arg_min(sex, priority) filter (where sex is not null) as sex,
        arg_min(ethnicity, priority) filter (where ethnicity is not null) as ethnicity,
        arg_min(dob, priority) filter (where dob is not null) as dob,
        arg_min(expected_dob, priority) filter (where expected_dob is not null) as expected_dob,
        arg_min(disability, priority) filter (where disability in ('yes', 'no')) as disability,
        arg_min(file, priority) as file,
        arg_min(sheet, priority) as sheet,
        arg_min(row_number, priority) as row_number
    from said
    group by person_id
)
select
    row_number() over (order by person_id),
    person_id,
    sex,
    ethnicity,
    dob,
    case when dob is null then expected_dob end,
    disability,
    file, sheet, row_number
from child
order by person_id;
