-- Which involvement is the child's own worker's, by its role. Systems write it differently, and councils rename it:
--   Mosaic          REL.ALLWORK, REL.ALLWORKCF, Allocated Worker
--   Liquidlogic     CW, Case Worker, Allocated Case Worker, Case Holder, Social Worker
--   Eclipse         ALLOCATED_WORKER, Allocated Social Worker, Named Worker, KEY_WORKER
--   CareDirector    Responsible User, Responsible Worker, Primary Worker, Case Manager
--   Azeus           Key Worker, KW, Lead Worker
-- A role is compared by its words. The first rank that the file has a role of decides: where somebody is allocated, a key
-- worker is another. `own_roles` is the council's own list, which comes before all others; one of `other_roles` holds nobody.
create or replace temp macro role_words(role) as
    trim(regexp_replace(lower(role), '[^a-z0-9]+', ' ', 'g'));
create or replace temp macro is_among(words, roles) as
    list_contains(list_transform(coalesce(getvariable(roles), []), own -> role_words(own)), words);

create temp table role_rank as
with role as (
    select distinct invo_professional_role_id as role, role_words(invo_professional_role_id) as words
    from ssd_involvements
    where invo_professional_role_id is not null
)
select role,
    case
        when is_among(words, 'own_roles') then 0
        when is_among(words, 'other_roles') then null
        when regexp_matches(words, '\b(un ?allocated|not|non|former|previous|past|ended|secondary|second|co|joint|deputy|duty|iro|reviewing|supervis\w*|manager of|student|assistant|support|foster\w*|adopt\w*|health|school)\b') then null
        when words in ('cw', 'acw', 'asw', 'aw', 'allwork') or regexp_matches(words, '\brel allwork\w*|\balloc(ated)?\b|\bcase ?holder\b') then 1
        when regexp_matches(words, '\b(primary|responsible|named|main|lead|case|own) ?(social ?)?(case ?)?(worker|practitioner|professional|user|sw)\b')
            or words in ('primary', 'case manager', 'lead professional') then 2
        when words in ('sw', 'social worker', 'childrens social worker', 'children s social worker', 'child s social worker', 'qualified social worker') then 3
        when words in ('key worker', 'keyworker', 'kw') then 4
    end as rank
from role;

create or replace temp macro is_primary_role(wanted) as
    coalesce((select any_value(rank) = (select min(rank) from role_rank) from role_rank where role = wanted), false);
