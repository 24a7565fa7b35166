import { describeTable, factsIn, type SealedSnapshot } from '../../dataset/index.ts'
import { formatDay, type Day } from '../../platform/day.ts'
import { measureSeries } from '../catalogue/catalogue.ts'
import { availability } from './availability-read.ts'
import type { MeasureFigures, TableDay } from './figure.ts'
import { oncePerSnapshot } from './snapshot-memo.ts'

/** Of every table that is not as at the day of the figures: its day, by table. */
const otherDays = oncePerSnapshot(async (snapshot): Promise<ReadonlyMap<string, Day>> => {
  const days = new Map<string, Day>()
  for (const { table_name, place, as_at } of await factsIn(snapshot, 'table_source'))
    if (place === 1 && as_at !== snapshot.asAt) days.set(table_name, as_at)
  return days
})

/**
 * The tables that a series counts from and that are as at another day than its figures: carried forward from an earlier
 * load, or of a source with a day of its own.
 */
export async function tableDays(
  snapshot: SealedSnapshot,
  id: string,
): Promise<Pick<MeasureFigures, 'tableDays'>> {
  const days = await otherDays(snapshot)
  if (days.size === 0) return {}
  const source = (await availability(snapshot)).get(id)?.source ?? ''
  const needs = (measureSeries(id)?.needs ?? []).filter(({ sources }) => !sources || sources.includes(source))
  const tables = [...new Set(needs.map(({ field }) => field.slice(0, field.indexOf('.'))))]
  const others = tables.flatMap((table): TableDay[] => {
    const asAt = days.get(table)
    return asAt === undefined ? [] : [{ table, name: describeTable(table), asAt }]
  })
  return others.length === 0 ? {} : { tableDays: others }
}

/** "Audits as at 31 January 2015; the rest as at 28 February 2015."; null where every table is as at the same day. */
export function describeTableDays({
  asAt,
  tableDays,
}: Pick<MeasureFigures, 'asAt' | 'tableDays'>): string | null {
  if (!tableDays) return null
  const byDay = Map.groupBy(tableDays, (table) => table.asAt)
  const days = [...byDay].map(
    ([day, tables]) => `${formatNames(tables.map(({ name }) => name))} as at ${formatDay(day)}`,
  )
  return `${days.join('; ')}; the rest as at ${formatDay(asAt)}.`
}

const formatNames = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB').format(
    names.map((name, index) => (index === 0 ? name : name.charAt(0).toLowerCase() + name.slice(1))),
  )
