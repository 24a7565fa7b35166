import type { Day } from '../../platform/day.ts'

/** The strands of the work, in its order. */
export const LANES = [
  'Worker',
  'Contacts and referrals',
  'Early help',
  'Need',
  'Assessment',
  'Section 47 and conferences',
  'Child protection',
  'In our care',
  'Health',
  'Leaving care',
  'Adoption',
  'Missing and return interviews',
  'Management oversight',
  'Kept in Waymark',
] as const
export type Lane = (typeof LANES)[number]

/** Where a row is in the files that were loaded. */
export interface Source {
  file: string
  sheet: string | null
  row: number
}

/** `late`: done, but after its limit. `error`: its days cannot be right. */
export type EventState = 'late' | 'overdue' | 'due' | 'error'

/** One thing that happened to a child, or that is due. Child-level. */
export interface ChildEvent {
  on: Day
  lane: Lane
  what: string
  state: EventState | null
  /** Its clock or a note, in words; empty when there is nothing to add. */
  note: string
  /** Null for what is worked out from other rows. */
  source: Source | null
  /** What its row says was missed, and the rule that picks it out. */
  flag?: Flag
}

export interface Flag {
  text: string
  rule: string
}

/** A period of work, drawn as a bar. */
export interface ChildSpell {
  lane: Lane
  what: string
  from: Day
  /** Null while it is open. */
  to: Day | null
  /** The last day in time, where there is a limit. */
  limitOn: Day | null
}

/** Child-level. */
export interface Timeline {
  events: ChildEvent[]
  spells: ChildSpell[]
}
