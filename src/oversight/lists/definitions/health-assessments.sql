-- title:    Health assessments
-- area:     children looked after
-- answers:  team manager
-- says:     The latest assessment is not recent enough: a year, or half a year under five
-- clock:    calendar days from the latest assessment; the first in care is due by working day 20
-- due:      the last day in time comes within 10 working days
-- overdue:  longer ago than that, or never
-- rule:     not in date
--   asks:   When is the assessment, or why is there none?
--   counts: lac-health.in_date not met
-- together: yes
-- order:    5

with latest as (
    select h.child_key, max(h.check_date) as check_on
    from cla_health h
    join extract x on h.check_date <= x.as_at
    where h.check_type = 'health'
    group by h.child_key
),

child as (
    select c.*, x.as_at, i.began_on, l.check_on, f.due_on as first_due_on,
        case when x.as_at < months_later(p.dob, 60) then 6 else 12 end as months
    from cases_of('lac-health.in_date') c
    cross join extract x
    join in_care i on i.cla_id = c.case_id and i.child_key = c.child_key and i.last_day = c.on_date
    join person p on p.child_key = c.child_key
    left join latest l on l.child_key = c.child_key
    left join first_review_day f on f.began_on = i.began_on
),

-- The first in care is due by working day 20 of care, whatever was done before.
clock as (
    select c.*,
        case when check_on >= began_on then check_on else began_on end as starts_on,
        case when check_on >= began_on or first_due_on is null then months_later(check_on, months)
            else greatest(coalesce(months_later(check_on, months), first_due_on), first_due_on) end as due_on
    from child c
)

select
    'not in date' as rule, child_key, case_id, team, worker, starts_on, due_on, not met as is_overdue,
    case when not met then as_at - due_on end as days_over,
    case when check_on is null then 'never assessed' when check_on < began_on then 'not assessed since care began' end as detail
from clock
where not met or due_on <= day_of_number(0, -10);
