-- title:    Section 20 for over six months
-- area:     children looked after
-- answers:  team manager
-- says:     Accommodated under section 20 without a break for more than six months
-- clock:    calendar days under section 20
-- due:      six or twelve months are up within 10 working days
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
    select 'over 6 months' as rule, 6 as months, c.* from cases_of('lac-s20-drift.gt6') c
    union all
    select 'over 12 months', 12, c.* from cases_of('lac-s20-drift.gt12') c
),

clock as (
    select h.*, x.as_at, x.as_at - cast(h.value as integer) as starts_on, months_later(x.as_at - cast(h.value as integer), h.months) as due_on
    from held h
    cross join extract x
)

select
    rule, child_key, case_id, team, worker, starts_on, due_on, met as is_overdue,
    case when met then as_at - due_on end as days_over, nullif(detail, 'under 16') as detail
from clock
where met or due_on <= day_of_number(0, -10);
