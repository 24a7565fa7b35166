-- title:    Children on the drift list
-- area:     oversight
-- answers:  team manager
-- says:     Work with the child has slowed down or stopped, by any of five rules
-- clock:    working days, each from the last time it was done; oversight is due within 60 calendar days
-- overdue:  any rule holds
-- counts:   cin-drift-list met
-- rule:     not seen
--   asks:   When will the child be seen, and by whom?
--   counts: cin-drift-list.unseen all
-- rule:     no plan
--   asks:   When will there be a plan?
--   counts: cin-drift-list.no_plan all
-- rule:     review overdue
--   asks:   When is the review conference?
--   counts: cin-drift-list.review all
-- rule:     assessment past day 45
--   asks:   Why is the assessment not finished?
--   counts: cin-drift-list.assessment all
-- rule:     no oversight
--   asks:   When did a manager last look at the record, and when next?
--   counts: cin-drift-list.oversight all
-- order:    1

with child as (
    select s.child_key, s.from_date as entered_on
    from cohort_spell s
    join extract x on s.from_date <= x.as_at and (s.to_date is null or s.to_date > x.as_at)
),

episode as (
    select o.child_key, o.referral_date
    from open_case_month o
    join extract x on x.as_at = o.last_day
),

-- As the measure has it: at a visit, or in an assessment, from its first day.
seen as (
    select d.child_key, max(d.seen_on) as seen_on
    from (
        select child_key, seen_on from seen_visit
        union
        select child_key, start_date from cin_assessments where child_seen
    ) d
    join extract x on d.seen_on <= x.as_at
    group by d.child_key
),

overseen as (
    select s.child_key, max(s.held_on) as held_on
    from case_supervisions s
    join extract x on s.held_on <= x.as_at
    where s.oversight_recorded
    group by s.child_key
),

review as (
    select o.child_key, min(d.due_on) as due_on
    from our_plan_month o
    join extract x on x.as_at = o.last_day
    join plan_review_due d on d.cp_plan_id = o.cp_plan_id and d.due_on < x.as_at and d.next_on is null
    group by o.child_key
),

assessment as (
    select a.child_key, min(a.start_date) as start_date
    from cin_assessments a
    join extract x on a.start_date <= x.as_at and (a.auth_date is null or a.auth_date > x.as_at)
    group by a.child_key
),

unseen as (
    select c.*, s.seen_on, coalesce(s.seen_on, e.referral_date, h.entered_on) as since
    from cases_of('cin-drift-list.unseen') c
    left join child h on h.child_key = c.child_key
    left join episode e on e.child_key = c.child_key
    left join seen s on s.child_key = c.child_key
),

unlooked as (
    select c.*, o.held_on, coalesce(o.held_on, e.referral_date, h.entered_on) as since
    from cases_of('cin-drift-list.oversight') c
    left join child h on h.child_key = c.child_key
    left join episode e on e.child_key = c.child_key
    left join overseen o on o.child_key = c.child_key
),

-- What is due is the last day in time: a rule that holds from the 30th day on has its last day in time on the 29th.
ruled as (
    select 'not seen' as rule, child_key, case_id, team, worker, since as starts_on, working_day_after(since, 29) as due_on,
        working_day_number(since, x.as_at) - 29 as days_over,
        case when seen_on is null then 'never seen in ' else 'not seen for ' end || cast(working_day_number(since, x.as_at) as text) || ' working days' as detail
    from unseen
    cross join extract x
    union all
    select 'no plan', c.child_key, case_id, team, worker, h.entered_on, working_day_after(h.entered_on, 14),
        working_day_number(h.entered_on, x.as_at) - 14,
        'none for ' || cast(working_day_number(h.entered_on, x.as_at) as text) || ' working days'
    from cases_of('cin-drift-list.no_plan') c
    cross join extract x
    left join child h on h.child_key = c.child_key
    union all
    select 'review overdue', c.child_key, case_id, team, worker, null, r.due_on, working_day_number(r.due_on, x.as_at),
        'overdue for ' || cast(working_day_number(r.due_on, x.as_at) as text) || ' working days'
    from cases_of('cin-drift-list.review') c
    cross join extract x
    left join review r on r.child_key = c.child_key
    union all
    select 'assessment past day 45', c.child_key, case_id, team, worker, a.start_date, working_day_after(a.start_date, 45),
        working_day_number(a.start_date, x.as_at) - 45,
        'open for ' || cast(working_day_number(a.start_date, x.as_at) as text) || ' working days'
    from cases_of('cin-drift-list.assessment') c
    cross join extract x
    left join assessment a on a.child_key = c.child_key
    union all
    -- Its 60 days are calendar days: how long it is over is counted in working days, as for the other rules.
    select 'no oversight', child_key, case_id, team, worker, null, since + 59, working_day_number(since + 59, x.as_at),
        case when held_on is null then 'none recorded in ' else 'none for ' end || cast(x.as_at - since as text) || ' days'
    from unlooked
    cross join extract x
)

select
    rule, child_key, case_id, team, worker, starts_on, due_on, true as is_overdue, days_over, detail
from ruled;
