import type { Day, Instant } from '../platform/day.ts'
import type { Progress } from './action.ts'
import type { Subject } from './change.ts'
import type { Brag, Step } from './rating.ts'
import type { Source } from './recommendation.ts'

interface Editable {
  id: string
  council_id: string
  /** Goes up by one with every change: whoever saves over an older version is told. */
  version: number
}

export interface PlanThemeTable extends Editable {
  ref: string
  title: string
  position: number
}

export interface PlanRecommendationTable extends Editable {
  theme_id: string
  ref: string
  title: string
  asked: string
  source: Source
  source_note: string
  owner: string
  sponsor: string
  position: number
}

export interface PlanActionTable extends Editable {
  recommendation_id: string
  ref: string
  title: string
  owner: string
  start_on: Day | null
  baseline_due_on: Day
  due_on: Day
  progress: Progress
  delivered_on: Day | null
  embedded_on: Day | null
  note: string
}

export interface PlanMilestoneTable extends Editable {
  action_id: string
  ref: string
  title: string
  due_on: Day
  met_on: Day | null
}

export interface PlanBindingTable extends Editable {
  recommendation_id: string | null
  action_id: string | null
  series_id: string
  landed_on: Day | null
  aim: number | null
  months_to_hold: number
  removed_on: Day | null
}

export interface PlanEvidenceTable extends Editable {
  action_id: string
  ref: string
  title: string
  place: string
  effective_on: Day
  expires_on: Day | null
  uploaded_at: Instant
  uploaded_by: string
}

export interface PlanRatingTable {
  id: string
  council_id: string
  action_id: string
  was: Brag | null
  rating: Brag
  step: Step
  reason: string
  /** Whose rating it is, in words. */
  by_name: string
  at: Instant
  /** The person who wrote it down here: another, when history came in from a file. */
  recorded_by: string
}

export interface PlanChangeTable {
  id: string
  council_id: string
  subject: Subject
  subject_id: string
  about_id: string
  field: string
  was: string
  now: string
  reason: string
  by_name: string
  at: Instant
  recorded_by: string
}

declare module '../platform/records.ts' {
  interface RecordTables {
    plan_theme: PlanThemeTable
    plan_recommendation: PlanRecommendationTable
    plan_action: PlanActionTable
    plan_milestone: PlanMilestoneTable
    plan_binding: PlanBindingTable
    plan_evidence: PlanEvidenceTable
    plan_rating: PlanRatingTable
    plan_change: PlanChangeTable
  }
}
