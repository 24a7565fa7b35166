-- title:       Looked-after children
-- asks:        How many children are in our care?
-- shows:       count, children, neither is better
-- placed:      stock: each month end
-- met:         each child looked after at the end of the last day of the month, whatever the legal status
-- leaves out:  children looked after only under a series of short breaks (V3, V4); anyone on or after the 18th birthday
-- clock:       none
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status
-- note:        A child who left one day and came back the next was in care throughout.
-- note:        (annex-a) Annex A has the latest legal status alone, taken as true of the whole period.
-- standard:    none; a target is set locally in the investment case
-- source:      Department for Education, guide to the looked-after children return (SSDA903)
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      all (headline): all
-- series:      uasc: unaccompanied asylum-seeking children
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, cla_periods.uasc
--   note:      (annex-a) "Within the last 12 months" is taken as true of the whole period; a blank counts as no.
-- series:      ex_uasc: without unaccompanied asylum-seeking children
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, cla_periods.uasc
--   note:      (annex-a) "Within the last 12 months" is taken as true of the whole period; a blank counts as no.

-- A child once, in the team of the latest period that had begun.
with in_care as (
    select c.*, m.last_day, row_number() over (
        partition by c.child_key, m.last_day order by c.start_date desc, c.cla_id
    ) as nth_row
    from care_period c
    join reporting_month m on c.start_date <= m.last_day and c.ended_on > m.last_day
),

counted as (
    select i.*
    from in_care i
    where nth_row = 1
        and not exists (
            select 1 from short_break b
            where b.child_key = i.child_key
                and (b.cla_id is null or b.cla_id = i.cla_id)
                and (b.start_date is null or b.start_date <= i.last_day)
                and (b.end_date is null or b.end_date > i.last_day)
        )
)

select 'all' as series, child_key, cla_id as case_id, last_day as on_date, team, worker, true as met, null as value
from counted
union all
select case when uasc then 'uasc' else 'ex_uasc' end, child_key, cla_id, last_day, team, worker, true, null
from counted;
