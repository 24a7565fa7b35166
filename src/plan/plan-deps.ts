import type { Person } from '../access/index.ts'
import type { SealedSnapshot } from '../dataset/index.ts'
import type { Clock, Day } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import type { BoardSentence } from './recommendation-page.tsx'

/** What the plan's pages stand on. */
export interface PlanDeps {
  records: Records
  clock: Clock
  pool: { current(council: string): Promise<SealedSnapshot | null> }
  /** What the plan wants to know of the Board, which stands a floor above it. */
  board: {
    /** The sentences of the report that rest on a recommendation, of those that the person may read. */
    sentencesFor(person: Person, recommendationId: string): Promise<readonly BoardSentence[]>
    /** The day of the last meeting before today; null when there was none. */
    lastMeetingOn(person: Person): Promise<Day | null>
  }
}
