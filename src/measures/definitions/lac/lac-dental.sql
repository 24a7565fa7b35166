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
-- version:     1 (2014-04-01)   look again: 2027-11

with every_check as (
    select count(*) > 0 as is_held from carried where field = 'cla_health.said_type'
),

-- A check stands until the next.
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
