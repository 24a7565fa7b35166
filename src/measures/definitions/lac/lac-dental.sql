-- title:       Dental checks up to date
-- asks:        Do the children in our care get to the dentist, as a parent would see to?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end, and the twelve months to it
-- met:         teeth checked by a dentist in the twelve months to the month end
-- counts:      children looked after without a break for twelve months or more at the month end, of all ages
-- leaves out:  short breaks; checks that were planned, refused or cancelled
-- clock:       calendar months
-- needs:       cla_periods.start_date, cla_periods.end_date (may be blank), legal_status.legal_status, cla_health.check_date, cla_health.check_type
-- limits:      do not apply: each point shares eleven months with the next
-- note:        There is no figure before the files hold the twelve months that it looks back on.
-- note:        Babies without teeth are counted, as the department counts them.
-- note:        Dentists were shut in 2020 and 2021: half as many children were seen, and limits begin anew after it.
-- note:        (annex-a) The as-at day alone: Annex A has the latest check only.
-- standard:    none; published for each authority
-- source:      Department for Education, children looked after in England, health outcomes
-- act on:      not met, longest first: without a dental check in the year
-- version:     1 (2014-04-01)   look again: 2027-11
-- benchmark:   LACDental%
--   title:     Looked after children with a dental check in the year
--   gives:     %, on 31 March, whole
--   from:      Department for Education, Children looked after in England
--   differs:   Published of children looked after for 12 months or more on 31 March.
-- order:       10
-- why:         Simple proxy for day-to-day care
-- status:      None
-- guidance:    A measure of the department
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Babies with no teeth
--   rule:      Included by the department
-- trap:        Pandemic break (40% in 2021)
--   rule:      A change of limits with its cause named
-- published:   31 Mar 2015: 86%
--   source:    Department for Education, SFR 34/2015
-- published:   31 Mar 2025: 81%
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 65.6, half at or below 83, and nine tenths at or
--              below 94
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- clock drawn: 12 months from 2014-01-31
--   starts:    the child sees a dentist
--   ends:      the child sees one again

with every_check as (
    select count(*) > 0 as is_held from carried where field = 'cla_health.said_type'
),

-- A check counts until the next.
checked as (
    select child_key, check_date, lead(check_date) over (partition by child_key order by check_date) as next_on
    from (select distinct child_key, check_date from cla_health where check_type = 'dental') dental
)

select
    'bare'     as series,
    i.child_key,
    i.cla_id   as case_id,
    i.last_day as on_date,
    i.team,
    i.worker,
    coalesce(c.check_date > months_later(i.last_day, -12), false) as met,
    i.last_day - c.check_date as value
from in_care i
cross join every_check e
cross join extract x
left join checked c on c.child_key = i.child_key
    and c.check_date <= i.last_day
    and coalesce(c.next_on, date '9999-12-31') > i.last_day
where months_later(i.began_on, 12) <= i.last_day
    and case when e.is_held then i.year_is_held else i.last_day = x.as_at end
    -- A source that names no dental check at all does not hold them.
    and exists (select 1 from cla_health where check_type = 'dental');
