-- title:       Social worker vacancies
-- asks:        How much of the work has nobody permanent to do it?
-- shows:       ratio, %, lower is better
-- placed:      stock: each month end
-- met:         posts, in full-time equivalents, that nobody permanent is in, covered or not
-- counts:      posts filled and vacant, in full-time equivalents, from practitioner to director
-- leaves out:  posts that hold no social work; the taskforce, which is extra to the establishment
-- clock:       none
-- needs:       posts.state, posts.from_on, posts.to_on (may be blank), posts.created_on, posts.fte (may be blank)
-- splits:      team
-- note:        A post that an agency worker, a peripatetic worker or a colleague covers is vacant here: the other series has those that nobody covers.
-- note:        The template has no frozen posts: one that is frozen is to be left out of it, and one beyond the establishment is to be in it.
-- note:        A blank full-time equivalent counts as 1.
-- small numbers: SN3
-- standard:    none; the department publishes it for 30 September
-- source:      Department for Education, children's social work workforce census
-- lists:       post, posts
-- act on:      met, highest first: vacant
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      all (headline): all vacancies
--   benchmark: Work_Force_Vac_Rate
--     title:   Social worker vacancies
--     gives:   %, on 30 September, to 1 decimal
--     from:    Department for Education, Children’s social work workforce
-- series:      uncovered: not covered by anyone
--   act on:    met, highest first: not covered
--   met:       posts, in full-time equivalents, that nobody is in: no agency or peripatetic worker, and no colleague
-- order:       1
-- why:         Every other measure rests on people
-- status:      None
-- guidance:    Social work workforce census
-- reference:   Department for Education, children’s social work workforce census, specification
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, service, grade
-- trap:        Posts that are covered treated as filled
--   rule:      Vacant in the headline; those that nobody covers are a series of their own
-- trap:        Frozen posts, over-establishment posts
--   rule:      A frozen post is to be left out of the template, and one beyond the establishment put in
-- trap:        Denominator is establishment or posts filled plus vacant
--   rule:      Vacant plus in post
-- published:   30 Sep 2015: 17%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
--   source:    Community Care, February 2016
-- published:   30 Sep 2025: 14.2%
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2025: Of councils the lowest tenth are at or below 3.2, half at or below 14.5, and nine tenths at or
--              below 26.9
--   source:    Department for Education, Local Authority Interactive Tool, 2026

with at_month_end as (
    select p.*, m.last_day
    from social_work_post p
    join reporting_month m on p.from_on <= m.last_day and (p.to_on is null or p.to_on >= m.last_day) and p.created_on <= m.last_day
    where not p.of_taskforce
)

select 'all' as series, 0 as child_key, post_spell_id as case_id, last_day as on_date, team, worker, state <> 'permanent' as met, fte as value
from at_month_end
union all
select 'uncovered', 0, post_spell_id, last_day, team, worker, state = 'vacant', fte
from at_month_end;
