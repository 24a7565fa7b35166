import type { CaptureColumn, CaptureTemplate } from '../../standards/capture/template.ts'
import { EVERY_TEMPLATE } from '../../standards/capture/templates.ts'
import { stagingTable } from '../building/staging.ts'

/** What the table of each template is called for what it holds, and its rows' own id. */
const NAMES: Readonly<Record<string, readonly [table: string, id: string]>> = {
  'contact-decisions': ['contact_decisions', 'contact_decision_id'],
  conferences: ['conference_attendance', 'conference_attendance_id'],
  'report-standards': ['report_standards', 'report_standard_id'],
  'core-groups': ['core_groups', 'core_group_id'],
  'need-plan-reviews': ['need_plan_reviews', 'need_plan_review_id'],
  supervision: ['supervisions', 'supervision_id'],
  'case-supervision': ['case_supervisions', 'case_supervision_id'],
  'management-oversight': ['management_oversight', 'management_oversight_id'],
  'missing-notifications': ['missing_notifications', 'missing_notification_id'],
  'return-interviews': ['return_interviews', 'return_interview_id'],
  'caseload-allocation': ['caseload_allocation', 'caseload_allocation_id'],
  posts: ['posts', 'post_spell_id'],
  absences: ['absences', 'absence_id'],
  recruitment: ['recruitment', 'recruitment_id'],
  'budget-lines': ['budget_lines', 'budget_line_id'],
  'budget-months': ['budget_months', 'budget_month_id'],
  'care-path': ['care_path', 'care_path_id'],
  'unit-costs': ['unit_costs', 'unit_cost_id'],
  contracts: ['contract_steps', 'contract_step_id'],
  audits: ['audits', 'audit_id'],
  'audit-actions': ['audit_actions', 'audit_action_id'],
  'adoption-panel': ['adoption_panel_items', 'panel_item_id'],
  'taskforce-workers': ['taskforce_workers', 'taskforce_worker_id'],
  'taskforce-cases': ['taskforce_cases', 'taskforce_case_id'],
  teams: ['team_places', 'team_place_id'],
  wards: ['child_wards', 'child_ward_id'],
}

/** A table of the dataset that one template fills. */
export interface CaptureTable {
  template: CaptureTemplate
  /** `capture/core-groups` */
  source: string
  /** Where its accepted rows stand. */
  staging: string
  table: string
  id: string
  /** Columns of the dataset by the column of the template that fills them. */
  columns: readonly { from: string; to: string }[]
  /** The template's column of children; null when it is not about any. */
  child: string | null
}

const columnOf = (name: string, { kind }: CaptureColumn): string => {
  if (kind === 'child') return 'child_key'
  if (kind !== 'pounds') return name
  return name.includes('pounds') ? name.replace('pounds', 'pence') : `${name}_pence`
}

function captureTable(template: CaptureTemplate): CaptureTable {
  const [table, id] = NAMES[template.name]!
  const columns = Object.entries(template.columns)
  const source = `capture/${template.name}`
  return {
    template,
    source,
    staging: stagingTable(source),
    table,
    id,
    columns: columns.map(([name, spec]) => ({ from: name, to: columnOf(name, spec) })),
    child: columns.find(([, { kind }]) => kind === 'child')?.[0] ?? null,
  }
}

export const CAPTURE_TABLES: readonly CaptureTable[] = EVERY_TEMPLATE.map(captureTable)
