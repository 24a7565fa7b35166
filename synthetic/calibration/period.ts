import { addMonths } from '../../src/platform/day.ts'
import { numberOf, isWorking, type DayNumber } from '../day-number.ts'
import type { CouncilPlan } from '../plans/council-plan.ts'
import type { RecordedEvent } from '../event-log.ts'

/** The whole years, back from the day of the extract, over which a council is counted. */
export interface Period {
  from: DayNumber
  to: DayNumber
  years: number
  /** Tens of thousands of children who live there. */
  tenThousands: number
}

const DAYS_IN_YEAR = 365.25
const DAYS_IN_MONTH = DAYS_IN_YEAR / 12

/** At least one year; whole years only, so that every month of the year counts alike. */
export function periodOf(plan: CouncilPlan): Period {
  const shown = Math.round((numberOf(plan.asAt) + 1 - numberOf(plan.shownFrom)) / DAYS_IN_MONTH)
  const years = Math.max(1, Math.floor(shown / 12))
  return {
    from: numberOf(addMonths(plan.asAt, -12 * years)) + 1,
    to: numberOf(plan.asAt),
    years,
    tenThousands: plan.population / 10_000,
  }
}

export const yearsBefore = (day: DayNumber, years: number): DayNumber =>
  day - Math.round(years * DAYS_IN_YEAR)

export const isIn = ({ from, to }: Period, day: DayNumber): boolean => day >= from && day <= to
export const happenedIn = (period: Period, event: RecordedEvent | null): event is RecordedEvent =>
  event !== null && isIn(period, event.on)

/** Begun by the end of the day, and not ended by then. */
export const isOpenOn = (started: RecordedEvent, ended: RecordedEvent | null, day: DayNumber): boolean =>
  started.on <= day && (ended === null || ended.on > day)

export const monthsOf = (days: number): number => days / DAYS_IN_MONTH

/** Working days from 1996, which bank holidays are known from, up to each day; filled as far as it is asked for. */
const FIRST_COUNTED = numberOf('1996-01-01')
const countedTo: number[] = [0]

function workingDaysTo(day: DayNumber): number {
  const index = Math.max(0, day - FIRST_COUNTED)
  while (countedTo.length <= index) {
    countedTo.push(countedTo.at(-1)! + (isWorking(FIRST_COUNTED + countedTo.length) ? 1 : 0))
  }
  return countedTo[index]!
}

/** Working days after `from` up to `to`: 0 on the same day. */
export const workingDaysTaken = (from: DayNumber, to: DayNumber): number =>
  workingDaysTo(to) - workingDaysTo(from)
