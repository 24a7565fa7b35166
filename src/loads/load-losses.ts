import type { SnapshotLosses, TableLoss } from '../dataset/index.ts'
import { measureTitle } from '../measures/index.ts'
import { formatDay, formatMonth, type Month } from '../platform/day.ts'
import { formatCount, formatNumber } from '../platform/words.ts'

/** The tables of which no row would be left. */
export const goneTables = (losses: SnapshotLosses | null | undefined): TableLoss[] =>
  losses?.tables.filter(({ now }) => now === 0) ?? []

/** Losses with the title of each measure next to its id. */
export interface NamedLosses extends SnapshotLosses {
  /** Of `measures`, in the same order. */
  measureTitles: string[]
}

export const withTitles = (losses: SnapshotLosses): NamedLosses => ({
  ...losses,
  measureTitles: losses.measures.map(measureTitle),
})

const WOULD = {
  go: 'would go',
  left: 'would be left',
  told: 'could no longer be worked out',
  report: 'would',
}
const DID = { go: 'went', left: 'are left', told: 'can no longer be worked out', report: 'will' }

/** What a load takes away from the snapshot in use, or took away if it is sealed, in sentences, the gravest first. */
export function describeLosses(losses: SnapshotLosses, isSealed = false): string[] {
  const words = isSealed ? DID : WOULD
  const { tables, rows, months, measures } = losses
  const fewer = tables.filter(({ now }) => now > 0)
  return [
    ...goneTables(losses).map(
      ({ name, before, asAt }) =>
        `${name} ${words.go}: ${formatCount(before, 'row')}${asAt ? ` as at ${formatDay(asAt)}` : ''}.`,
    ),
    ...fewer.map(
      ({ name, before, now }) =>
        `${name}: ${formatNumber(now)} of ${formatCount(before, 'row')} ${isSealed && now === 1 ? 'is left' : words.left}.`,
    ),
    ...(tables.length > 0
      ? [
          `In all tables that Waymark makes of them ${formatCount(rows.now, 'row')}, where there ${beforeVerb(rows.before, isSealed)} ${formatNumber(rows.before)}${isSealed ? '' : ' now'}.`,
        ]
      : []),
    ...(months.length > 0 ? [describeMonths(months, words.report)] : []),
    ...(measures.length > 0
      ? [
          `${formatCount(measures.length, 'measure')} ${words.told}: ${formatTitles(measures.map(measureTitle))}.`,
        ]
      : []),
  ]
}

const beforeVerb = (count: number, isSealed: boolean): string =>
  isSealed ? (count === 1 ? 'was' : 'were') : count === 1 ? 'is' : 'are'

const describeMonths = (months: readonly Month[], would: string): string =>
  months.length === 1
    ? `${formatMonth(months[0]!)} ${would} no longer be reported on.`
    : `${formatCount(months.length, 'month')} ${would} no longer be reported on, from ${formatMonth(months[0]!)} to ${formatMonth(months.at(-1)!)}.`

/** How many measures are named before the rest are only counted. */
export const MAX_NAMED = 12

/** Titles may hold commas, so they are parted by semicolons. */
const formatTitles = (titles: readonly string[]): string =>
  titles.length > MAX_NAMED
    ? `${titles.slice(0, MAX_NAMED).join('; ')}; and ${titles.length - MAX_NAMED} more`
    : titles.join('; ')
