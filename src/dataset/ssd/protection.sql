-- Section 47 enquiries, conferences and child protection plans, from the Standard Safeguarding Dataset. Child-level. After
-- `need.sql`, whose macros it takes.

-- SECTION 47 ENQUIRIES. A conference is found unnecessary when the enquiry ended and led to none.
insert into s47_enquiry
select ssd_id('s47', child_key, s47e_s47_start_date, nth), child_key, s47e_s47_start_date, s47e_s47_end_date,
    case
        when is_flagged(s47e_s47_outcome_json, 'CP_CONFERENCE_FLAG') then false
        when s47e_s47_nfa then true
        when s47e_s47_end_date is not null and not says_of(s47e_s47_outcome_json, 'CP_CONFERENCE_FLAG') then true
    end,
    team_called(s47e_s47_completed_by_team), worker_called(s47e_s47_completed_by_worker_id), file, sheet, row_number
from known_s47_enquiry
order by child_key, s47e_s47_start_date, nth;

-- CONFERENCES with a day, held or booked. One that names no enquiry follows none that we know of (clarification Q9).
insert into initial_cp_conference
select ssd_id('ic', c.child_key, icpc_icpc_date, c.nth), ssd_id('s47', s.child_key, s47e_s47_start_date, s.nth), c.child_key,
    icpc_icpc_date, icpc_icpc_outcome_cp_flag, icpc_icpc_transfer_in,
    team_called(icpc_icpc_team), worker_called(icpc_icpc_worker_id), c.file, c.sheet, c.row_number
from known_initial_cp_conference c
left join known_s47_enquiry s on s.s47e_s47_enquiry_id = c.icpc_s47_enquiry_id and s.child_key = c.child_key
where icpc_icpc_date is not null
order by c.child_key, icpc_icpc_date, c.nth;

-- PLANS have no team of their own: it is that of the child's own worker when the plan ended, or now. How many plans a
-- child had before is not said (clarification Q15): the table shows it.
create temp table ssd_plan as
select p.*, ssd_id('cp', child_key, cppl_cp_plan_start_date, nth) as cp_plan_id
from known_cp_plans p;

insert into cp_plans
select p.cp_plan_id, p.child_key, cppl_cp_plan_start_date, cppl_cp_plan_end_date, cppl_cp_plan_initial_category,
    cppl_cp_plan_latest_category, null, cppl_cp_plan_ola, null,
    still(s.team, s.to_date, cppl_cp_plan_end_date), still(s.worker, s.to_date, cppl_cp_plan_end_date), p.file, p.sheet, p.row_number
from ssd_plan p
asof left join primary_spell s on s.child_key = p.child_key and s.from_date <= looked_at(cppl_cp_plan_end_date)
order by p.child_key, cppl_cp_plan_start_date, nth;

insert into cp_visits
select v.child_key, p.cp_plan_id, cppv_cp_visit_date, cppv_cp_visit_seen, cppv_cp_visit_seen_alone, v.file, v.sheet, v.row_number
from known_cp_visits v
left join ssd_plan p on p.cppl_cp_plan_id = v.cppv_cp_plan_id and p.child_key = v.child_key
order by v.child_key, cppv_cp_visit_date, v.nth;

insert into cp_reviews
select r.child_key, p.cp_plan_id, cppr_cp_review_date, cppr_cp_review_quorate, r.file, r.sheet, r.row_number
from known_cp_reviews r
left join ssd_plan p on p.cppl_cp_plan_id = r.cppr_cp_plan_id and p.child_key = r.child_key
where cppr_cp_review_date is not null
order by r.child_key, cppr_cp_review_date, r.nth;

drop table ssd_plan;
