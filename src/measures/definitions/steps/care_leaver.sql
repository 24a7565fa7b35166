-- A care leaver as the files last knew them, on the day of the files: no standard says how things were before.
-- `in_scope` are those who are owed an adviser: relevant and former relevant young people, and anyone of whom a source
-- does not say which. Someone who died, or returned home for six months or more, is not. `age_group` is that of the
-- birthday in the twelve months to that day; one who was still looked after on a 17th or 18th birthday has none.
create temporary table care_leaver as
with known as (
    select c.*, 'cl-' || c.child_key as case_id, least(t.as_at, x.as_at) as known_on, p.dob
    from care_leavers c
    join person p on p.child_key = c.child_key
    cross join extract x
    join table_source t on t.table_name = 'care_leavers' and t.place = 1
),
aged as (
    select k.*,
        case
            when months_later(dob, 264) <= known_on then null
            when months_later(dob, 228) <= known_on then '19_21'
            when months_later(dob, 204) <= known_on then '17_18'
        end as age_reached,
        case when months_later(dob, 216) <= known_on then months_later(dob, 216) else months_later(dob, 204) end as birthday
    from known k
)
select
    a.child_key, a.case_id, a.known_on, a.dob, a.team, a.worker,
    -- Relevant is until 18: from then on the law says former relevant (clarification C3).
    case when a.eligibility = 'relevant' and months_later(a.dob, 216) <= a.known_on then 'former_relevant' else a.eligibility end as eligibility,
    a.in_touch, a.latest_contact,
    a.accommodation, a.accommodation_suitable, a.activity, a.pathway_plan_review_date,
    (a.eligibility is null or a.eligibility in ('relevant', 'former_relevant'))
        and (a.in_touch is null or a.in_touch not in ('DIED', 'RHOM')) as in_scope,
    case
        when a.age_reached = '17_18' and exists (
            select 1 from care_period p
            where p.child_key = a.child_key and p.began_on <= a.birthday and p.ended_on > a.birthday
        ) then null
        else a.age_reached
    end as age_group
from aged a;
