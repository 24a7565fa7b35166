-- The children of the load: what is said of a child on one row. Child-level. `sighting` is what every row of every source
-- says. When rows disagree, the first that says anything is believed: by the order of the sources, then by the order
-- of the source's own tables, then by the order in which the rows came.
--
-- Where the first row of each child is comes last: files and their sheets have long names, and of a million children
-- none is to carry them so long.
insert into person
with child as (
    select
        person_id,
        arg_min(sex, priority) filter (where sex is not null) as sex,
        arg_min(ethnicity, priority) filter (where ethnicity is not null) as ethnicity,
        arg_min(dob, priority) filter (where dob is not null) as dob,
        arg_min(expected_dob, priority) filter (where expected_dob is not null) as expected_dob,
        arg_min(disability, priority) filter (where disability in ('yes', 'no')) as disability,
        arg_min(first_seen, priority) as first_seen
    from (
        select person_id, sex, ethnicity, dob, expected_dob, disability, rowid as first_seen,
            cast(place as bigint) * 1000000000 + seen as priority
        from sighting
    ) as said
    group by person_id
),
numbered as (
    select *, row_number() over (order by person_id) as child_key from child
)
select
    child_key,
    n.person_id,
    n.sex,
    n.ethnicity,
    n.dob,
    case when n.dob is null then n.expected_dob end,
    n.disability,
    file, sheet, row_number
from sighting s
join numbered n on n.first_seen = s.rowid
order by child_key;
