-- title:       Assessments completed within 45 working days
-- asks:        When we finish an assessment, did we finish it in time?
-- shows:       rate, %, higher is better
-- placed:      flow: the day a manager authorised it
-- met:         authorised by a manager on or before the 45th working day after it started
-- counts:      assessments authorised in the month
-- leaves out:  work not finished: read it with the starts that reach completion and the open work past day 45
-- clock:       working days; the day after the start is day 1; an end on a weekend falls on the next working day
-- needs:       cin_assessments.start_date, cin_assessments.auth_date (may be blank)
-- note:        An assessment authorised before it started is an error: it is listed as one and counted nowhere.
-- standard:    Working Together to Safeguard Children: no more than 45 working days from the point of referral
-- source:      Department for Education, children in need census guide
-- act on:      not met, longest first: completed after day 45
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      from_start (headline): from the start of the assessment
--   act on:    not met, longest first: completed after day 45
--     starts:    cin_assessments.start_date by assessment_id
--     limit:     45 working days
--   benchmark: Continue_Assess_Comp
--     title:   Assessments completed within 45 working days
--     gives:   %, over the year, to 1 decimal
--     from:    Department for Education, Characteristics of children in need
--     differs: The published tables do not say which day starts the clock; read here as start to authorisation.
-- series:      from_referral: from the referral, first assessment only
--   act on:    not met, longest first: completed after day 45
--     limit:     45 working days
--   met:       authorised by a manager on or before the 45th working day after the referral
--   counts:    first assessments after a referral, authorised in the month
--   leaves out: assessments that no referral led to; second and later assessments after a referral
--   clock:     working days; the day after the referral is day 1
--   needs:     cin_assessments.start_date, cin_assessments.auth_date (may be blank), referrals.referral_date,
--                cin_episodes.referral_date, cin_episodes.close_date (may be blank)
--   note:      (annex-a) Annex A does not link the two: an assessment follows the child's latest referral before it.
-- chart title: Of assessments completed in the month, the share within 45 working days
-- read with:   as-cohort-45wd (cohort)
--   title:     Of assessments started in the month, the share completed within 45 working days
--   column:    Of those started
-- read with:   as-open-review-points.gt45 (stock)
--   title:     Assessments still open past day 45 at each month end
--   column:    Open past day 45
--   one:       assessment is still open past day 45
--   many:      assessments are still open past day 45
--   short:     open past day 45
--   left out:  yes
-- order:       1
-- why:         Headline timeliness
-- status:      Statutory guidance
-- guidance:    Working Together: no more than 45 working days from the point of referral to the decision
-- reference:   Working Together to Safeguard Children
-- reference:   Department for Education, children in need census guide, 2023 to 2024
-- breakdowns:  team, worker, locality, ward, age, sex, ethnic group, disability, cohort
-- start at:    green 90; amber 80
-- trap:        A share of what was completed rewards leaving overdue work open: Manchester recorded 92.7% for
--              2014-15, the year in which Ofsted found 486 stalled assessments
--   rule:      Always shown with the open work past day 45 and the share of starts that reach completion
-- trap:        Guidance counts from the referral, and the census from the assessment’s start
--   rule:      Both are series, and the label says which
-- trap:        Off by one: a public validator counts one day fewer
--   rule:      The start is day 0, and worked examples hold every clock to it
-- trap:        End date: worker finished, or manager authorised
--   rule:      Authorised
-- trap:        The department’s tables do not say which day starts its clock
--   rule:      England is read as from start to authorisation, and says so
-- published:   2014-15: 81.5%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   2024-25: 85.7%
--   source:    Department for Education, Local Authority Interactive Tool, 2026
--   source:    Department for Education, Children in need, completed assessments by duration
-- published:   2024-25: Of councils the lowest tenth are at or below 74.0, half at or below 85.4, and nine tenths at
--              or below 95.7
--   source:    Department for Education, Local Authority Interactive Tool, 2026
-- clock drawn: 45 working days from 2014-12-19
--   starts:    the assessment starts
--   ends:      a manager authorises it

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
