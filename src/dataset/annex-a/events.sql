-- The events of Annex A into the dataset. Child-level. The variable `as_at` is the day of the extract; `list_1` to
-- `list_10` are the rows of each list, each event once, with `child_key` and with `nth`, which counts the events of a
-- child on one day.
--
-- Ids are made here, because Annex A has none: they name the child by the snapshot's own key, never by the council's.

-- `as-12-20150105`, and `as-12-20150105-2` for a second one of that day.
create temp macro event_id(kind, child_key, day, nth) as
    kind || '-' || child_key || coalesce('-' || strftime(day, '%Y%m%d'), '') || case when nth > 1 then '-' || nth else '' end;

-- CONTACTS (list 1)
insert into contacts
select event_id('co', child_key, contact_date, nth), child_key, contact_date, contact_source, null, null, file, sheet, row_number
from list_1
order by child_key, contact_date, nth;

-- EARLY HELP (list 2)
insert into early_help_episodes
select event_id('eh', child_key, assessment_start_date, nth), child_key, assessment_start_date, assessment_end_date, null, organisation,
    file, sheet, row_number
from list_2
order by child_key, assessment_start_date, nth;

-- REFERRALS (list 3). Transfers-in and post-adoption records cannot be told apart (clarification Q4): none is left out.
insert into referrals
select event_id('re', child_key, referral_date, nth), child_key, referral_date, referral_source, referral_nfa, false,
    allocated_team, allocated_worker, file, sheet, row_number
from list_3
order by child_key, referral_date, nth;

-- ASSESSMENTS (list 4)
insert into cin_assessments
select event_id('as', child_key, assessment_start_date, nth), child_key, null, assessment_start_date,
    case child_seen when 'yes' then true when 'no' then false end,
    assessment_authorised_date, not requires_support,
    allocated_team, allocated_worker, file, sheet, row_number
from list_4
order by child_key, assessment_start_date, nth;

-- SECTION 47 ENQUIRIES AND CONFERENCES (list 5). One conference may stand on the rows of two enquiries: it then has
-- one id and a row for each.
insert into s47_enquiry
select event_id('s47', child_key, s47_start_date, nth), child_key, s47_start_date, null, icpc_unnecessary,
    allocated_team, allocated_worker, file, sheet, row_number
from list_5
order by child_key, s47_start_date, nth;

insert into initial_cp_conference
select event_id('ic', child_key, icpc_date, 1), event_id('s47', child_key, s47_start_date, nth), child_key, icpc_date,
    icpc_resulted_in_plan, null, allocated_team, allocated_worker, file, sheet, row_number
from list_5
where icpc_date is not null
order by child_key, icpc_date, nth;

-- CHILDREN IN NEED (list 6)
insert into cin_episodes
select event_id('ci', child_key, cin_start_date, nth), child_key, cin_start_date, cin_closure_date, closure_reason,
    primary_need, case_status, last_seen_date, allocated_team, allocated_worker, file, sheet, row_number
from list_6
order by child_key, cin_start_date, nth;

-- CHILD PROTECTION (list 7). The list names the latest visit and the latest review alone, and does not say whether
-- the child was seen at that visit.
insert into cp_plans
select event_id('cp', child_key, cp_plan_start_date, nth), child_key, cp_plan_start_date, cp_plan_end_date,
    initial_category_of_abuse, latest_category_of_abuse, previous_cp_plans, null, epo_or_police_protection,
    allocated_team, allocated_worker, file, sheet, row_number
from list_7
order by child_key, cp_plan_start_date, nth;

insert into cp_visits
select child_key, event_id('cp', child_key, cp_plan_start_date, nth), last_statutory_visit_date, null,
    case seen_alone when 'yes' then true when 'no' then false end,
    file, sheet, row_number
from list_7
where last_statutory_visit_date is not null
order by child_key, last_statutory_visit_date, nth;

insert into cp_reviews
select child_key, event_id('cp', child_key, cp_plan_start_date, nth), latest_review_date, null, file, sheet, row_number
from list_7
where latest_review_date is not null
order by child_key, latest_review_date, nth;

-- CHILDREN IN CARE (list 8)
insert into cla_periods
select event_id('cla', child_key, looked_after_start_date, nth), child_key, looked_after_start_date, looked_after_end_date,
    looked_after_end_reason, null, category_of_need, uasc, subsequent_period_last_12_months, last_iro_contact_date, permanence_plan, null,
    placements_last_12_months, missing_episodes_last_12_months, absent_episodes_last_12_months,
    case return_interview_offered when 'yes' then true when 'no' then false end,
    case return_interview_accepted when 'yes' then true when 'no' then false end,
    allocated_team, allocated_worker, file, sheet, row_number
from list_8
order by child_key, looked_after_start_date, nth;

insert into legal_status
select child_key, event_id('cla', child_key, looked_after_start_date, nth), legal_status, legal_status_start_date, null,
    file, sheet, row_number
from list_8
where legal_status is not null
order by child_key, legal_status_start_date, nth;

insert into cla_placement
select child_key, event_id('cla', child_key, looked_after_start_date, nth), placement_start_date, null, placement_type,
    placement_provider, placement_postcode, placement_urn, placement_location, placement_la, null, null, file, sheet, row_number
from list_8
where placement_start_date is not null or placement_type is not null
order by child_key, placement_start_date, nth;

insert into cla_reviews
select child_key, event_id('cla', child_key, looked_after_start_date, nth), latest_review_date, null, file, sheet, row_number
from list_8
where latest_review_date is not null
order by child_key, latest_review_date, nth;

insert into cla_visits
select child_key, event_id('cla', child_key, looked_after_start_date, nth), last_visit_date, null, file, sheet, row_number
from list_8
where last_visit_date is not null
order by child_key, last_visit_date, nth;

insert into cla_health
select child_key, event_id('cla', child_key, looked_after_start_date, nth), check_type, null, check_date, file, sheet, row_number
from (
    select child_key, looked_after_start_date, nth, 'health' as check_type, last_health_assessment_date as check_date, file, sheet, row_number
    from list_8
    union all
    select child_key, looked_after_start_date, nth, 'dental', last_dental_check_date, file, sheet, row_number
    from list_8
) as checks
where check_date is not null
order by child_key, check_date, nth, check_type desc;

-- CARE LEAVERS (list 9)
insert into care_leavers
select child_key, eligibility_category, uasc, la_in_touch, latest_contact_date, accommodation_type, accommodation_suitable,
    activity_status, pathway_plan_review_date, allocated_personal_advisor, allocated_team, allocated_worker,
    file, sheet, row_number
from list_9
order by child_key, nth;

-- ADOPTION AND ADOPTERS (lists 10 and 11)
insert into permanence
select child_key, family_id, entered_care_date, adoption_decision_date, placement_order_date, matched_date, placed_date,
    adoption_order_date, decision_reversed_date, decision_reversed_reason, ffa_placed_date, null, null, file, sheet, row_number
from list_10
order by child_key, nth;

insert into adopters
select adopter_id, family_id,
    gender, ethnicity, disability, fostering_for_adoption, enquiry_date, stage_1_start_date, stage_1_end_date, stage_2_start_date,
    stage_2_end_date, application_date, approval_date, matched_date, placed_date, children_placed, adoption_order_date,
    left_date, left_reason, file, sheet, row_number
from annex_a_11
order by adopter_id;

-- WHO HOLDS A CHILD (clarification Q16): the first of lists 8, 7, 6, 4, 5, 9 where the child is open on the as-at day
-- and a worker is named. Closed on the day is closed. A section 47 enquiry is open until its conference is held or
-- found unnecessary; list 9 has no end. Within a list the latest start wins.
insert into allocation
with open_work as (
    select 1 as place, child_key, looked_after_start_date as start_date, allocated_worker, allocated_team, file, sheet, row_number
    from list_8
    where looked_after_start_date <= getvariable('as_at') and coalesce(looked_after_end_date > getvariable('as_at'), true)
    union all
    select 2, child_key, cp_plan_start_date, allocated_worker, allocated_team, file, sheet, row_number
    from list_7
    where cp_plan_start_date <= getvariable('as_at') and coalesce(cp_plan_end_date > getvariable('as_at'), true)
    union all
    select 3, child_key, cin_start_date, allocated_worker, allocated_team, file, sheet, row_number
    from list_6
    where cin_start_date <= getvariable('as_at') and coalesce(cin_closure_date > getvariable('as_at'), true)
    union all
    select 4, child_key, assessment_start_date, allocated_worker, allocated_team, file, sheet, row_number
    from list_4
    where assessment_start_date <= getvariable('as_at') and coalesce(assessment_authorised_date > getvariable('as_at'), true)
    union all
    select 5, child_key, s47_start_date, allocated_worker, allocated_team, file, sheet, row_number
    from list_5
    where s47_start_date <= getvariable('as_at') and not coalesce(icpc_unnecessary, false) and coalesce(icpc_date > getvariable('as_at'), true)
    union all
    select 6, child_key, null, allocated_worker, allocated_team, file, sheet, row_number
    from list_9
)
select child_key, allocated_worker, allocated_team, null, getvariable('as_at'), getvariable('as_at'), null, file, sheet, row_number
from open_work
where allocated_worker is not null
qualify row_number() over (partition by child_key order by place, start_date desc nulls last, file, sheet, row_number) = 1
order by child_key;
