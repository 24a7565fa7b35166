-- title:       Statutory visits to looked-after children on time
-- asks:        Has somebody from the council seen each child in our care lately enough?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end
-- met:         seen in this placement in the last 42 days; or placed there 7 days ago or less and not visited there yet
-- counts:      children looked after at the month end
-- leaves out:  short breaks; visits at which the child was not seen; visits in an earlier placement
-- clock:       calendar days; six weeks are 42, from the visit to the month end
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, cla_visits.visit_date,
--                cla_visits.seen (ssd), cla_placement.start_date
-- note:        No file says that a placement is to last until 18, so the three-month interval is used for nobody.
-- note:        No file says that a visit was another worker's than the child's own: all are taken as statutory visits.
-- note:        (annex-a) The as-at day alone: Annex A has the latest visit only, and the child is taken to have been seen at it.
-- standard:    Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28: within a week of placement, then every six weeks
-- source:      The Children Act 1989 guidance and regulations, volume 2
-- act on:      not met, longest first: not seen in time
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       5
-- why:         Legal duty and safety check on the placement
-- status:      Statutory
-- guidance:    Care planning regulations 2010, reg 28. Weekly until first review for unassessed connected carers and
--              some children with parents
-- reference:   Advanced Childcare Assessment
-- reference:   Children Act 1989 guidance, volume 2
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 95; amber 88
-- trap:        Visits joined to the current placement alone, so that a move wipes the history
--   rule:      A visit counts since the latest move, and a child who moved within seven days need not have been
--              visited yet
-- trap:        6 weeks = 42 calendar days, not 30 working days
--   rule:      42 days
-- trap:        The 3-month interval used for every long-term child
--   rule:      Never: no file says that a placement is to last until 18, so six weeks hold for all
-- trap:        Reviewing officer or fostering worker visit
--   rule:      No file says whose visit it was: visits that saw the child count
-- clock drawn: 7 days from 2015-01-05
--   starts:    the placement begins
--   ends:      the child is seen there
-- clock drawn: 42 days from 2015-01-10
--   starts:    the child is last seen
--   ends:      the child is seen again

-- Where every visit is known, each counts until the next. Otherwise only the latest is known, and only for the as-at day.
with every_visit as (
    select count(*) > 0 as is_held from carried where field = 'cla_visits.seen'
),

visit as (
    select child_key, visit_date as visit_on, lead(visit_date) over (partition by child_key order by visit_date) as next_on
    from (
        select distinct v.child_key, v.visit_date
        from cla_visits v
        cross join every_visit e
        where v.seen or not e.is_held
    ) seen
),

placement as (
    select child_key, start_date as placed_on, lead(start_date) over (partition by child_key order by start_date) as next_on
    from (select distinct child_key, start_date from cla_placement where start_date is not null) moved
),

looked_at as (
    select i.*, v.visit_on, greatest(coalesce(p.placed_on, i.began_on), i.began_on) as placed_on
    from in_care i
    cross join every_visit e
    cross join extract x
    left join visit v on v.child_key = i.child_key
        and v.visit_on <= i.last_day
        and coalesce(v.next_on, date '9999-12-31') > i.last_day
    left join placement p on p.child_key = i.child_key
        and p.placed_on <= i.last_day
        and coalesce(p.next_on, date '9999-12-31') > i.last_day
    where e.is_held or i.last_day = x.as_at
)

select
    'bare'                as series,
    child_key,
    cla_id                as case_id,
    last_day              as on_date,
    team,
    worker,
    case when visit_on >= placed_on then last_day - visit_on <= 42 else last_day - placed_on <= 7 end as met,
    last_day - visit_on   as value
from looked_at;
