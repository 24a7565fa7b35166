-- The one cohort that each child is in on each day: spells that do not overlap, `from_date` in and `to_date` out, null
-- where it goes on. A day in no spell is a day on which the child's case was closed. A child who is in several is in the
-- weightiest: looked after, then on a child protection plan, on a child in need plan, in assessment or section 47, a care
-- leaver, in early help; a case that is open for none of these is 'in need, no plan'.
--
-- A plan or a section 47 enquiry that is left open goes on no longer than the episode of need that it is part of.
-- Nothing after the as-at day has happened; an end before its start is an error and left out.
create temporary table cohort_spell as
with episode as (
    select e.episode_id, e.child_key, e.referral_date, e.close_date, e.case_status
    from cin_episodes e
    where e.close_date is null or e.close_date >= e.referral_date
),

-- On a plan, or assessed as needing one, which nothing but the closing of the case ends. Annex A has no plans: of a case
-- older than what the extract promises, whose assessment it may not hold, the case status says it, of the whole episode.
assessment_in_need as (
    select e.episode_id, e.child_key, min(a.auth_date) as from_date, e.close_date as to_date
    from episode e
    join cin_assessments a on a.child_key = e.child_key
    where not a.outcome_nfa
        and a.auth_date >= a.start_date
        and a.auth_date >= e.referral_date
        and (e.close_date is null or a.auth_date < e.close_date)
    group by e.episode_id, e.child_key, e.close_date
),
assessed_in_need as (
    select child_key, from_date, to_date
    from assessment_in_need
    union all
    select e.child_key, e.referral_date, null
    from episode e
    join extract x on e.referral_date < coalesce(x.window_from, x.as_at)
    where e.close_date is null and e.case_status = 'child_in_need'
        and e.episode_id not in (select episode_id from assessment_in_need)
),

-- An enquiry is over when its conference is held; where none was needed, on the day it was concluded, or where no source
-- has that its 15 working days are taken; and with the case that it is part of.
conference as (
    select s47_enquiry_id, icpc_date as over_on from initial_cp_conference
    union all
    select s.s47_enquiry_id, coalesce(s.end_date, day_15.day)
    from s47_enquiry s
    join calendar began on began.day = s.start_date
    join calendar day_15 on day_15.working_days = began.working_days + 15
    where s.icpc_unnecessary and day_15.is_working_day
        and s.s47_enquiry_id not in (select c.s47_enquiry_id from initial_cp_conference c where c.s47_enquiry_id is not null)
    union all
    select s.s47_enquiry_id, e.close_date
    from s47_enquiry s
    join episode e on e.child_key = s.child_key
    where e.referral_date <= s.start_date and e.close_date > s.start_date
),
enquiry as (
    select s.child_key, s.start_date as from_date, min(c.over_on) as to_date
    from s47_enquiry s
    left join conference c on c.s47_enquiry_id = s.s47_enquiry_id
    group by s.s47_enquiry_id, s.child_key, s.start_date
),

-- From the end of care on. Only who is a care leaver on the as-at day is known, and for how long by their birthdays.
leaver as (
    select l.child_key, coalesce(max(c.ended_on), max(x.as_at)) as from_date, max(months_later(p.dob, 300)) as to_date
    from care_leavers l
    cross join extract x
    join person p on p.child_key = l.child_key
    left join care_period c on c.child_key = l.child_key and c.ended_on <= x.as_at
    group by l.child_key
),

stay as (
    select distinct 1 as place, child_key, began_on as from_date, ended_on as to_date
    from care_period
    union all
    select 2, child_key, start_date, end_date
    from cp_plans
    where not coalesce(ola, false)
    union all
    select 3, p.child_key, p.start_date, least(coalesce(p.end_date, date '9999-12-31'), coalesce(e.close_date, date '9999-12-31'))
    from cin_plans p
    left join episode e on e.episode_id = p.episode_id
    union all
    select 3, child_key, from_date, to_date
    from assessed_in_need
    union all
    select 4, child_key, start_date, auth_date
    from cin_assessments
    union all
    select 4, child_key, from_date, to_date
    from enquiry
    union all
    select 5, child_key, from_date, to_date
    from leaver
    union all
    select 6, child_key, start_date, end_date
    from early_help_episodes
    union all
    select 7, child_key, referral_date, close_date
    from episode
),

-- What begins and what ends, for each child and day; and after it, what is open.
turn as (
    select s.place, s.child_key, s.from_date as day, 1 as step
    from stay s
    cross join extract x
    where s.from_date <= x.as_at and (s.to_date is null or s.to_date > s.from_date)
    union all
    select s.place, s.child_key, s.to_date, -1
    from stay s
    cross join extract x
    where s.from_date <= x.as_at and s.to_date > s.from_date and s.to_date <= x.as_at
),

turning_day as (
    select child_key, day,
        sum(case when place = 1 then step else 0 end) as care,
        sum(case when place = 2 then step else 0 end) as protection,
        sum(case when place = 3 then step else 0 end) as need_plan,
        sum(case when place = 4 then step else 0 end) as assessment,
        sum(case when place = 5 then step else 0 end) as leaving,
        sum(case when place = 6 then step else 0 end) as early_help,
        sum(case when place = 7 then step else 0 end) as need
    from turn
    group by child_key, day
),

placed as (
    select child_key, day, case
        when sum(care) over so_far > 0 then 'looked after'
        when sum(protection) over so_far > 0 then 'on a child protection plan'
        when sum(need_plan) over so_far > 0 then 'on a child in need plan'
        when sum(assessment) over so_far > 0 then 'in assessment or section 47'
        when sum(leaving) over so_far > 0 then 'care leaver'
        when sum(early_help) over so_far > 0 then 'early help'
        when sum(need) over so_far > 0 then 'in need, no plan'
    end as cohort
    from turning_day
    window so_far as (partition by child_key order by day rows between unbounded preceding and current row)
),

moved as (
    select p.*, lag(cohort) over (partition by child_key order by day) as before
    from placed p
),

spell as (
    select child_key, cohort, day as from_date, lead(day) over (partition by child_key order by day) as to_date
    from moved
    where coalesce(cohort, '') <> coalesce(before, '')
)

select child_key, from_date, to_date, cohort
from spell
where cohort is not null;
