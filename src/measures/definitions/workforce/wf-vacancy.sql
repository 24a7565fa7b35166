-- title:       Social worker vacancies
-- asks:        How much of the work has nobody permanent to do it?
-- shows:       ratio, %, lower is better
-- placed:      stock: each month end
-- met:         posts, in full-time equivalents, that nobody permanent is in, whoever covers them
-- counts:      posts filled and vacant, in full-time equivalents, from practitioner to director
-- leaves out:  posts that hold no social work; the taskforce, which is brought in beside the establishment
-- clock:       none
-- needs:       posts.state, posts.from_on, posts.to_on (may be blank), posts.created_on, posts.fte (may be blank)
-- splits:      team
-- note:        A post that an agency worker, a peripatetic worker or a colleague covers is vacant here: the other series has those that nobody covers.
-- note:        The template has no frozen posts: one that is frozen is to be left out of it, and one beyond the establishment is to be in it.
-- note:        A blank full-time equivalent counts as 1.
-- small numbers: SN3
-- standard:    none; the department publishes it for 30 September
-- source:      Department for Education, children's social work workforce census
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      all (headline): all vacancies
-- series:      uncovered: not covered by anyone
--   met:       posts, in full-time equivalents, that nobody is in: no agency or peripatetic worker, and no colleague

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
