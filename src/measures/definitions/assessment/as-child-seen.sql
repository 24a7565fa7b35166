-- title:       Child seen during the assessment
-- asks:        Did a social worker see the child before deciding what the child needs?
-- shows:       rate, %, higher is better
-- placed:      flow: the day a manager authorised it
-- met:         the child was seen by a social worker during the assessment
-- counts:      assessments authorised in the month
-- leaves out:  children not born by the day of authorisation
-- clock:       none
-- needs:       cin_assessments.start_date, cin_assessments.auth_date (may be blank), cin_assessments.child_seen,
--              cin_visits.visit_date (ssd)
-- note:        A blank counts as not seen.
-- note:        (annex-a) From Annex A this is the flag alone: the list holds no visits to check it against.
-- note:        (ssd) A visit that saw the child must be dated between start and authorisation too; few systems record those of a first assessment as visits.
-- standard:    Working Together to Safeguard Children: the child should be seen
-- source:      Ofsted, Annex A list 4
-- act on:      not met, earliest first: not seen
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      seen (headline): seen
-- series:      alone: seen alone
--   act on:    not met, earliest first: not seen alone
--   met:       the child was seen alone by a social worker during the assessment
--   not held:  no source says when it is right for a child to be seen alone, so no share can be worked out
-- order:       5
-- why:         An assessment without the child is not safe
-- status:      Statutory guidance
-- guidance:    Working Together: the child should be seen
-- reference:   Working Together to Safeguard Children
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 98; amber 93
-- trap:        Flag says yes, no visit recorded
--   rule:      A visit between start and authorisation is needed where visits are held; the flag alone is said to be
--              that
-- trap:        Blank treated as yes or dropped
--   rule:      Blank is no
-- trap:        Unborn child
--   rule:      Excluded from denominator

-- Unborn: born after the day of authorisation, or a due date and no birth. An unknown birth date counts as born.
with assessment as (
    select a.*
    from cin_assessments a
    join person p on p.child_key = a.child_key
    where a.auth_date >= a.start_date
        and (p.dob is null or p.dob <= a.auth_date)
        and (p.dob is not null or p.expected_dob is null)
),

-- Where visits are held the word alone is not enough: any of the three kinds will do.
visit_that_saw as (
    select child_key, visit_date from cin_visits where seen
    union all
    select child_key, visit_date from cp_visits where seen
    union all
    select child_key, visit_date from cla_visits where seen
)

select
    'seen'        as series,
    child_key,
    assessment_id as case_id,
    auth_date     as on_date,
    team,
    worker,
    coalesce(child_seen, false) and (visits.are_held = 0 or exists (
        select 1 from visit_that_saw v
        where v.child_key = a.child_key and v.visit_date between a.start_date and a.auth_date
    ))            as met,
    null          as value
from assessment a
cross join (select count(*) as are_held from cin_visits) visits;
