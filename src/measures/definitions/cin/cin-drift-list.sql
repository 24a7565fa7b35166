-- title:       Children on the drift list
-- asks:        For which children has work slowed down or stopped?
-- shows:       rate, %, lower is better
-- placed:      stock: each month end
-- met:         any rule holds: not seen for 30 working days; no plan 15 working days after the need was found; review of a
--                protection plan overdue by 20 working days; assessment open after its 45th working day; no management
--                oversight for 60 days
-- counts:      children in assessment, on a child in need plan or on a child protection plan at the month end
-- leaves out:  children looked after; a rule that what was loaded cannot answer
-- clock:       working days, and calendar days for oversight, each from the last time it was done
-- needs:       cin_assessments.start_date, cin_assessments.auth_date (may be blank), cin_episodes.referral_date,
--                cin_episodes.close_date (may be blank), cin_episodes.last_seen_date (annex-a), cin_visits.visit_date (ssd; cin-census)
-- detail:      the rules that hold
-- note:        A child counts once, however many rules hold; they are listed. A child leaves when no rule holds any more, and
--                not by what anybody writes.
-- note:        A child who was never seen, or without oversight, is counted from the day the case opened. An assessment in which
--                the child was seen counts from its first day.
-- note:        Reviews of child in need plans, and senior reviews of plans over 12 months, are in nothing that is loaded: those
--                two rules are not asked. Oversight is asked from 60 days after the first that the case-supervision template has.
-- note:        (annex-a) Annex A has the last visit and the last review alone, and no child in need plans: the as-at day only,
--                without the rule of plans.
-- standard:    local: lists for team managers
-- source:      Manchester City Council, report to the Improvement Board, 10 February 2015
-- act on:      met, earliest first: on the list
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      bare (headline): on the list
-- series:      unseen: not seen for 30 working days
--   act on:    met, earliest first: not seen for 30 working days
--   shows:     count, children, lower is better
--   met:       each child not seen for 30 working days or more
-- series:      no_plan: no plan
--   act on:    met, earliest first: without a plan
--   shows:     count, children, lower is better
--   met:       each child on no plan 15 working days or more after an assessment found the need, or the protection plan ended
--   needs:     cin_plans.start_date, cin_plans.end_date (may be blank), cin_assessments.auth_date (may be blank),
--                cin_assessments.outcome_nfa (ssd), cin_episodes.referral_date, cin_episodes.close_date (may be blank),
--                cin_visits.visit_date (ssd; cin-census)
-- series:      review: review conference overdue
--   act on:    met, earliest first: with an overdue review conference
--   shows:     count, children, lower is better
--   met:       each child on a child protection plan whose review has been overdue for 20 working days or more
--   needs:     cp_reviews.review_date, cp_plans.start_date, cp_plans.end_date (may be blank), cin_episodes.last_seen_date (annex-a),
--                cin_visits.visit_date (ssd; cin-census)
-- series:      assessment: assessment past day 45
--   act on:    met, earliest first: with an assessment past day 45
--   shows:     count, children, lower is better
--   met:       each child with an assessment that is open after its 45th working day
--   needs:     cin_assessments.start_date, cin_assessments.auth_date (may be blank), cin_visits.visit_date (ssd; cin-census)
-- series:      oversight: no management oversight
--   act on:    met, earliest first: without management oversight
--   shows:     count, children, lower is better
--   met:       each child without recorded management oversight for 60 days or more
--   needs:     case_supervisions.held_on, case_supervisions.oversight_recorded, cin_episodes.referral_date
-- order:       7
-- why:         One list per team manager, replacing scattered exception reports
-- status:      Local
-- reference:   Manchester City Council, progress report to the Improvement Board, February 2015
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        Child counted once per rule
--   rule:      Once per child; rules listed
-- trap:        Response typed, nothing changes
--   rule:      A child leaves only when the rule clears

with held as (
    select
        coalesce(bool_or(field = 'cin_visits.visit_date'), false) as visits,
        coalesce(bool_or(field = 'cin_plans.start_date'), false) as need_plans,
        coalesce(bool_or(field = 'cp_reviews.review_date'), false) as reviews
    from carried
),

child as (
    select s.child_key, m.last_day, s.cohort, s.from_date as entered_on
    from cohort_spell s
    join reporting_month m on s.from_date <= m.last_day and (s.to_date is null or s.to_date > m.last_day)
    cross join extract x
    cross join held
    where s.cohort in ('in assessment or section 47', 'on a child in need plan', 'on a child protection plan')
        and (held.visits or m.last_day = x.as_at)
),

-- Seen at a visit, or in an assessment, which says that the child was and not when.
seen_day as (
    select child_key, seen_on from seen_visit
    union
    select child_key, start_date from cin_assessments where child_seen
),
last_seen as (
    select c.child_key, c.last_day, max(v.seen_on) as seen_on
    from child c
    join seen_day v on v.child_key = c.child_key
    where v.seen_on <= c.last_day
    group by c.child_key, c.last_day
),

planned as (
    select distinct c.child_key, c.last_day
    from child c
    join cin_plans p on p.child_key = c.child_key
    where p.start_date <= c.last_day and (p.end_date is null or p.end_date > c.last_day)
),

late_review as (
    select distinct o.child_key, o.last_day
    from our_plan_month o
    join plan_review_due d on d.cp_plan_id = o.cp_plan_id
    join calendar month_day on month_day.day = o.last_day
    join calendar due_day on due_day.day = d.due_on
    where d.due_on < o.last_day
        and (d.next_on is null or d.next_on > o.last_day)
        and month_day.falls_on - due_day.working_days >= 20
),

open_assessment as (
    select c.child_key, c.last_day, max(a.assessment_id) as assessment_id, max(a.team) as team, max(a.worker) as worker,
        bool_or(month_day.falls_on - start_day.working_days > 45) as is_long
    from child c
    join cin_assessments a on a.child_key = c.child_key
    join calendar month_day on month_day.day = c.last_day
    join calendar start_day on start_day.day = a.start_date
    where a.start_date <= c.last_day and (a.auth_date is null or a.auth_date > c.last_day)
    group by c.child_key, c.last_day
),

first_oversight as (
    select min(held_on) as held_on from case_supervisions where oversight_recorded
),
overseen as (
    select c.child_key, c.last_day, max(s.held_on) as held_on
    from child c
    join case_supervisions s on s.child_key = c.child_key
    where s.oversight_recorded and s.held_on <= c.last_day
    group by c.child_key, c.last_day
),

asked as (
    select
        c.child_key, c.last_day,
        coalesce(o.episode_id, l.cp_plan_id, a.assessment_id, 'child-' || c.child_key) as case_id,
        coalesce(o.team, l.team, a.team) as team, coalesce(o.worker, l.worker, a.worker) as worker,
        -- The numbers of working days, as `working_day_number` counts them.
        month_day.falls_on - since_day.working_days >= 30 as is_unseen,
        held.need_plans and c.cohort = 'on a child in need plan' and p.child_key is null
            and month_day.falls_on - entered_day.working_days >= 15 as has_no_plan,
        held.reviews and r.child_key is not null as has_late_review,
        coalesce(a.is_long, false) as has_long_assessment,
        coalesce(
            c.last_day - f.held_on >= 60
                and c.last_day - coalesce(w.held_on, o.referral_date, c.entered_on) >= 60,
            false
        ) as has_no_oversight
    from child c
    cross join held
    cross join first_oversight f
    left join open_case_month o on o.child_key = c.child_key and o.last_day = c.last_day
    left join our_plan_month l on l.child_key = c.child_key and l.last_day = c.last_day
    left join last_seen v on v.child_key = c.child_key and v.last_day = c.last_day
    left join planned p on p.child_key = c.child_key and p.last_day = c.last_day
    left join late_review r on r.child_key = c.child_key and r.last_day = c.last_day
    left join open_assessment a on a.child_key = c.child_key and a.last_day = c.last_day
    left join overseen w on w.child_key = c.child_key and w.last_day = c.last_day
    left join calendar month_day on month_day.day = c.last_day
    left join calendar entered_day on entered_day.day = c.entered_on
    left join calendar since_day on since_day.day = coalesce(v.seen_on, o.referral_date, c.entered_on)
),

ruled as (
    select a.*,
        case when is_unseen then ', not seen' else '' end
            || case when has_no_plan then ', no plan' else '' end
            || case when has_late_review then ', review overdue' else '' end
            || case when has_long_assessment then ', assessment past day 45' else '' end
            || case when has_no_oversight then ', no oversight' else '' end as rules
    from asked a
)

select
    'bare' as series, child_key, case_id, last_day as on_date, team, worker, rules <> '' as met, null as value,
    case when rules = '' then 'no rule holds' else substring(rules from 3) end as detail
from ruled
union all
select 'unseen', child_key, case_id, last_day, team, worker, true, null, substring(rules from 3) from ruled where is_unseen
union all
select 'no_plan', child_key, case_id, last_day, team, worker, true, null, substring(rules from 3) from ruled where has_no_plan
union all
select 'review', child_key, case_id, last_day, team, worker, true, null, substring(rules from 3) from ruled where has_late_review
union all
select 'assessment', child_key, case_id, last_day, team, worker, true, null, substring(rules from 3) from ruled where has_long_assessment
union all
select 'oversight', child_key, case_id, last_day, team, worker, true, null, substring(rules from 3) from ruled where has_no_oversight;
