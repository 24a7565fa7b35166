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
-- act on:      nobody
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      all (headline): all
--   chart title: Children looked after at each month end
--   read with: lac-number.ex_uasc (flow)
--     title:   The same without unaccompanied asylum-seeking children
--     column:  Without unaccompanied
--   benchmark: LAC
--     title:   Children looked after on 31 March
--     gives:   per 10,000, on 31 March, whole
--     from:    Department for Education, Children looked after in England
--     differs: Published for 31 March alone; ours is for each month end.
--   benchmark: LACnum
--     title:   Children looked after on 31 March
--     gives:   children, on 31 March, whole
--     from:    Department for Education, Children looked after in England
-- series:      uasc: unaccompanied asylum-seeking children
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, cla_periods.uasc
--   note:      (annex-a) "Within the last 12 months" is taken as true of the whole period; a blank counts as no.
--   benchmark: Unacc_Asylmn_Seek_Childn
--     title:   Unaccompanied children looked after on 31 March
--     gives:   children, on 31 March, whole
--     from:    Department for Education, Children looked after in England
--   benchmark: Unacc_Asylmn_Seek_Childn%
--     title:   Looked after children who are unaccompanied
--     gives:   %, on 31 March, whole
--     from:    Department for Education, Children looked after in England
-- series:      ex_uasc: without unaccompanied asylum-seeking children
--   needs:     cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, cla_periods.uasc
--   note:      (annex-a) "Within the last 12 months" is taken as true of the whole period; a blank counts as no.
-- order:       1
-- why:         The cost driver behind the investment case
-- status:      None
-- guidance:    Reduction target set locally in the investment case
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort, legal status, placement
--              type, provider
-- trap:        Respite series (V3/V4) included
--   rule:      Left out
-- trap:        18th birthday with an open episode
--   rule:      Not counted on or after 18
-- trap:        Late-entered starts change past months
--   rule:      Each month is kept as it was reported, with what is known now next to it
-- trap:        Target set including or excluding unaccompanied children
--   rule:      Both are series
-- published:   31 Mar 2015: 60 per 10,000 (69,470; 69,540 when first published)
--   source:    Department for Education, Local Authority Interactive Tool, 2024
--   source:    Department for Education, SFR 34/2015
-- published:   31 Mar 2025: 67 per 10,000 (81,770; 8% unaccompanied)
--   source:    Department for Education, Local Authority Interactive Tool, 2026
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 40, half at or below 66.5, and nine tenths at or
--              below 116.1
--   source:    Department for Education, Local Authority Interactive Tool, 2026

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
