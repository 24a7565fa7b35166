import type { Day } from '../platform/day.ts'

/** A day on the way to an action's end. */
export interface Milestone {
  id: string
  actionId: string
  /** `3.2 M1` */
  ref: string
  title: string
  dueOn: Day
  metOn: Day | null
  version: number
}

export const isMissed = (milestone: Pick<Milestone, 'dueOn' | 'metOn'>, today: Day): boolean =>
  milestone.metOn === null && milestone.dueOn < today
