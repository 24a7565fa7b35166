-- title:    Section 20 for over six months
-- area:     children looked after
-- answers:  team manager
-- says:     Accommodated under section 20 without a break for more than six months
-- clock:    calendar days under section 20
-- overdue:  more than six calendar months
-- rule:     over 12 months
--   asks:   Has a senior manager agreed that no court order is needed?
--   counts: lac-s20-drift.gt12 met
-- rule:     over 6 months
--   asks:   Is section 20 still the right basis, and who consented?
--   counts: lac-s20-drift.gt6 met
-- counts:   lac-s20-drift.gt6 met
-- nested:   yes
-- order:    4

with held as (
    select 'over 6 months' as rule, 183 as most, c.* from cases_of('lac-s20-drift.gt6') c
    union all
    select 'over 12 months', 365, c.* from cases_of('lac-s20-drift.gt12') c
)

select
    rule, child_key, case_id, team, worker, x.as_at - cast(value as integer) as starts_on, cast(null as date) as due_on,
    true as is_overdue, value - most as days_over, h.detail
from held h
cross join extract x
where met;
