import { formatNumber } from '../../platform/words.ts'

/** What the rows of a list are over by: "hour", "hours", and its column's head, "Hours over". */
export interface OverWords {
  one: string
  many: string
  head: string
}

/** Of a list: its clock in words, and what its rows are over by, where not by days. */
interface OverClock {
  clock: string
  over: OverWords | null
}

export const countsWorkingDays = ({ clock }: Pick<OverClock, 'clock'>): boolean =>
  clock.startsWith('working days')

export const overWords = (list: OverClock): OverWords =>
  list.over ??
  (countsWorkingDays(list)
    ? { one: 'working day', many: 'working days', head: 'Working days over' }
    : { one: 'day', many: 'days', head: 'Days over' })

/**
 * How much an overdue row is over, as it is read in a column. "under 1" where its last day in time is the day of the figures, so
 * that it was over at the end of that day, and where the first hour has begun. "–" of what never happened or cannot be told.
 */
export const formatOver = (over: number | null): string =>
  over === null ? '–' : over === 0 ? 'under 1' : formatNumber(over)

/** "6 working days", "under 1 hour". */
export const describeOver = (list: OverClock, over: number): string => {
  const { one, many } = overWords(list)
  return `${formatOver(over)} ${over <= 1 ? one : many}`
}
