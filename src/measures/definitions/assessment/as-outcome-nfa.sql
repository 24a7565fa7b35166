-- title:       Assessments ending with the child not in need
-- asks:        How many families do we assess for nothing?
-- shows:       rate, %, lower is better
-- placed:      flow: the day of the referral
-- met:         taken on, and closed after assessment with nothing further (RC8) or to early help (RC9)
-- counts:      referrals received in the month
-- leaves out:  from those met: referrals with no further action, and any with a section 47 enquiry or a protection plan
-- clock:       none
-- needs:       referrals.referral_date, referrals.nfa, cin_episodes.referral_date, cin_episodes.close_date (may be blank),
--                cin_episodes.close_reason (may be blank), cin_assessments.start_date, s47_enquiry.start_date
-- note:        The share of referrals and the share of assessments are two things: never read one against the other.
-- standard:    none
-- source:      Department for Education, children in need census guide: reasons for closing
-- act on:      met, earliest first: closed with nothing further
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      dfe: share of referrals
--   note:      Referrals of late months may not be closed yet: their share rises for as long as an assessment takes.
--   note:      (annex-a) List 6 may hold a child's latest episode alone, so older months are too low.
--   benchmark: Referrals_AssessedNotNeed
--     title:   Referrals assessed and found not in need
--     gives:   %, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
-- series:      local: share of authorised assessments
--   placed:    flow: the day a manager authorised it
--   met:       assessed as needing no social care support, and no section 47 enquiry began while it was under way
--   counts:    assessments authorised in the month
--   leaves out: work not finished
--   needs:     cin_assessments.start_date, cin_assessments.auth_date (may be blank), cin_assessments.outcome_nfa,
--                s47_enquiry.start_date
--   note:      A blank is not "no support needed".
-- order:       8
-- why:         Tests thresholds and proportionality
-- status:      None
-- guidance:    Codes of closure in the census of children in need
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- trap:        The department’s percentages are of referrals, local reports usually of assessments
--   rule:      Never compare across series
-- trap:        Any section 47 means RC7 even if unsubstantiated
--   rule:      Exclude
-- published:   2014-15: 23.0% of referrals
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: 30.8% of referrals
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2024-25: Of councils the lowest tenth are at or below 14.0, half at or below 30.4, and nine tenths at
--              or below 42.4
--   source:    Department for Education, Local Authority Interactive Tool, 2026

-- The episode of need that a referral opened began on the day of the referral.
with closed as (
    select r.referral_id, e.child_key, e.referral_date, e.close_date
    from counted_referral r
    join cin_episodes e on e.child_key = r.child_key and e.referral_date = r.referral_date
    cross join extract x
    where not coalesce(r.nfa, false) and e.close_reason in ('RC8', 'RC9')
        and e.close_date >= e.referral_date and e.close_date <= x.as_at
),

protected as (
    select c.referral_id
    from closed c
    join s47_enquiry s on s.child_key = c.child_key and s.start_date between c.referral_date and c.close_date
    union
    select c.referral_id
    from closed c
    join cp_plans p on p.child_key = c.child_key and p.start_date <= c.close_date
        and (p.end_date is null or p.end_date >= c.referral_date)
),

for_nothing as (
    select distinct c.referral_id
    from closed c
    join cin_assessments a on a.child_key = c.child_key and a.start_date between c.referral_date and c.close_date
    left join protected p on p.referral_id = c.referral_id
    where p.referral_id is null
),

with_enquiry as (
    select distinct a.assessment_id
    from s47_enquiry s
    join cin_assessments a on a.child_key = s.child_key and s.start_date between a.start_date and a.auth_date
)

select
    'dfe'                     as series,
    r.child_key,
    r.referral_id             as case_id,
    r.referral_date           as on_date,
    r.team,
    r.worker,
    n.referral_id is not null as met,
    null                      as value
from counted_referral r
left join for_nothing n on n.referral_id = r.referral_id
union all
select 'local', a.child_key, a.assessment_id, a.auth_date, a.team, a.worker,
    coalesce(a.outcome_nfa, false) and w.assessment_id is null, null
from cin_assessments a
cross join extract x
left join with_enquiry w on w.assessment_id = a.assessment_id
where a.auth_date >= a.start_date and a.auth_date <= x.as_at;
