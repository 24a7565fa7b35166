import type { SnapshotRows } from '../../dataset/index.ts'
import type { Day } from '../../platform/day.ts'

type Text = string | null
type OnDay = Day | null
type Flag = boolean | null
type Row<Columns> = Columns & { file: Text; sheet: Text; row_number: number | null }

/** The dataset's tables that hold rows about a child, with the columns that a child's record shows. Child-level. */
export interface ChildRows {
  contacts: Row<{ contact_date: Day; source_code: Text; team: Text; worker: Text }>[]
  early_help_episodes: Row<{ start_date: Day; end_date: OnDay; organisation: Text }>[]
  referrals: Row<{
    referral_date: Day
    source_code: Text
    nfa: Flag
    artificial: boolean
    team: Text
    worker: Text
  }>[]
  cin_episodes: Row<{
    referral_date: Day
    close_date: OnDay
    close_reason: Text
    primary_need_code: Text
    case_status: Text
    last_seen_date: OnDay
    team: Text
    worker: Text
  }>[]
  cin_assessments: Row<{ start_date: Day; child_seen: Flag; auth_date: OnDay; team: Text; worker: Text }>[]
  s47_enquiry: Row<{
    s47_enquiry_id: string
    start_date: Day
    icpc_unnecessary: Flag
    team: Text
    worker: Text
  }>[]
  initial_cp_conference: Row<{
    icpc_id: string
    s47_enquiry_id: Text
    icpc_date: Day
    outcome_cp_flag: Flag
    team: Text
    worker: Text
  }>[]
  cp_plans: Row<{
    start_date: Day
    end_date: OnDay
    initial_category: Text
    latest_category: Text
    team: Text
    worker: Text
  }>[]
  cp_visits: Row<{ visit_date: Day; seen: Flag; seen_alone: Flag }>[]
  cp_reviews: Row<{ review_date: Day }>[]
  cla_periods: Row<{
    start_date: Day
    end_date: OnDay
    end_reason: Text
    primary_need_code: Text
    last_iro_contact_date: OnDay
    team: Text
    worker: Text
  }>[]
  legal_status: Row<{ legal_status: string; start_date: OnDay }>[]
  cla_placement: Row<{ start_date: OnDay; end_date: OnDay; placement_type: Text }>[]
  cla_reviews: Row<{ review_date: Day }>[]
  cla_visits: Row<{ visit_date: Day; seen: Flag }>[]
  cla_health: Row<{ check_type: string; check_date: Day }>[]
  care_leavers: Row<{
    latest_contact: OnDay
    pathway_plan_review_date: OnDay
    personal_advisor: Text
    team: Text
    worker: Text
  }>[]
  permanence: Row<{
    adm_decision_date: OnDay
    placement_order_date: OnDay
    matched_date: OnDay
    placed_for_adoption_date: OnDay
    adoption_order_date: OnDay
    decision_reversed_date: OnDay
    decision_reversed_reason: Text
    placed_ffa_date: OnDay
  }>[]
  allocation: Row<{ worker: string; team: Text; from_date: Day; to_date: OnDay }>[]
  cin_plans: Row<{ start_date: Day; end_date: OnDay }>[]
  cin_visits: Row<{ visit_date: Day; seen: Flag; seen_alone: Flag }>[]
  need_plan_reviews: Row<{ held_on: Day; agencies: Text; decision: Text }>[]
  core_groups: Row<{ due_on: Day; held_on: OnDay }>[]
  conference_attendance: Row<{
    kind: Text
    booked_on: OnDay
    held_on: OnDay
    worker_attended: Flag
    attended_instead: Text
    missed_because: Text
    report_shared_on: OnDay
    report_working_days_before: number | null
    chair: Text
  }>[]
  missing_episodes: Row<{ start_date: Day; end_date: OnDay; type: Text }>[]
  /** Moments are taken as the day they fall on. */
  missing_notifications: Row<{ missing_on: OnDay; returned_on: OnDay; reported_by: Text }>[]
  return_interviews: Row<{
    returned_on: OnDay
    offered: Flag
    accepted: Flag
    held_on: OnDay
    within_72_hours: Flag
    independent: Flag
  }>[]
  management_oversight: Row<{
    assessment_started_on: Day
    due_on: OnDay
    reviewed_on: OnDay
    point: number | null
    decision: Text
  }>[]
  case_supervisions: Row<{ held_on: Day; decision: Text }>[]
  audits: Row<{ due_on: OnDay; completed_on: OnDay }>[]
  taskforce_cases: Row<{ frozen_on: Day; authorised_on: OnDay; outcome: Text }>[]
}

export type Table = keyof ChildRows
export type RowOf<Name extends Table> = ChildRows[Name][number]

/** Every table of `ChildRows`; a missing one is a type error. */
const TABLES = Object.keys({
  contacts: true,
  early_help_episodes: true,
  referrals: true,
  cin_episodes: true,
  cin_assessments: true,
  s47_enquiry: true,
  initial_cp_conference: true,
  cp_plans: true,
  cp_visits: true,
  cp_reviews: true,
  cla_periods: true,
  legal_status: true,
  cla_placement: true,
  cla_reviews: true,
  cla_visits: true,
  cla_health: true,
  care_leavers: true,
  permanence: true,
  allocation: true,
  cin_plans: true,
  cin_visits: true,
  need_plan_reviews: true,
  core_groups: true,
  conference_attendance: true,
  missing_episodes: true,
  missing_notifications: true,
  return_interviews: true,
  management_oversight: true,
  case_supervisions: true,
  audits: true,
  taskforce_cases: true,
} satisfies Record<Table, true>) as Table[]

/** The day on which a moment falls, of tables that keep moments. */
const DAYS_OF: Readonly<Partial<Record<Table, string>>> = {
  missing_notifications:
    ', cast(coalesce(missing_from, reported_at) as date) as missing_on, cast(returned_at as date) as returned_on',
  return_interviews: ', cast(returned_at as date) as returned_on, cast(held_at as date) as held_on',
}

/** Every row that the snapshot holds about one child, by the snapshot's own key for them. */
export async function readChildRows(from: SnapshotRows, childKey: number): Promise<ChildRows> {
  // A snapshot that was sealed before there was a table holds nothing of it.
  const tables = await from.all<{ name: string }>(
    'select table_name as name from information_schema.tables where table_schema = current_schema()',
  )
  const held = new Set(tables.map(({ name }) => name))
  const read = await Promise.all(
    TABLES.map(async (table) => [
      table,
      held.has(table)
        ? await from.all(`select *${DAYS_OF[table] ?? ''} from ${table} where child_key = $child`, {
            child: childKey,
          })
        : [],
    ]),
  )
  return Object.fromEntries(read) as ChildRows
}
