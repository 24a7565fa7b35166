import type { Day, Instant } from '../platform/day.ts'
import type { AssignmentKind } from './assignment.ts'

interface CouncilTable {
  id: string
  name: string
  authority_code: string | null
  brand_colour: string
  demonstration: number
  today_on: Day | null
  /** JSON: children aged 0 to 17 by the year of the estimate. */
  population: string
  created_at: Instant
  case_system: string | null
}

interface PersonTable {
  id: string
  council_id: string
  /** Lower case. */
  email: string
  name: string
  role: string
  /** JSON: a `Scope`. */
  scope: string
  password_hash: string
  active: number
  /** Goes up with each change, so that two changes at once are noticed. */
  version: number
  created_at: Instant
  created_by: string
  /** The last day on which they may sign in. */
  last_day: Day | null
}

interface AssignmentTable {
  id: string
  council_id: string
  person_id: string
  kind: AssignmentKind
  /** The council's id of a child, or a chair's code; empty for missing children. */
  subject: string
  from_on: Day
  to_on: Day | null
  reason: string
  given_at: Instant
  given_by: string
}

interface RestrictionTable {
  id: string
  council_id: string
  /** The council's id of the child, as it was typed. */
  child: string
  reason: string
  from_on: Day
  marked_at: Instant
  marked_by: string
  ended_on: Day | null
  ended_by: string | null
  end_reason: string | null
}

interface RestrictionPersonTable {
  id: string
  restriction_id: string
  person_id: string
  named_at: Instant
  named_by: string
  ended_at: Instant | null
  ended_by: string | null
}

interface SessionTable {
  /** SHA-256 of the token in the cookie, so that nobody can sign in with what this table holds. */
  id: string
  council_id: string
  person_id: string
  created_at: Instant
  last_used_at: Instant
}

/** Kept for addresses without an account too, so that having to wait does not reveal whether one exists. */
interface SignInTryTable {
  council_id: string
  /** SHA-256 of the address typed, because people type passwords into the wrong box. */
  address_hash: string
  tries: number
  last_at: Instant
}

interface AccessLogTable {
  council_id: string
  seq: number
  at: Instant
  /** Null where nobody had signed in. */
  person_id: string | null
  role: string | null
  what: string
  subject: string
  /** JSON: the ids of the children whose rows were shown, in order. */
  children: string
  child_count: number
  why: string
  previous_hash: string
  hash: string
}

/** The last link of each council's log. Appending locks it, and it shows when a log has been cut short. */
interface AccessLogHeadTable {
  council_id: string
  seq: number
  hash: string
}

declare module '../platform/records.ts' {
  interface RecordTables {
    council: CouncilTable
    person: PersonTable
    assignment: AssignmentTable
    restriction: RestrictionTable
    restriction_person: RestrictionPersonTable
    session: SessionTable
    sign_in_try: SignInTryTable
    access_log: AccessLogTable
    access_log_head: AccessLogHeadTable
  }
}
