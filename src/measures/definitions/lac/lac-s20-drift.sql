-- title:       Section 20 drift
-- asks:        Are children looked after by agreement for so long that it should be settled in law?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end
-- met:         accommodated under section 20 (V2)
-- counts:      children looked after at the month end
-- leaves out:  short breaks (V3, V4)
-- clock:       calendar months, from the start of the unbroken section 20 status, not of care
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, legal_status.start_date
-- detail:      unaccompanied, 16 or 17 years old, or younger
-- note:        (annex-a) The as-at day alone: Annex A has the latest legal status only.
-- standard:    local; judgments of 2015 asked for far less of it
-- source:      Department for Education, children looked after in England; our own definition
-- act on:      met, longest first: under section 20
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      share (headline): section 20 share of all
-- series:      gt6: over 6 months
--   act on:    met, longest first: under section 20 for over 6 months
--   met:       under section 20 for more than six months
--   counts:    children under section 20 at the month end
--   leaves out: unaccompanied children; short breaks (V3, V4)
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, legal_status.start_date, cla_periods.uasc
--   note:      Legal planning and senior reviews are in no file: all are counted, also those that were looked at in the last six months.
--   note:      Disabled children in planned care and babies given up cannot be told, and are counted. Young people of 16 and 17, who may consent themselves, are counted and can be split off.
-- series:      gt12: over 12 months
--   act on:    met, longest first: under section 20 for over 12 months
--   met:       under section 20 for more than twelve months
--   counts:    children under section 20 at the month end
--   leaves out: unaccompanied children; short breaks (V3, V4)
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, legal_status.start_date, cla_periods.uasc
--   note:      Legal planning and senior reviews are in no file: all are counted, also those that were looked at in the last six months.
--   note:      Disabled children in planned care and babies given up cannot be told, and are counted. Young people of 16 and 17, who may consent themselves, are counted and can be split off.
-- order:       14
-- why:         Long voluntary care without a plan risks the child’s legal security
-- status:      Local; case law
-- guidance:    2015 family court ruling reduced use
-- reference:   Department for Education, Children looked after in England, 2020
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Clock from care start or from start of section 20
--   rule:      Section 20
-- trap:        V2 single placement and V1 short break
--   rule:      V2 only
-- trap:        16-17 year-olds who consent themselves
--   rule:      Included, flagged
-- published:   31 Mar 2025: 19% (15,540 of 81,770); 17% in 2020
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- clock drawn: 6, 12 months from 2014-08-31
--   starts:    section 20 begins
--   ends:      it ends
--   after:     counted

with every_status as (
    select count(*) > 0 as is_held from carried where field = 'legal_status.end_date'
),

-- A status ends with the period of care that it is of, whether or not the source says so itself: Annex A does not.
agreed as (
    select l.child_key, l.start_date, least(coalesce(l.end_date, date '9999-12-31'), coalesce(c.end_date, date '9999-12-31')) as end_date
    from legal_status l
    cross join extract x
    left join cla_periods c on c.cla_id = l.cla_id and c.child_key = l.child_key
    where l.legal_status = 'V2' and l.start_date <= x.as_at and (l.end_date is null or l.end_date >= l.start_date)
),

beside_earlier as (
    select a.*, max(end_date) over (
        partition by child_key order by start_date, end_date
        rows between unbounded preceding and 1 preceding
    ) as earlier_end
    from agreed a
),

parted as (
    select b.*, sum(case when start_date <= earlier_end or start_date - earlier_end = 1 then 0 else 1 end) over (
        partition by child_key order by start_date, end_date
        rows between unbounded preceding and current row
    ) as nth
    from beside_earlier b
),

unbroken as (
    select child_key, min(start_date) as from_on, max(end_date) as until_on
    from parted
    group by child_key, nth
),

child as (
    select i.*, u.from_on,
        case
            when i.uasc then 'unaccompanied'
            when i.last_day >= months_later(p.dob, 192) then '16 or 17'
            else 'under 16'
        end as said
    from in_care i
    join person p on p.child_key = i.child_key
    cross join every_status e
    cross join extract x
    -- In the key, because a condition on one side alone makes the engine hold every row next to every other.
    left join unbroken u on u.child_key = case when i.legal_status = 'V2' then i.child_key end
        and u.from_on <= i.last_day
        and u.until_on > i.last_day
    where e.is_held or i.last_day = x.as_at
),

limits as (
    select 'gt6' as series, 6 as months
    union all
    select 'gt12', 12
)

select
    'share'    as series,
    child_key,
    cla_id     as case_id,
    last_day   as on_date,
    team,
    worker,
    from_on is not null as met,
    last_day - from_on as value,
    said       as detail
from child
union all
select l.series, c.child_key, c.cla_id, c.last_day, c.team, c.worker, c.last_day > months_later(c.from_on, l.months), c.last_day - c.from_on, c.said
from child c
cross join limits l
where c.from_on is not null and not c.uasc;
