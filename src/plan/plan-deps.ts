import type { Person } from '../access/index.ts'
import type { SealedSnapshot } from '../dataset/index.ts'
import type { Day } from '../platform/day.ts'
import type { Services } from '../platform/room.ts'
import type { BoardSentence } from './recommendation-thread.tsx'

declare module '../platform/room.ts' {
  interface Questions {
    /** The sentences of reports that rest on a recommendation, of those that the person may read. */
    sentencesOnRecommendation: (person: Person, recommendationId: string) => Promise<BoardSentence[]>
    /** The days of the meetings that the plan is reported to, of those that the person may know of. */
    meetingDays: (person: Person) => Promise<Day[]>
  }
}

/** What the plan's pages rest on. */
export type PlanDeps = Pick<Services, 'records' | 'clock' | 'ask'> & {
  pool: { current(council: string): Promise<SealedSnapshot | null> }
}
