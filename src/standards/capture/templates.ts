import type { CaptureTemplate } from './template.ts'
import { ADOPTION_PANEL, AUDIT_ACTIONS, AUDITS } from './templates/assurance-templates.ts'
import { CONTACT_DECISIONS } from './templates/front-door-templates.ts'
import { CONFERENCES, CORE_GROUPS, REPORT_STANDARDS } from './templates/meeting-templates.ts'
import { MISSING_NOTIFICATIONS, RETURN_INTERVIEWS } from './templates/missing-templates.ts'
import { BUDGET_LINES, BUDGET_MONTHS, CARE_PATH, CONTRACTS, UNIT_COSTS } from './templates/money-templates.ts'
import { CASE_SUPERVISION, MANAGEMENT_OVERSIGHT, SUPERVISION } from './templates/oversight-templates.ts'
import { TEAMS, WARDS } from './templates/place-templates.ts'
import { NEED_PLAN_REVIEWS } from './templates/need-templates.ts'
import { ABSENCES, CASELOAD_ALLOCATION, POSTS, RECRUITMENT } from './templates/people-templates.ts'
import { TASKFORCE_CASES, TASKFORCE_WORKERS } from './templates/taskforce-templates.ts'

/**
 * What no standard carries and later rooms need, a small CSV for each: the one place that says which columns they
 * have. The writers take their headers from here, and the handbook's page is this in words.
 */
export const CAPTURE_TEMPLATES: readonly CaptureTemplate[] = [
  CONTACT_DECISIONS,
  CONFERENCES,
  CORE_GROUPS,
  NEED_PLAN_REVIEWS,
  SUPERVISION,
  CASE_SUPERVISION,
  MANAGEMENT_OVERSIGHT,
  MISSING_NOTIFICATIONS,
  RETURN_INTERVIEWS,
  CASELOAD_ALLOCATION,
  POSTS,
  ABSENCES,
  RECRUITMENT,
  BUDGET_LINES,
  BUDGET_MONTHS,
  CARE_PATH,
  UNIT_COSTS,
  CONTRACTS,
  AUDITS,
  AUDIT_ACTIONS,
  ADOPTION_PANEL,
  TASKFORCE_WORKERS,
  TASKFORCE_CASES,
  TEAMS,
  WARDS,
]

/** What is only ever kept in Waymark, and comes into a load in the same form. No page offers a file of it. */
const KEPT_TEMPLATES: readonly CaptureTemplate[] = [REPORT_STANDARDS]

export const EVERY_TEMPLATE: readonly CaptureTemplate[] = [...CAPTURE_TEMPLATES, ...KEPT_TEMPLATES]

/** Null when there is none of the name. */
export const captureTemplateNamed = (name: string): CaptureTemplate | null =>
  CAPTURE_TEMPLATES.find((template) => template.name === name) ?? null
