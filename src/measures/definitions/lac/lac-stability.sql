-- title:       Long-term placement stability
-- asks:        Do children who are in our care for long stay with the same carer?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end
-- met:         with the same carer for two years or more; or placed for adoption, and that with the placement before it for two years
-- counts:      children under 16 who have been looked after without a break for 30 months or more at the month end
-- leaves out:  short breaks; children whose age is not known
-- clock:       calendar months
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status,
--                cla_placement.start_date, cla_placement.end_date (may be blank), cla_placement.same_carer
-- note:        It is the carer that is meant: a house move, or foster carers who adopt, do not end it; nor does a move of 7 days or less and back.
-- note:        It needs the placements of two years: there is no figure before the files hold so many.
-- standard:    none; published for each authority
-- source:      Department for Education, children looked after in England, placement stability
-- act on:      not met, shortest first: not settled for two years
-- version:     1 (2014-04-01)   look again: 2027-11
-- benchmark:   LAC_LongStable%
--   title:     Children in one placement for two years or more
--   gives:     %, on 31 March, whole
--   from:      Department for Education, Children looked after in England
-- order:       7
-- why:         The counterpart of moves
-- status:      None
-- guidance:    A measure of the department
-- reference:   Department for Education, Children’s Social Care Dashboard, April 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Same placement or same carer (house move, foster carer adopts)
--   rule:      Same carer
-- trap:        2.5 years = 913 days or 30 months
--   rule:      30 months
-- published:   31 Mar 2025: 69%
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 59.2, half at or below 68, and nine tenths at or
--              below 76
--   source:    Department for Education, Local Authority Interactive Tool, 2026

with long_stay as (
    select i.*
    from in_care i
    join person p on p.child_key = i.child_key
    cross join extract x
    where (x.window_from is null or months_later(i.last_day, -24) >= x.window_from - 1)
        and months_later(i.began_on, 30) <= i.last_day
        and i.last_day < months_later(p.dob, 192)
)

select
    'bare'     as series,
    i.child_key,
    i.cla_id   as case_id,
    i.last_day as on_date,
    i.team,
    i.worker,
    coalesce(
        months_later(case when s.adoptive_from <= i.last_day then coalesce(s.earlier_from, s.from_on) else s.from_on end, 24) <= i.last_day,
        false
    )          as met,
    i.last_day - s.from_on as value
from long_stay i
left join carer_spell s on s.child_key = i.child_key
    and s.from_on <= i.last_day
    and coalesce(s.next_from, date '9999-12-31') > i.last_day;
