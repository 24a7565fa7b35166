-- title:       Assessments completed within 45 working days
-- asks:        When we finish an assessment, did we finish it in time?
-- shows:       rate, %, higher is better
-- placed:      flow: the day a manager authorised it
-- met:         authorised by a manager on or before the 45th working day after it started
-- counts:      assessments authorised in the month
-- leaves out:  work not finished: read it beside the starts that reach completion and the open work past day 45
-- clock:       working days; the day after the start is day 1; an end on a weekend falls on the next working day
-- needs:       cin_assessments.start_date, cin_assessments.auth_date (may be blank)
-- note:        An assessment authorised before it started is an error: it is listed as one and counted nowhere.
-- standard:    Working Together to Safeguard Children: no more than 45 working days from the point of referral
-- source:      Department for Education, children in need census guide
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      from_start (headline): from the start of the assessment
-- series:      from_referral: from the referral, first assessment only
--   met:       authorised by a manager on or before the 45th working day after the referral
--   counts:    first assessments after a referral, authorised in the month
--   leaves out: assessments that no referral led to; second and later assessments after a referral
--   clock:     working days; the day after the referral is day 1
--   needs:     cin_assessments.start_date, cin_assessments.auth_date (may be blank), referrals.referral_date,
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
--   note:      (annex-a) Annex A does not link the two: an assessment follows the child's latest referral before it.

-- Not yet happened after the as-at day: such an assessment is still open.
with assessment as (
    select a.*, case when a.auth_date <= x.as_at then a.auth_date end as done_on
    from cin_assessments a
    cross join extract x
    where a.start_date <= x.as_at
),

-- The referral it follows: by the source's own link, or by date where the source has none.
followed as (
    select a.assessment_id, r.referral_id, r.referral_date
    from assessment a
    join referrals r on r.referral_id = a.referral_id and r.child_key = a.child_key
    union all
    select a.assessment_id, r.referral_id, r.referral_date
    from assessment a
    join counted_referral r on r.child_key = a.child_key and r.referral_date <= a.start_date
    where not exists (select 1 from carried where field = 'cin_assessments.referral_id') and not exists (
        select 1 from counted_referral later
        where later.child_key = a.child_key
            and later.referral_date > r.referral_date
            and later.referral_date <= a.start_date
    )
),

-- The first is the one that started first, finished or not: a later one does not take its place while it is open.
in_order as (
    select a.*, f.referral_date, row_number() over (
        partition by f.referral_id order by a.start_date, a.done_on nulls last, a.assessment_id
    ) as nth
    from assessment a
    join followed f on f.assessment_id = a.assessment_id
),

timed as (
    select 'from_start' as series, child_key, assessment_id, start_date, start_date as clock_from, done_on, team, worker
    from assessment
    union all
    select 'from_referral', child_key, assessment_id, start_date, referral_date, done_on, team, worker
    from in_order
    where nth = 1
)

select
    series,
    child_key,
    assessment_id as case_id,
    done_on       as on_date,
    team,
    worker,
    within_working_days(clock_from, done_on, 45) as met,
    working_day_number(clock_from, done_on)      as value
from timed
where done_on >= start_date;
