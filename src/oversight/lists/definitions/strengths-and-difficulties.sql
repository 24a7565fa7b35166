-- title:    Strengths and difficulties questionnaires
-- area:     children looked after
-- answers:  team manager
-- says:     No score received in the twelve months to the day
-- clock:    calendar days from the latest score, or from the start of care
-- due:      the last day in time comes within 10 working days
-- overdue:  none in the year
-- rule:     no score in the year
--   asks:   Who sends it out, and to which carer?
--   counts: lac-sdq.returned not met
-- together: yes
-- order:    7

with latest as (
    select s.child_key, max(s.completed_date) as scored_on
    from sdq_scores s
    join extract x on s.completed_date <= x.as_at
    where s.score between 0 and 40
    group by s.child_key
),

-- A score is asked for once a child is four and has been in care for a year: the first is due by the fifth birthday.
child as (
    select c.*, x.as_at, l.scored_on,
        case when l.scored_on >= i.began_on then l.scored_on else i.began_on end as starts_on,
        greatest(months_later(case when l.scored_on >= i.began_on then l.scored_on else i.began_on end, 12), months_later(p.dob, 60)) - 1 as due_on
    from cases_of('lac-sdq.returned') c
    cross join extract x
    join in_care i on i.cla_id = c.case_id and i.child_key = c.child_key and i.last_day = c.on_date
    join person p on p.child_key = c.child_key
    left join latest l on l.child_key = c.child_key
)

select
    'no score in the year' as rule, child_key, case_id, team, worker, starts_on, due_on, not met as is_overdue,
    case when not met then as_at - due_on end as days_over,
    case when scored_on is null then 'never scored' end as detail
from child
where not met or due_on <= day_of_number(0, -10);
