-- title:       Looked-after children
-- asks:        How many children are in our care?
-- shows:       count, children, neither is better
-- placed:      stock: each month end
-- met:         each child looked after at the end of the last day of the month, whatever the legal status
-- leaves out:  children looked after only under a series of short breaks (V3, V4); anyone on or after the 18th birthday
-- clock:       none
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status
-- detail:      the legal status at the month end
-- note:        A child who left one day and came back the next was in care throughout.
-- note:        (annex-a) Annex A has the latest legal status alone: for short breaks taken as true of the whole period, and else not recorded before the day it began.
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

with counted as (
    select i.*, w.said
    from in_care i
    left join legal_word w on w.legal_status = i.legal_status
)

select 'all' as series, child_key, cla_id as case_id, last_day as on_date, team, worker, true as met, null as value, said as detail
from counted
union all
select case when uasc then 'uasc' else 'ex_uasc' end, child_key, cla_id, last_day, team, worker, true, null, said
from counted;
