-- What became of children, from the SSDA903. Child-level. It comes after `care.sql`, whose steps it takes.
--
-- OC2 says whether a child's health was assessed and teeth were checked in the year, and not on which day: it has no
-- place in `cla_health`, whose rows are checks with a day, and stays in its own table.

-- CARE LEAVERS: what the newest return says of each. 0 is "not in touch", of which nothing else is known.
insert into care_leavers
select person.child_key, null, null, o.IN_TOUCH, null,
    case when o.ACCOM <> '0' then substr(o.ACCOM, 1, 1) end,
    case substr(o.ACCOM, 2, 1) when '1' then true when '2' then false end,
    nullif(o.ACTIV, '0'),
    null, null, null, null,
    o.file, o.sheet, o.row_number
from ssda903_oc3 o
join person on person.person_id = o.CHILD
qualify row_number() over (partition by person.child_key order by o.rowid) = 1
order by person.child_key;

-- ADOPTION: a row for each child for whom it was decided, ordered or done. The decision is the latest one; what
-- followed is read from the episodes of the period of care in which it began, or the latest where it began in none.
insert into permanence
with decision as (
    select person.child_key, d.DATE_PLACED as decided_on, d.DATE_PLACED_CEASED as reversed_on,
        d.REASON_PLACED_CEASED as reversed_reason, d.file, d.sheet, d.row_number
    from ssda903_placed_adoption d
    join person on person.person_id = d.CHILD
    qualify row_number() over (partition by person.child_key order by d.DATE_PLACED desc, d.DATE_PLACED_CEASED is null, d.rowid) = 1
),
adopted as (
    select person.child_key, a.DATE_INT, a.DATE_MATCH, a.FOSTER_CARE, a.file, a.sheet, a.row_number
    from ssda903_ad1 a
    join person on person.person_id = a.CHILD
    qualify row_number() over (partition by person.child_key order by a.rowid) = 1
),
care as (
    select child_key, cla_id, period_began, period_ended,
        min(DECOM) filter (where LS = 'E1') as ordered_on,
        min(DECOM) filter (where PLACE in ('A3', 'A4', 'A5', 'A6')) as placed_on,
        min(DECOM) filter (where PLACE in ('U2', 'U5')) as placed_ffa_on,
        -- The last real move: with the carers who adopt, a placement changes in its status alone (T, U).
        max(DECOM) filter (where RNE in ('S', 'P', 'B')) as moved_on,
        max(DEC) filter (where REC in ('E11', 'E12')) as adopted_on,
        arg_max(file, nth) as file, arg_max(sheet, nth) as sheet, arg_max(row_number, nth) as row_number
    from period_episode
    group by child_key, cla_id, period_began, period_ended
),
-- A child fostered by would-be adopters is not yet one for whom anything was decided.
child as (
    select child_key from decision
    union select child_key from adopted
    union select child_key from care where ordered_on is not null or placed_on is not null or adopted_on is not null
)
select child.child_key, null, c.period_began, coalesce(d.decided_on, a.DATE_INT), c.ordered_on, a.DATE_MATCH,
    c.placed_on, c.adopted_on, d.reversed_on, d.reversed_reason, c.placed_ffa_on, a.FOSTER_CARE,
    case when a.FOSTER_CARE then c.moved_on end,
    coalesce(d.file, a.file, c.file), coalesce(d.sheet, a.sheet, c.sheet), coalesce(d.row_number, a.row_number, c.row_number)
from child
left join decision d on d.child_key = child.child_key
left join adopted a on a.child_key = child.child_key
left join care c on c.child_key = child.child_key
qualify row_number() over (
    partition by child.child_key
    order by
        c.period_began <= coalesce(d.decided_on, a.DATE_INT) and coalesce(c.period_ended >= coalesce(d.decided_on, a.DATE_INT), true) desc nulls last,
        c.adopted_on is not null or c.placed_on is not null or c.ordered_on is not null desc,
        c.period_began desc nulls last
) = 1
order by child.child_key;

drop table period_episode;
drop table return_episode;
drop table return_file;
