import type { DayNumber } from '../../day-number.ts'

export type Role =
  | 'social worker'
  | 'senior social worker'
  | 'team manager'
  | 'service manager'
  | 'independent reviewing officer'
  | 'personal adviser'

export interface Absence {
  from: DayNumber
  to: DayNumber
  reason: 'sickness' | 'maternity' | 'other leave'
}

/** Someone who works for the council, known by a code. */
export interface Worker {
  /** As `SW-118`. */
  code: string
  role: Role
  team: string
  startedOn: DayNumber
  /** The first day on which they are gone; null while they are there. */
  leftOn: DayNumber | null
  isAgency: boolean
  /** Stands in where a team is short; holds no post of their own. */
  isPeripatetic: boolean
  fte: number
  /** The last day of the assessed year of a newly qualified worker; null for another. */
  newlyQualifiedUntil: DayNumber | null
  absences: readonly Absence[]
}

/** A place in the establishment: one that holds cases has a position. */
export interface Post {
  /** Unique in the council; a position's is its own name, as `North 2/3`. */
  code: string
  team: string
  role: Role
  fte: number
  createdOn: DayNumber
  /** One after another without a gap; nobody's time in it has a null worker. `to` is the first day of the next. */
  occupants: readonly Occupancy[]
}

interface Occupancy {
  worker: string | null
  from: DayNumber
  to: DayNumber | null
}
