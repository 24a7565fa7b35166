import type { SnapshotLosses, TableLoss } from '../dataset/index.ts'
import { formatDay, formatMonth, type Month } from '../platform/day.ts'
import { formatCount, formatNumber } from '../platform/words.ts'

/** The tables of which no row would be left. */
export const goneTables = (losses: SnapshotLosses | null | undefined): TableLoss[] =>
  losses?.tables.filter(({ now }) => now === 0) ?? []

/** What a load takes away from the snapshot in use, in sentences, the gravest first. */
export function describeLosses(losses: SnapshotLosses): string[] {
  const { tables, rows, months, measures } = losses
  const fewer = tables.filter(({ now }) => now > 0)
  return [
    ...goneTables(losses).map(
      ({ name, before, asAt }) =>
        `${name} would go: ${formatCount(before, 'row')}${asAt ? ` as at ${formatDay(asAt)}` : ''}.`,
    ),
    ...fewer.map(
      ({ name, before, now }) =>
        `${name}: ${formatNumber(now)} of ${formatCount(before, 'row')} would be left.`,
    ),
    ...(tables.length > 0
      ? [`In all tables ${formatNumber(rows.now)} rows, where there are ${formatNumber(rows.before)} now.`]
      : []),
    ...(months.length > 0 ? [describeMonths(months)] : []),
    ...(measures.length > 0
      ? [`${formatCount(measures.length, 'measure')} could no longer be told: ${measures.join(', ')}.`]
      : []),
  ]
}

const describeMonths = (months: readonly Month[]): string =>
  months.length === 1
    ? `${formatMonth(months[0]!)} would no longer be reported on.`
    : `${formatCount(months.length, 'month')} would no longer be reported on, from ${formatMonth(months[0]!)} to ${formatMonth(months.at(-1)!)}.`
