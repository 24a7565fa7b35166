import { firstOfMonth, monthNumberOf, numberOf, type DayNumber } from '../day-number.ts'
import type { AdopterLog } from '../adopter-log.ts'
import type { ChildLog, FamilyLog } from '../event-log.ts'
import type { WriterSetting, WrittenFile } from '../files/written-file.ts'
import { seededRandom, type Random } from '../random.ts'
import type { Holding } from './holding.ts'
import { teamLine, type TeamLine } from './team-line.ts'

/** Months that are captured, the last day's own included: captured records are a young habit, and grow fast. */
const MONTHS_CAPTURED = 24

/** The council whose money, posts to come and taskforce are told, and the day of which they are. */
const STORY = { code: '999', asAt: numberOf('2015-01-31') }

export interface CaptureSetting extends WriterSetting {
  /** The first day of which records are captured. */
  from: DayNumber
  /** Whether the council has Norchester's story; of another only what follows from its events is written. */
  isStory: boolean
  line: TeamLine
  /** A stream that depends on the seed and the label alone, so that an event is told alike in every extract. */
  drawFor: (label: string) => Random
}

/** The month ends captured, with the day of the extract in place of its own month's. */
export function monthEnds({ from, view }: CaptureSetting): DayNumber[] {
  const ends: DayNumber[] = []
  for (let month = monthNumberOf(from); month <= monthNumberOf(view.asAt); month += 1) {
    ends.push(Math.min(firstOfMonth(month + 1) - 1, view.asAt))
  }
  return ends
}

/** The first day of which records are captured. */
export const capturedFrom = ({ asAt, from }: WriterSetting['view']): DayNumber =>
  Math.max(from, firstOfMonth(monthNumberOf(asAt) - MONTHS_CAPTURED + 1))

export function captureSetting(setting: WriterSetting): CaptureSetting {
  const { plan, view, workforce } = setting
  return {
    ...setting,
    from: capturedFrom(view),
    isStory: plan.code === STORY.code && view.asAt === STORY.asAt,
    line: teamLine(workforce),
    drawFor: (label) => seededRandom(plan.seed, `capture ${label}`),
  }
}

/** Who held a child at each of the month ends captured, in order; null where nothing was open. */
export type MonthlyHoldings = readonly (Holding | null)[]

/** One or a few capture files, written as families are handed on. */
export interface CapturePart {
  child?(child: ChildLog, family: FamilyLog, holdings: MonthlyHoldings): void
  adopter?(adopter: AdopterLog): void
  close(): WrittenFile[]
}
