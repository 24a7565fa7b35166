import type { Day, Instant } from '../platform/day.ts'
import type { Progress } from './action.ts'
import type { Subject } from './plan-items.ts'
import type { Brag, Step } from './rating.ts'
import type { Source } from './recommendation.ts'

/**
 * A plan as plain data, each thing named by its ref: what a file holds, and what `installPlan` takes.
 * What is left out of a new thing is empty (`''`, null, or the default its comment gives); what is left out of a
 * thing that the plan already has is left alone.
 */
export interface PlanDocument {
  themes: readonly ThemeEntry[]
  recommendations: readonly RecommendationEntry[]
  actions: readonly ActionEntry[]
  milestones: readonly MilestoneEntry[]
  measures: readonly MeasureEntry[]
  evidence: readonly EvidenceEntry[]
  ratings: readonly RatingEntry[]
  /** History made elsewhere. Things new to the plan and without a `created` line are given one. */
  changes: readonly ChangeEntry[]
}

interface Entry {
  /** Its row in the file, for errors. */
  row?: number
}

export interface ThemeEntry extends Entry {
  ref: string
  title: string
  /** After the others when left out. */
  position?: number
}

export interface RecommendationEntry extends Entry {
  ref: string
  theme: string
  title: string
  asked?: string
  source: Source
  sourceNote?: string
  owner?: string
  sponsor?: string
  /** After the others when left out. */
  position?: number
}

export interface ActionEntry extends Entry {
  ref: string
  recommendation: string
  title: string
  owner?: string
  startOn?: Day | null
  /** The due day, when left out of a new action. */
  baselineDueOn?: Day
  dueOn: Day
  /** Not started, when left out. */
  progress?: Progress
  deliveredOn?: Day | null
  embeddedOn?: Day | null
  note?: string
  /** Why the due day differs from the plan's: needed when it does. */
  reason?: string
}

export interface MilestoneEntry extends Entry {
  /** `3.2 M1` and so on, when left out. */
  ref?: string
  action: string
  title: string
  dueOn: Day
  metOn?: Day | null
}

export interface MeasureEntry extends Entry {
  /** The ref of the recommendation or the action that it belongs to. */
  of: string
  seriesId: string
  landedOn?: Day | null
  aim?: number | null
  /** Three, when left out. */
  monthsToHold?: number
  removedOn?: Day | null
}

export interface EvidenceEntry extends Entry {
  /** `3.2 E1` and so on, when left out. */
  ref?: string
  action: string
  title: string
  place?: string
  effectiveOn: Day
  expiresOn?: Day | null
  /** Now, when left out. A day alone is taken as its noon. */
  uploadedAt?: Instant
  /** The person who brings it in, when left out. */
  uploadedBy?: string
}

export interface RatingEntry extends Entry {
  action: string
  rating: Brag
  /** Proposed, when left out. */
  step?: Step
  reason: string
  /** The person who brings it in, when left out. */
  by?: string
  /** Now, when left out. A day alone is taken as its noon. */
  at?: Instant
}

export interface ChangeEntry extends Entry {
  subject: Subject
  /** Of the thing that changed; a measure is named by what it belongs to and its series, `R3 as-child-seen.seen`. */
  ref: string
  field: string
  was?: string
  now?: string
  reason?: string
  by: string
  at: Instant
}

export const measureRef = (above: string, seriesId: string): string => `${above} ${seriesId}`
