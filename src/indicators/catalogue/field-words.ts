/** The fields that measures need, as a director would say them. A test holds this to the measures' files. */
const WORDS: Readonly<Record<string, string>> = {
  'allocation.child_key': 'whom each worker holds',
  'allocation.worker': 'the worker of each child',
  'audit_actions.closed_on': 'the day an audit’s action was closed',
  'audit_actions.due_on': 'the day an audit’s action is due',
  'audit_actions.raised_on': 'the day an audit’s action was raised',
  'audit_actions.verified_by': 'who looked at the evidence for an audit’s action',
  'audits.completed_on': 'the day the audit was completed',
  'audits.final_grade': 'the audit’s grade that stands',
  'audits.first_grade': 'the auditor’s own grade',
  'audits.moderated_on': 'the day the audit was moderated',
  'audits.month': 'the month the audit was allocated for',
  'audits.tool': 'the tool of the audit',
  'budget_lines.budget_pence': 'the money agreed for the year',
  'budget_lines.forecast_outturn_pence': 'the money expected to be spent in the year',
  'budget_lines.year': 'the financial year of a budget line',
  'budget_months.month': 'the accounting month',
  'budget_months.planned_pence': 'the money planned for the month',
  'budget_months.spent_pence': 'the money spent in the month',
  'care_path.if_nothing_changed': 'the children looked after if nothing had changed',
  'care_path.month_end_on': 'the month ends of the investment’s path',
  'caseload_allocation.children': 'how many children each worker holds',
  'caseload_allocation.fte': 'each worker’s full-time equivalent',
  'caseload_allocation.looked_after': 'how many looked-after children each worker holds',
  'caseload_allocation.month_end_on': 'the month ends of workers’ caseloads',
  'caseload_allocation.on_protection_plan': 'how many children on protection plans each worker holds',
  'caseload_allocation.role': 'each worker’s role',
  'cin_assessments.auth_date': 'the day a manager authorised the assessment',
  'cin_assessments.child_seen': 'whether the child was seen',
  'cin_assessments.start_date': 'the day the assessment started',
  'cin_episodes.close_date': 'the day the child’s case closed',
  'cin_episodes.referral_date': 'the day the child’s case opened',
  'cin_visits.visit_date': 'the days of visits to children in need',
  'cla_periods.end_date': 'the day care ended',
  'cla_periods.start_date': 'the day care began',
  'cla_periods.uasc': 'whether the child is unaccompanied',
  'cla_placement.placement_type': 'the kind of placement',
  'cla_placement.start_date': 'the day a placement began',
  'contacts.contact_date': 'the day of the contact',
  'contract_steps.happened_on': 'the day a step of a procurement was done',
  'contract_steps.planned_on': 'the day a step of a procurement is planned for',
  'cp_plans.end_date': 'the day the plan ended',
  'cp_plans.previous_plans': 'how many plans the child had before',
  'cp_plans.start_date': 'the day the plan started',
  'initial_cp_conference.icpc_date': 'the day of the initial conference',
  'legal_status.legal_status': 'the legal status',
  'referrals.referral_date': 'the day of the referral',
  's47_enquiry.start_date': 'the day of the strategy discussion',
  'unit_costs.from_on': 'the day from which a placement’s price stands',
  'unit_costs.pence_a_week': 'what a week of each kind of placement costs',
}

/** "the day of the referral (referrals.referral_date)": in words first, then by its name for whoever looks for it. */
export const sayField = (field: string): string => (WORDS[field] ? `${WORDS[field]} (${field})` : field)

/** "the day of the referral" */
export const sayFieldShort = (field: string): string => WORDS[field] ?? field

/** The template whose rows fill a table of the dataset, for what no other source holds. A test holds this to the dataset's. */
const TEMPLATES: Readonly<Record<string, string>> = {
  contact_decisions: 'contact-decisions',
  conference_attendance: 'conferences',
  core_groups: 'core-groups',
  supervisions: 'supervision',
  case_supervisions: 'case-supervision',
  management_oversight: 'management-oversight',
  missing_notifications: 'missing-notifications',
  return_interviews: 'return-interviews',
  caseload_allocation: 'caseload-allocation',
  posts: 'posts',
  absences: 'absences',
  recruitment: 'recruitment',
  budget_lines: 'budget-lines',
  budget_months: 'budget-months',
  care_path: 'care-path',
  unit_costs: 'unit-costs',
  contract_steps: 'contracts',
  audits: 'audits',
  audit_actions: 'audit-actions',
  adoption_panel_items: 'adoption-panel',
  taskforce_workers: 'taskforce-workers',
  taskforce_cases: 'taskforce-cases',
  team_places: 'teams',
  child_wards: 'wards',
}

/** `conferences`, for `conference_attendance.held_on`; null for a field of the statutory standards. */
export const templateOf = (field: string): string | null =>
  TEMPLATES[field.slice(0, field.indexOf('.'))] ?? null

const SOURCES: Readonly<Record<string, string>> = {
  'annex-a': 'Annex A',
  ssd: 'the Standard Safeguarding Dataset',
  'cin-census': 'the CIN census',
  ssda903: 'the SSDA903 return',
  capture: 'the templates',
}
export const saySource = (source: string): string => SOURCES[source] ?? source
