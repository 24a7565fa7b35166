-- From the front door to the child in need, from the Standard Safeguarding Dataset. Child-level. `known_contacts` and its
-- like are the tables' rows with `child_key`, and with `nth`, which counts the events of a child on one day.

-- What an object in a cell says of one of its keys. Systems differ in how they write yes, and quotation marks may stand
-- twice. The text is searched and not taken apart: a cell that was cut off still says what it says.
create or replace temp macro is_flagged(cell, key) as
    coalesce(regexp_matches(cell, '"+' || key || '"+\s*:\s*"*(y|yes|1|true)\b', 'i'), false);
create or replace temp macro says_of(cell, key) as
    case
        when regexp_matches(cell, '"+' || key || '"+\s*:\s*"*(y|yes|1|true)\b', 'i') then true
        when regexp_matches(cell, '"+' || key || '"+\s*:\s*"*(n|no|0|false)\b', 'i') then false
    end;

-- Every key that it says yes to: one look for all of them. Cells are few and their rows many: each cell is searched once.
create or replace temp macro flags_of(cell) as
    list_distinct(regexp_extract_all(cell, '"+([A-Z0-9_]+)"+\s*:\s*"*(?:[yY]|1|[tT]rue|TRUE)', 1));

-- CONTACTS. They have no team.
insert into contacts
select ssd_id('co', child_key, cont_contact_date, nth), child_key, cont_contact_date, cont_contact_source_code, null, null,
    file, sheet, row_number
from known_contacts
order by child_key, cont_contact_date, nth;

insert into contact_outcomes
select ssd_id('co', child_key, cont_contact_date, nth), child_key, outcome, file, sheet, row_number
from known_contacts
join (
    select cell, unnest(flags_of(cell)) as flag
    from (select distinct cont_contact_outcome_json as cell from ssd_contacts) as cells
) as flagged on flagged.cell = cont_contact_outcome_json
join (
    values ('NEW_REFERRAL_FLAG', 'referral'), ('EXISTING_REFERRAL_FLAG', 'existing_referral'), ('CP_ENQUIRY_FLAG', 'cp_enquiry'),
        ('NFA_FLAG', 'nfa'), ('NON_AGENCY_ADOPTION_FLAG', 'adoption'), ('PRIVATE_FOSTERING_FLAG', 'private_fostering'),
        ('ADVICE_FLAG', 'advice'), ('MISSING_FLAG', 'missing'), ('OLA_CP_FLAG', 'ola_cp'), ('OTHER_OUTCOMES_EXIST_FLAG', 'other')
) as outcomes (flag, outcome) using (flag)
order by child_key, cont_contact_date, nth, outcome;

-- EARLY HELP
insert into early_help_episodes
select ssd_id('eh', child_key, earl_episode_start_date, nth), child_key, earl_episode_start_date, earl_episode_end_date,
    earl_episode_end_reason, earl_episode_organisation, file, sheet, row_number
from known_early_help_episodes
order by child_key, earl_episode_start_date, nth;

-- REFERRALS: every row. A transfer-in or an adoption outside the agency's work is a record and no referral
-- (clarification Q4): the second is the nearest field there is to a post-adoption record.
create temp table ssd_referral as
with outcome as (
    select cell, says_of(cell, 'NFA_FLAG') as is_nfa,
        is_flagged(cell, 'CP_TRANSFER_IN_FLAG') or is_flagged(cell, 'NON_AGENCY_ADOPTION_FLAG') as is_artificial
    from (select distinct cine_referral_outcome_json as cell from ssd_cin_episodes) as cells
)
select e.child_key, e.nth, cine_referral_id, cine_referral_date, cine_referral_source_code, cine_close_date, cine_close_reason,
    cine_cin_primary_need_code, cine_referral_team, cine_referral_worker_id,
    coalesce(cine_referral_nfa, o.is_nfa) as is_nfa, coalesce(o.is_artificial, false) as is_artificial, file, sheet, row_number
from known_cin_episodes e
left join outcome o on o.cell = cine_referral_outcome_json;

insert into referrals
select ssd_id('re', child_key, cine_referral_date, nth), child_key, cine_referral_date, cine_referral_source_code, is_nfa,
    is_artificial, team_called(cine_referral_team), worker_called(cine_referral_worker_id), file, sheet, row_number
from ssd_referral
order by child_key, cine_referral_date, nth;

-- EPISODES OF NEED: what a referral opened unless nothing further came of it; where that is blank, it opened one
-- (clarifications Q3, Q13). The team is that of the child's own worker when it closed, or now (clarification Q20).
insert into cin_episodes
select ssd_id('ci', r.child_key, cine_referral_date, nth), r.child_key, cine_referral_date, cine_close_date, cine_close_reason,
    cine_cin_primary_need_code, null, null, still(s.team, s.to_date, cine_close_date), still(s.worker, s.to_date, cine_close_date),
    r.file, r.sheet, r.row_number
from ssd_referral r
asof left join primary_spell s on s.child_key = r.child_key and s.from_date <= looked_at(cine_close_date)
where not coalesce(is_nfa, false)
order by r.child_key, cine_referral_date, nth;

-- ASSESSMENTS, by the table's own link to the referral (clarification Q7).
create temp table ssd_assessment as
with outcome as (
    select cell, says_of(cell, 'NFA_FLAG') as is_nfa
    from (select distinct cina_assessment_outcome_json as cell from ssd_cin_assessments) as cells
)
select a.child_key, a.nth, cina_assessment_id, cina_assessment_start_date, cina_assessment_child_seen, cina_assessment_auth_date,
    coalesce(cina_assessment_outcome_nfa, o.is_nfa) as is_nfa, cina_assessment_team, cina_assessment_worker_id,
    a.file, a.sheet, a.row_number,
    ssd_id('as', a.child_key, cina_assessment_start_date, a.nth) as assessment_id,
    ssd_id('re', r.child_key, r.cine_referral_date, r.nth) as referral_id
from known_cin_assessments a
left join outcome o on o.cell = cina_assessment_outcome_json
left join ssd_referral r on r.cine_referral_id = a.cina_referral_id and r.child_key = a.child_key;

insert into cin_assessments
select assessment_id, child_key, referral_id, cina_assessment_start_date, cina_assessment_child_seen,
    cina_assessment_auth_date, is_nfa,
    team_called(cina_assessment_team), worker_called(cina_assessment_worker_id), file, sheet, row_number
from ssd_assessment
order by child_key, cina_assessment_start_date, nth;

-- FACTORS: a list of codes, or in a later release an object that says Yes to each.
insert into assessment_factors
with factor as (
    select a.assessment_id, a.child_key, f.file, f.sheet, f.row_number, upper(unnest(
        case
            when f.cinf_assessment_factors_json like '{%'
                then regexp_extract_all(f.cinf_assessment_factors_json, '"+(\d{1,2}[A-Za-z]?)"+\s*:\s*"*(?:[yY]|1|[tT]rue)', 1)
            else regexp_extract_all(f.cinf_assessment_factors_json, '\b(\d{1,2}[A-Za-z]?)\b', 1)
        end
    )) as factor
    from ssd_assessment_factors f
    join ssd_assessment a on a.cina_assessment_id = f.cinf_assessment_id
)
select assessment_id, child_key, factor, file, sheet, row_number
from factor
qualify row_number() over (partition by assessment_id, factor order by file, sheet, row_number) = 1
order by assessment_id, factor;

-- PLANS AND VISITS of children in need
insert into cin_plans
select ssd_id('np', p.child_key, cinp_cin_plan_start_date, p.nth), p.child_key,
    case when not coalesce(r.is_nfa, false) then ssd_id('ci', r.child_key, r.cine_referral_date, r.nth) end,
    cinp_cin_plan_start_date, cinp_cin_plan_end_date, team_called(cinp_cin_plan_team), worker_called(cinp_cin_plan_worker_id),
    p.file, p.sheet, p.row_number
from known_cin_plans p
left join ssd_referral r on r.cine_referral_id = p.cinp_referral_id and r.child_key = p.child_key
order by p.child_key, cinp_cin_plan_start_date, p.nth;

insert into cin_visits
select child_key, cinv_cin_visit_date, cinv_cin_visit_seen, cinv_cin_visit_seen_alone, file, sheet, row_number
from known_cin_visits
order by child_key, cinv_cin_visit_date, nth;

drop table ssd_referral;
drop table ssd_assessment;
