import type { Action } from './action.ts'
import type { Binding } from './binding.ts'
import type { Subject } from './change.ts'
import type { Evidence } from './evidence.ts'
import type { Milestone } from './milestone.ts'
import type { Recommendation, Theme } from './recommendation.ts'

/** The six kinds of thing that a plan is made of. All are read, added and changed alike, and keep their history. */
export interface Things {
  theme: Theme
  recommendation: Recommendation
  action: Action
  milestone: Milestone
  measure: Binding
  evidence: Evidence
}

/** A thing before it is saved: the store gives it its id and its version. */
export type Draft<Kind extends Subject> = Omit<Things[Kind], 'id' | 'version'>
