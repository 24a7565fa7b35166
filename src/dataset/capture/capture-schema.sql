-- What no standard carries, as the capture templates bring it. Child-level.
--
-- A table for each template, with its columns by the same names, but for a child (`child_key`) and for money (whole pence,
-- `_pence`). What each column says stands in the handbook, under the template's name. Codes are the template's own words. A
-- `timestamp` is the clock on the wall in England.
--
-- The id of a row is made here and names no one. What the council calls a form, a meeting or an episode is kept as it
-- is, to join rows by and to find the record: it may hold a child's id, so it stands in no address and is no case id.
-- Only what a row cannot be without is `not null`.

-- One child in one contact.
create table contact_decisions (
    contact_decision_id text not null,
    form text, child_key integer not null, received_at timestamp, source text, decided_at timestamp,
    outcome text, decided_by text,
    file text, sheet text, row_number integer
);

-- One child at one meeting: brothers and sisters share a meeting and have a row each.
create table conference_attendance (
    conference_attendance_id text not null,
    meeting text, child_key integer not null, kind text, s47_started_on date, booked_on date, held_on date,
    team text, worker text, worker_attended boolean, attended_instead text, missed_because text,
    report_to_chair_on date, report_shared_on date, report_working_days_before integer, chair text,
    participation text,
    file text, sheet text, row_number integer
);

-- By which working day before a kind of meeting its report must reach the family, from a day on. Of no child.
create table report_standards (
    report_standard_id text not null,
    kind text not null, working_days_before integer not null, holds_from date not null,
    file text, sheet text, row_number integer
);

-- One core group that was due for one child on a child protection plan.
create table core_groups (
    core_group_id text not null,
    child_key integer not null, plan_started_on date, due_on date not null, held_on date, team text,
    worker text,
    file text, sheet text, row_number integer
);

-- One review that was held of one child in need plan.
create table need_plan_reviews (
    need_plan_review_id text not null,
    child_key integer not null, plan_started_on date, held_on date not null, agencies text, decision text,
    file text, sheet text, row_number integer
);

-- One supervision that a worker was due.
create table supervisions (
    supervision_id text not null,
    worker text not null, team text, supervisor text, due_on date not null, held_on date, reflective boolean,
    record_shared boolean, missed_because text,
    file text, sheet text, row_number integer
);

-- One child talked through in one supervision.
create table case_supervisions (
    case_supervision_id text not null,
    child_key integer not null, team text, worker text, supervisor text, held_on date not null,
    oversight_recorded boolean, decision text, reason_recorded boolean,
    file text, sheet text, row_number integer
);

-- One set point that one assessment came to.
create table management_oversight (
    management_oversight_id text not null,
    child_key integer not null, assessment_started_on date not null, point integer, due_on date,
    reviewed_on date, reviewer text, tier text, decision text, team text, worker text,
    file text, sheet text, row_number integer
);

-- One time that a looked-after child was reported missing.
create table missing_notifications (
    missing_notification_id text not null,
    episode text, child_key integer not null, missing_from timestamp, reported_at timestamp, reported_by text,
    recorded_at timestamp, returned_at timestamp,
    file text, sheet text, row_number integer
);

-- One missing episode that ended, whether an interview followed or not.
create table return_interviews (
    return_interview_id text not null,
    episode text, child_key integer not null, returned_at timestamp, offered boolean, offered_at timestamp,
    accepted boolean, held_at timestamp, within_72_hours boolean, independent boolean, interviewer text,
    team text, worker text,
    file text, sheet text, row_number integer
);

-- One worker at one month end; or, without a worker, the children of a team whom nobody held.
create table caseload_allocation (
    caseload_allocation_id text not null,
    month_end_on date not null, worker text, team text not null, role text, fte numeric(6, 2),
    newly_qualified boolean, agency boolean, peripatetic boolean, cap integer, children integer,
    in_assessment integer, in_need integer, on_protection_plan integer, looked_after integer,
    in_proceedings integer, leaving_care integer, over_cap_plan text, over_cap_plan_by date,
    file text, sheet text, row_number integer
);

-- One post and one spell in it: filled by one worker, or vacant.
create table posts (
    post_spell_id text not null,
    post text not null, team text, role text, fte numeric(6, 2), created_on date, state text, worker text,
    from_on date not null, to_on date, ended_because text, advertised_on date, appointed_on date,
    started_on date,
    file text, sheet text, row_number integer
);

-- One absence of one worker.
create table absences (
    absence_id text not null,
    worker text not null, team text, fte numeric(6, 2), reason text, from_on date not null, to_on date,
    file text, sheet text, row_number integer
);

-- One round of recruitment, for one post or several alike.
create table recruitment (
    recruitment_id text not null,
    round text not null, title text, team text, role text, kind text, places integer, stage text,
    approved_on date, advertised_on date, closed_on date, interviewed_on date, offered_on date,
    applied integer, interviewed integer, offered integer, started integer, start_planned_on date,
    started_on date, cover text, budget_line text,
    file text, sheet text, row_number integer
);

-- One line of the improvement budget of one year.
create table budget_lines (
    budget_line_id text not null,
    line text not null, title text, strand text, funding_source text, year text, budget_pence bigint,
    forecast_outturn_pence bigint, reason text, begins_on date, recruitment_round text,
    file text, sheet text, row_number integer
);

-- One month of one line of the budget.
create table budget_months (
    budget_month_id text not null,
    line text not null, month text not null, planned_pence bigint, spent_pence bigint, expected_pence bigint,
    file text, sheet text, row_number integer
);

-- One month end of the path of the investment case.
create table care_path (
    care_path_id text not null,
    month_end_on date not null, if_nothing_changed integer, agreed_path integer,
    file text, sheet text, row_number integer
);

-- What one kind of placement costs from a day on.
create table unit_costs (
    unit_cost_id text not null,
    placement_type text not null, means text, provider text, pence_a_week bigint, from_on date not null,
    to_on date,
    file text, sheet text, row_number integer
);

-- One step of one procurement.
create table contract_steps (
    contract_step_id text not null,
    contract text not null, title text, step text, planned_on date, happened_on date, note text,
    budget_line text,
    file text, sheet text, row_number integer
);

-- One case audit that was allocated.
create table audits (
    audit_id text not null,
    audit text, month text, child_key integer not null, cohort text, team text, worker text, tool text,
    auditor text, due_on date, completed_on date, seen_and_heard text, assessment text, plan text, review text,
    management_oversight text, recording text, difference_made text, first_grade text, moderated_on date,
    moderated_grade text, final_grade text, safety_checked_on date,
    file text, sheet text, row_number integer
);

-- One thing that an audit asks to be put right.
create table audit_actions (
    audit_action_id text not null,
    audit text not null, action integer, kind text, about text, owner text, raised_on date, due_on date,
    closed_on date, verified_by text,
    file text, sheet text, row_number integer
);

-- One item before the adoption panel.
create table adoption_panel_items (
    panel_item_id text not null,
    item text not null, panel_on date, kind text, child_key integer, adoptive_family text, team text,
    author text, report_grade text, presentation_grade text, outcome text, deferred_because text,
    decided_on date, feedback_on date, used_in_supervision_on date, support text,
    file text, sheet text, row_number integer
);

-- One worker or manager of the taskforce.
create table taskforce_workers (
    taskforce_worker_id text not null,
    worker text not null, role text, manager text, start_planned_on date, started_on date,
    file text, sheet text, row_number integer
);

-- One child on the frozen list.
create table taskforce_cases (
    taskforce_case_id text not null,
    child_key integer not null, frozen_on date not null, team text, worker text, open_since date,
    last_seen_on date, triage text, taskforce_worker text, planned_start_on date, planned_end_on date,
    started_on date, authorised_on date, outcome text,
    file text, sheet text, row_number integer
);

-- Where one team works.
create table team_places (
    team_place_id text not null,
    team text not null, locality text, service text,
    file text, sheet text, row_number integer
);

-- The ward of one child's home on the day of the extract.
create table child_wards (
    child_ward_id text not null,
    child_key integer not null, ward text not null,
    file text, sheet text, row_number integer
);
