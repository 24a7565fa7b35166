-- title:       Agency social workers
-- asks:        How much of the work is done by people who may be gone next month?
-- shows:       ratio, %, lower is better
-- placed:      stock: each month end
-- met:         posts, in full-time equivalents, that an agency worker is in
-- counts:      posts, in full-time equivalents, that anyone is in: agency workers and the council's own
-- leaves out:  posts that nobody is in, and those that a colleague with a post of their own also covers
-- clock:       none
-- needs:       posts.state, posts.from_on, posts.to_on (may be blank), posts.fte (may be blank)
-- splits:      team, detail
-- detail:      in which way they are there
-- note:        A taskforce that is brought in counts, and is shown apart.
-- note:        The template has agency workers in vacant posts; one who covers for someone sick is to be in it as well, and cannot be told from the others.
-- note:        A blank full-time equivalent counts as 1.
-- small numbers: SN3
-- standard:    none; the department publishes it for 30 September
-- source:      Department for Education, children's social work workforce census
-- lists:       post, posts
-- act on:      met, highest first: held by agency workers
-- version:     1 (2014-04-01)   look again: 2027-11
-- benchmark:   Work_Force_Agecy_Rate
--   title:     Agency social workers
--   gives:     %, on 30 September, to 1 decimal
--   from:      Department for Education, Children’s social work workforce
-- order:       3
-- why:         Cost and stability in one figure
-- status:      None
-- guidance:    Social work workforce census
-- reference:   Department for Education, Local Authority Interactive Tool, 2026
-- breakdowns:  team, worker, locality, service, grade, reason
-- trap:        Managed teams and taskforces left out
--   rule:      In the total, split out
-- trap:        Agency covering sickness counted as covering vacancy
--   rule:      Counted, and in which way they are there is a split
-- published:   30 Sep 2015: 16%
--   source:    Department for Education, Local Authority Interactive Tool, 2024
-- published:   30 Sep 2025: 13.0%; 81.1% of agency workers’ time covers vacancies
--   source:    Department for Education, Children’s Social Care Dashboard, April 2026
-- published:   2025: Of councils the lowest tenth are at or below 2.2, half at or below 12.8, and nine tenths at or
--              below 28.1
--   source:    Department for Education, Local Authority Interactive Tool, 2026

select
    'bare'        as series,
    0             as child_key,
    post_spell_id as case_id,
    m.last_day    as on_date,
    team,
    worker,
    state = 'agency' as met,
    fte           as value,
    case
        when of_taskforce then 'Taskforce'
        when state = 'agency' then 'Agency worker in a vacant post'
        when state = 'peripatetic' then 'Peripatetic worker'
        else 'Permanent'
    end as detail
from social_work_post p
join reporting_month m on p.from_on <= m.last_day and (p.to_on is null or p.to_on >= m.last_day)
where state in ('permanent', 'peripatetic', 'agency');
