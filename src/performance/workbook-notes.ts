import type { SealedSnapshot } from '../dataset/index.ts'
import { describeTableDays, tableDays, type SeriesDefinition } from '../measures/index.ts'
import { formatDay } from '../platform/day.ts'
import { definitionNotes } from './definition-notes.ts'

/**
 * The second sheet of a workbook of figures: the day and the extract, what one measure counts, and each measure that
 * counts from a table with a day of its own.
 */
export async function workbookNotes(
  snapshot: SealedSnapshot,
  series: readonly SeriesDefinition[],
): Promise<(readonly [name: string, text: string])[]> {
  const { asAt, id } = snapshot
  const others: (readonly [string, string])[] = []
  for (const one of series) {
    const sentence = describeTableDays({ asAt, ...(await tableDays(snapshot, one.id)) })
    if (sentence !== null) others.push(['Another day', `${one.title}: ${sentence}`])
  }
  return [
    ['Figures as at', formatDay(asAt)],
    ...others,
    ['Extract', id],
    ...(series.length === 1 ? definitionNotes(series[0]!) : []),
  ]
}
