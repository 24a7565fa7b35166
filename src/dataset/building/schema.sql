-- The dataset: one canonical set of tables, whatever the files were. Child-level.
--
-- Tables and columns are named after the Standard Safeguarding Dataset (SSD) less its prefixes. Three tables are
-- ours, because the SSD folds them into others: `referrals` (every referral; `cin_episodes` holds episodes of need),
-- `cla_periods` (a whole period of being looked after) and `allocation` (who holds a child on a day).
--
-- Every row says where it came from: `file`, `sheet`, `row_number` (as a person sees it in the file, header = 1).
-- Codes are bare (`WBRI`, `M`, `1A`). A blank stays null: unknown, never zero and never false.
-- `child_key` is the snapshot's own integer for a child, from `person`; `person_id` is the council's id.
-- Only the portable part of SQL is used here: PostgreSQL reads it too.

create table extract (
    source text not null,          -- the one that leads: 'annex-a'
    as_at date not null,
    window_from date               -- events before this day are not promised by the source; null when unknown
);

-- Where the rows of each table come from, when a load holds several standards: `place` 1 leads, and what it says stands.
create table table_source (
    table_name text not null,
    place integer not null,
    source text not null,
    as_at date not null,           -- of the source's own files
    window_from date
);

-- What merging a source that does not lead came to (`precedence.ts`): rows of one table, then values of one column.
create table table_merge (
    table_name text not null, source text not null,
    matched integer not null,      -- rows of an event that the leading source tells of too
    added integer not null,        -- rows outside the days that the leading source promises
    left_out integer not null      -- rows inside them that only this source has
);
create table field_merge (
    table_name text not null, column_name text not null, source text not null,
    filled integer not null,       -- blanks of the leading source that this one filled
    differing integer not null     -- values that differ from those of the leading source, which stand
);

-- Which fields the source carries at all, and how full they are. `present` is false for an absent or wholly blank column.
create table source_field (
    table_name text not null,
    column_name text not null,
    present boolean not null,
    row_count integer not null,
    filled_count integer not null
);

-- One row per day. A start on any day has used `working_days` working days by the end of that day; an end on a day
-- counts as falling on working day number `falls_on`, which for a weekend or holiday is that of the next working day.
-- So an end is within N working days of a start exactly when  falls_on(end) - working_days(start) <= N,  for N of 1
-- or more.
create table calendar (
    day date not null primary key,
    is_working_day boolean not null,
    working_days integer not null,
    falls_on integer not null
);

-- The months a measure reports on, and the day each is reported as at: its last day, or the as-at day in its own month.
create table reporting_month (
    month text not null primary key,   -- 'YYYY-MM'
    first_day date not null,
    last_day date not null             -- last day counted
);

create table person (
    child_key integer not null primary key,
    person_id text not null,
    sex text,                          -- M, F, U (not stated), I (neither)
    ethnicity text,
    dob date,                          -- of a born child
    expected_dob date,                 -- of an unborn one
    disability text,                   -- yes, no; null when unknown
    file text, sheet text, row_number integer
);

create table contacts (
    contact_id text not null, child_key integer not null,
    contact_date date not null,
    source_code text,
    team text, worker text,
    file text, sheet text, row_number integer
);

-- What each contact led to: one row for each outcome, and none while it is undecided.
create table contact_outcomes (
    contact_id text not null, child_key integer not null,
    outcome text not null,             -- referral, existing_referral, cp_enquiry, nfa, adoption, private_fostering, advice, missing, ola_cp, other
    file text, sheet text, row_number integer
);

create table early_help_episodes (
    episode_id text not null, child_key integer not null,
    start_date date not null, end_date date,
    end_reason text,                   -- in the source's own words; null from Annex A
    organisation text,
    file text, sheet text, row_number integer
);

create table referrals (
    referral_id text not null, child_key integer not null,
    referral_date date not null,
    source_code text,
    nfa boolean,
    artificial boolean not null,       -- a transfer-in or post-adoption record: never counted at the front door
    team text, worker text,
    file text, sheet text, row_number integer
);

-- Episodes of need. Annex A gives only the child's latest.
create table cin_episodes (
    episode_id text not null, child_key integer not null,
    referral_date date not null,       -- the day the episode began
    close_date date, close_reason text,
    primary_need_code text, case_status text,
    last_seen_date date,
    team text, worker text,
    file text, sheet text, row_number integer
);

create table cin_assessments (
    assessment_id text not null, child_key integer not null,
    referral_id text,                  -- null from Annex A, which has no link
    start_date date not null,
    child_seen boolean,
    auth_date date,                    -- authorised by a manager; null while open
    outcome_nfa boolean,               -- assessed as needing no social care support
    team text, worker text,
    file text, sheet text, row_number integer
);

create table assessment_factors (
    assessment_id text not null, child_key integer not null,
    factor text not null,              -- code of the CIN census: 1A
    file text, sheet text, row_number integer
);

create table cin_plans (
    cin_plan_id text not null, child_key integer not null,
    episode_id text,                   -- the episode of need it belongs to
    start_date date not null, end_date date,
    team text, worker text,
    file text, sheet text, row_number integer
);

create table cin_visits (
    child_key integer not null,
    visit_date date not null, seen boolean, seen_alone boolean,
    file text, sheet text, row_number integer
);

create table s47_enquiry (
    s47_enquiry_id text not null, child_key integer not null,
    start_date date not null,          -- the strategy discussion that began it
    end_date date,                     -- the day it was concluded; null from Annex A, which has none
    icpc_unnecessary boolean,
    team text, worker text,
    file text, sheet text, row_number integer
);

-- From Annex A one conference stands on the row of every enquiry that led to it: a row each here, under one `icpc_id`
-- (clarification Q9).
create table initial_cp_conference (
    icpc_id text not null, s47_enquiry_id text, child_key integer not null,
    icpc_date date not null,
    outcome_cp_flag boolean,
    transfer_in boolean,               -- null from Annex A, which cannot tell
    team text, worker text,
    file text, sheet text, row_number integer
);

create table cp_plans (
    cp_plan_id text not null, child_key integer not null,
    start_date date not null, end_date date,
    initial_category text, latest_category text,
    previous_plans integer,            -- the case system's own count of earlier plans
    ola boolean,                       -- another authority's temporary plan; null from Annex A
    epo_or_police_protection boolean,
    team text, worker text,
    file text, sheet text, row_number integer
);

create table cp_visits (
    child_key integer not null, cp_plan_id text,
    visit_date date not null, seen boolean, seen_alone boolean,
    file text, sheet text, row_number integer
);

create table cp_reviews (
    child_key integer not null, cp_plan_id text,
    review_date date not null,
    quorate boolean,                   -- enough came for it to be held; null where nobody said
    file text, sheet text, row_number integer
);

-- One row per period of being looked after.
create table cla_periods (
    cla_id text not null, child_key integer not null,
    start_date date not null, end_date date, end_reason text,
    entered boolean,                   -- it begins with a start of care; false where its first days are not in the files (Q12f)
    primary_need_code text,
    uasc boolean,
    subsequent_period boolean,
    last_iro_contact_date date,
    permanence_plan text,
    permanence_planned_on date,        -- the day of the first care plan with an aim for good; null from Annex A
    placements_12_months integer, missing_12_months integer, absent_12_months integer,
    rhi_offered boolean, rhi_accepted boolean,
    team text, worker text,
    file text, sheet text, row_number integer
);

create table legal_status (
    child_key integer not null, cla_id text,
    legal_status text not null,
    start_date date, end_date date,
    file text, sheet text, row_number integer
);

create table cla_placement (
    child_key integer not null, cla_id text,
    start_date date, end_date date,
    placement_type text, provider text, postcode text, urn text, location text, la text,
    same_carer boolean,                -- only the status of the placement changed, and the carer stayed
    distance numeric(7, 2),            -- miles from home in a straight line
    file text, sheet text, row_number integer
);

create table cla_reviews (
    child_key integer not null, cla_id text, review_date date not null,
    due_date date,                     -- as the case system has it
    file text, sheet text, row_number integer
);

create table cla_visits (
    child_key integer not null, cla_id text, visit_date date not null, seen boolean,
    file text, sheet text, row_number integer
);

create table cla_health (
    child_key integer not null, cla_id text,
    check_type text not null,          -- health, dental
    said_type text,                    -- in the council's words; null from Annex A, which has the latest of each alone
    check_date date not null,
    file text, sheet text, row_number integer
);

-- Each time a child was missing, or away from the placement without leave.
create table missing_episodes (
    episode_id text not null, child_key integer not null,
    start_date date not null, end_date date,
    type text,                         -- missing, away; null when the source does not say
    file text, sheet text, row_number integer
);

-- Whether an interview was offered and taken up when the child came back; without a time, which no standard has.
create table missing_interviews (
    episode_id text not null, child_key integer not null,
    offered boolean, accepted boolean,
    file text, sheet text, row_number integer
);

create table sdq_scores (
    child_key integer not null,
    completed_date date, score integer,
    reason text,                       -- why there is no score: SDQ1
    file text, sheet text, row_number integer
);

create table care_leavers (
    child_key integer not null,
    eligibility text, uasc boolean,
    in_touch text, latest_contact date,
    accommodation text, accommodation_suitable boolean,
    activity text,
    pathway_plan_review_date date,
    personal_advisor text,
    team text, worker text,
    file text, sheet text, row_number integer
);

create table permanence (
    child_key integer not null,
    adoptive_family_id text,
    entered_care_date date, adm_decision_date date, placement_order_date date, matched_date date,
    placed_for_adoption_date date, adoption_order_date date,
    decision_reversed_date date, decision_reversed_reason text,
    placed_ffa_date date,
    adopted_by_carer boolean,          -- by those who fostered the child before; null where the source does not say
    placed_foster_carer_date date,     -- the day the child came to those who adopt, if they fostered first
    file text, sheet text, row_number integer
);

create table adopters (
    adopter_id text not null, adoptive_family_id text,
    sex text, ethnicity text, disability text,
    fostering_for_adoption boolean,
    enquiry_date date, stage_1_start_date date, stage_1_end_date date, stage_2_start_date date, stage_2_end_date date,
    application_date date, approval_date date, matched_date date, placed_date date,
    children_placed integer,
    adoption_order_date date, left_date date, left_reason text,
    file text, sheet text, row_number integer
);

-- Who holds a child: one worker per child and day (clarification Q16). From Annex A it is known for the as-at day alone,
-- so `from_date` and `to_date` are both that day.
create table allocation (
    child_key integer not null,
    worker text not null, team text,
    fte numeric(4, 2),                 -- null counts as 1
    from_date date not null, to_date date,
    qualified boolean,                 -- a registered social worker; null when the source cannot tell, and counts as one
    file text, sheet text, row_number integer
);

-- Every worker who had to do with a child, one after another and beside each other; `allocation` is who held the child.
create table involvements (
    child_key integer not null,
    worker text, role text, team text,
    start_date date not null, end_date date,
    change_reason text,
    is_primary boolean not null,       -- the child's own worker
    file text, sheet text, row_number integer
);

create table professionals (
    worker text not null,
    job_title text,
    registered boolean,                -- has a Social Work England number
    fte numeric(4, 2),
    agency boolean,
    team text,
    file text, sheet text, row_number integer
);

-- Days of which the files give only the month or the year: null in their own column, and kept here as what they are.
create table partly_known_day (
    table_name text not null,          -- of the source: 'ssda903_prev_perm'
    column_name text not null,
    written text not null,             -- as it stood
    earliest date not null, latest date not null,
    file text not null, sheet text, row_number integer not null
);

-- What was found in the files, in the words of the load page. Child-level: `value` is a cell as it stood, so it is
-- kept here, where it is deleted with the rows that it came from, and not in the records.
create table load_problem (
    place integer not null,            -- the order in which it was found
    severity text not null,            -- warning, note: an error refuses the load
    code text not null,
    file text not null, sheet text, row_number integer,
    field text, value text,
    message text not null
);

-- Texts in columns of codes that are no known code, with how many cells have each. Child-level, as `load_problem` is.
create table unread_spelling (
    code_set text not null,
    source_table text not null,        -- 'annex-a/3'
    field text not null,               -- the column's name as the standard publishes it
    written text not null,
    cells integer not null
);
