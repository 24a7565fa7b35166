-- title:       Child in need plan in place within 10 working days
-- asks:        Once we know that a child needs help, is there soon a plan of what help?
-- shows:       rate, %, higher is better
-- placed:      stock: each month end
-- met:         a plan is open, and one was in force on or before the 10th working day after the assessment
-- counts:      children on a child in need plan or assessed as needing one 10 or more working days before the month end
-- leaves out:  children assessed less than 10 working days ago; those looked after or on a child protection plan
-- clock:       working days; the day after a manager authorised the assessment is day 1
-- needs:       cin_plans.start_date, cin_plans.end_date (may be blank), cin_assessments.auth_date (may be blank),
--                cin_assessments.outcome_nfa (ssd), cin_episodes.referral_date, cin_episodes.close_date (may be blank)
-- detail:      whether it is a disabled child's plan
-- note:        For a child who comes off a child protection plan, or home from care, the clock starts on that day.
-- note:        The assessment is no plan: a plan has its own day. Whether it says anything is a matter for audit.
-- note:        (annex-a) Annex A says who is in need and not when a plan began.
-- standard:    statutory guidance that a plan follows; 10 working days is local
-- source:      Department for Education, children in need census guide; Sefton children in need procedures
-- act on:      not met, longest first: without a plan in time
--   limit:     10 working days
-- version:     1 (2014-04-01)   look again: 2027-11
-- order:       3
-- why:         No plan, no purpose
-- status:      Statutory guidance that a plan follows; days local
-- guidance:    Sefton holds the first children in need meeting within 10 days of the outcome
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- reference:   Sefton children’s services procedures
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 95; amber 85
-- trap:        Assessment document accepted as the plan
--   rule:      Needs its own start date
-- trap:        Plan dated but blank
--   rule:      Audit, not data
-- clock drawn: 10 working days from 2014-12-19
--   starts:    the assessment is authorised
--   ends:      the plan starts

-- By the first plan that ran on or after the day the child came into the cohort, and whether one runs now.
with planned as (
    select c.child_key, c.last_day,
        min(p.start_date) as first_on,
        bool_or(p.end_date is null or p.end_date > c.last_day) as is_open
    from cin_plan_month c
    join cin_plans p on p.child_key = c.child_key
    where p.start_date <= c.last_day and (p.end_date is null or p.end_date > c.entered_on)
    group by c.child_key, c.last_day
)

select
    'bare' as series, c.child_key, c.case_id, c.last_day as on_date, c.team, c.worker,
    coalesce(p.is_open and (p.first_on <= c.entered_on or within_working_days(c.entered_on, p.first_on, 10)), false) as met,
    case when p.first_on >= c.entered_on then working_day_number(c.entered_on, p.first_on) end as value,
    c.kind_of_plan as detail
from cin_plan_month c
left join planned p on p.child_key = c.child_key and p.last_day = c.last_day
where working_days_passed(c.entered_on, c.last_day) >= 10;
