import type { Day } from '../src/platform/day.ts'
import { numberOf, type DayNumber } from './day-number.ts'
import type { Position, RecordedEvent, Visit } from './event-log.ts'
import type { CouncilPlan } from './plans/council-plan.ts'
import type { Workforce } from './simulation/workforce.ts'
import { isKnown } from './simulation/recording.ts'

/**
 * What the case system could say on one day about another: everything that had happened by `asAt` and was recorded by
 * `recordedTo`. Two extracts of one day differ by what was recorded between them.
 */
export interface ExtractView {
  asAt: DayNumber
  recordedTo: DayNumber
  /** Events before this day are not written, unless what they began was still going on. */
  from: DayNumber
  /** The code of the worker who held the place on the day of the extract; null when nobody did. */
  workerOf(position: Position): string | null
}

/** What is known of a council's events of its plan's months up to `asAt`, when the question is put on `recordedTo`. */
export function viewOn(plan: CouncilPlan, workforce: Workforce, asAt: Day, recordedTo: Day): ExtractView {
  const day = numberOf(asAt)
  return {
    asAt: day,
    recordedTo: numberOf(recordedTo),
    from: numberOf(plan.from),
    workerOf: (position) => workforce.workerAt(position, day),
  }
}

/** The day of something that is known; null when it is not, or has not happened. */
export const knownDay = ({ asAt, recordedTo }: ExtractView, event: RecordedEvent | null): DayNumber | null =>
  isKnown(event, asAt, recordedTo) ? event!.on : null

/** It is known to have begun, and it ended no earlier than the first day written, or goes on. */
export function wasGoingOn(view: ExtractView, started: RecordedEvent, ended: RecordedEvent | null): boolean {
  if (knownDay(view, started) === null) return false
  const end = knownDay(view, ended)
  return end === null || end >= view.from
}

/** It happened between the first day written and the last, and is known. */
export function isInPeriod(view: ExtractView, event: RecordedEvent): boolean {
  const day = knownDay(view, event)
  return day !== null && day >= view.from
}

export const daysOf = (things: readonly { on: DayNumber }[]): DayNumber[] => things.map(({ on }) => on)

/** The days of the visits at which the child was seen. */
export const seenOn = (visits: readonly Visit[]): DayNumber[] =>
  visits.filter(({ wasSeen }) => wasSeen).map(({ on }) => on)

/** The latest day on or before the end of what it belongs to and the day of the extract. */
export const latestBy = (
  days: readonly DayNumber[],
  view: ExtractView,
  end: DayNumber | null = null,
): DayNumber | null => days.findLast((day) => day <= Math.min(end ?? view.asAt, view.asAt)) ?? null
