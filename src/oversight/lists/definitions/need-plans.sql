-- title:    Children in need without a plan
-- area:     children in need
-- answers:  team manager
-- says:     No plan 10 working days after the assessment found the need
-- clock:    working days from the day a manager authorised the assessment, or from the end of the last plan
-- overdue:  no plan is open, or the plan came after day 10
-- rule:     no plan in time
--   asks:   When will there be a plan, and who will write it?
--   counts: cin-plan-in-place not met
-- order:    2

with planned as (
    select c.child_key, max(p.end_date) as ended_on,
        coalesce(bool_or(p.end_date is null or p.end_date > x.as_at), false) as is_open
    from cases_of('cin-plan-in-place') c
    cross join extract x
    join cin_plan_month m on m.child_key = c.child_key and m.last_day = c.on_date
    join cin_plans p on p.child_key = c.child_key and p.start_date <= x.as_at
        and (p.end_date is null or p.end_date > m.entered_on)
    group by c.child_key
),

child as (
    select c.*, coalesce(p.is_open, false) as is_open, p.ended_on,
        -- Where a plan came and has ended, there has been none since that day.
        case when not p.is_open then p.ended_on else m.entered_on end as starts_on,
        case when not p.is_open then p.ended_on else working_day_after(m.entered_on, 10) end as due_on
    from cases_of('cin-plan-in-place') c
    join cin_plan_month m on m.child_key = c.child_key and m.last_day = c.on_date
    left join planned p on p.child_key = c.child_key
)

select
    'no plan in time' as rule, c.child_key, c.case_id, c.team, c.worker, c.starts_on, c.due_on,
    true as is_overdue,
    case when c.is_open then c.value - 10 else working_day_number(c.due_on, x.as_at) end as days_over,
    case
        when c.is_open then 'there is one now; it came on working day ' || cast(cast(c.value as integer) as text)
        when c.ended_on is not null then 'the plan ended on ' || day_in_words(c.ended_on) || ', and none followed'
        else 'none yet'
    end as detail
from child c
cross join extract x
where not c.met;
