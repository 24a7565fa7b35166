-- title:    Records without recent oversight
-- area:     oversight
-- answers:  team manager
-- says:     No manager’s oversight on the record for 40 working days; 20 on a protection plan, 60 looked after
-- clock:    working days from the latest entry; the day after it is day 1
-- due:      the last day in time comes within 10 working days
-- overdue:  past its number of working days, or never
-- rule:     no recent oversight
--   asks:   When will a manager look at the record?
--   counts: wf-oversight not met
-- together: yes
-- order:    4

with looked_at as (
    select c.*, case when c.detail like 'Looked after%' then 60 when c.detail like 'On a protection plan%' then 20 else 40 end as every
    from cases_of('wf-oversight') c
)

select
    'no recent oversight' as rule, child_key, case_id, team, worker, cast(null as date) as starts_on,
    day_of_number(every, cast(value as integer)) as due_on, not met as is_overdue,
    case when not met then value - every end as days_over, detail
from looked_at
where not met or day_of_number(every, cast(value as integer)) <= day_of_number(0, -10);
