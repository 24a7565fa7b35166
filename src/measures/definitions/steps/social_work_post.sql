-- The spells in posts of social workers, practitioner to director, as the workforce census has them. Roles are a
-- council's own words: what neither names social work nor leads it is left out, and a blank role is counted. A blank
-- full-time equivalent counts as 1. `of_taskforce`: the worker is on the taskforce, which is no part of the establishment.
create temporary table social_work_post as
select
    p.post_spell_id, p.post, p.team, p.role, p.created_on, p.state, p.worker, p.from_on, p.to_on, p.ended_because,
    coalesce(nullif(p.fte, 0), 1) as fte,
    t.worker is not null          as of_taskforce
from posts p
left join (select distinct worker from taskforce_workers) t on t.worker = p.worker
where (p.to_on is null or p.to_on >= p.from_on)
    and (
        p.role is null
        or lower(p.role) like '%social work%'
        or lower(p.role) like '%practitioner%'
        or lower(p.role) like '%reviewing officer%'
        or lower(p.role) like '%conference chair%'
        or lower(p.role) like '%manager%'
        or lower(p.role) like '%head of%'
        or lower(p.role) like '%director%'
    )
    and lower(coalesce(p.role, '')) not like '%business%';
