import { holds, type BuildConnection, type SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { seriesOf } from '../catalogue/catalogue.ts'
import { availability } from './availability-read.ts'
import type { SeriesDefinition } from './figure.ts'
import { oncePerSnapshot } from './snapshot-memo.ts'
import { alike, numbersOf, tallySql, type MonthTallies, type NumberedSeries, type Tally } from './tally.ts'

/** Writes what each series counts of each month, once all cases are written. */
export async function writeMonthTotals(
  build: BuildConnection,
  definitions: readonly SeriesDefinition[],
): Promise<void> {
  const rows = await build.all<{ series: string; no: number }>(
    'select series, series_no as no from measure_available',
  )
  const numbers = new Map(rows.map(({ series, no }) => [series, no]))
  const numbered = definitions.flatMap((series) => {
    const no = numbers.get(series.id)
    return no === undefined ? [] : [{ series, no }]
  })
  for (const [made, all] of alike(numbered)) {
    await build.run(`insert into measure_total ${totalSql(made, all)}`)
    const values = all.map(({ no }) => `(${no}, $made)`).join(', ')
    await build.run(`insert into measure_total_made values ${values}`, { made })
  }
}

const totalSql = (tally: string, all: readonly NumberedSeries[]): string =>
  `select c.series_no, c.month_no, ${tally}
   from case_row c
   where c.series_no in (${numbersOf(all)})
   group by c.series_no, c.month_no
   order by c.series_no, c.month_no`

type TotalRow = Tally & { series_no: number; month_no: number }

/**
 * The total of each month, by the number of the series: as it was written at sealing. The totals of a snapshot that was
 * sealed without them, and of a series that has been made of its cases differently since, are counted.
 */
export const monthTotals = oncePerSnapshot(async (snapshot): Promise<ReadonlyMap<number, MonthTallies>> => {
  const rows = rowsIn(snapshot)
  const made = await madeAtSealing(snapshot)
  const all = [...(await availability(snapshot)).values()].flatMap(({ series: id, no }) => {
    const series = seriesOf(id)
    return series ? [{ series, no }] : []
  })
  const differing = alike(all.filter(({ series, no }) => made.get(no) !== tallySql(series)))
  const counted = new Set([...differing.values()].flat().map(({ no }) => no))
  const found = made.size > 0 ? await rows.all<TotalRow>('select * from measure_total') : []
  const current = found.filter(({ series_no }) => !counted.has(series_no))
  for (const [tally, series] of differing)
    current.push(...(await rows.all<TotalRow>(totalSql(tally, series))))
  return byNumber(current)
})

/** How the totals of each series were made of its cases, by its number; empty for a snapshot without them. */
async function madeAtSealing(snapshot: SealedSnapshot): Promise<ReadonlyMap<number, string>> {
  const rows = rowsIn(snapshot)
  if (!(await holds(rows, 'measure_total'))) return new Map()
  const made = await rows.all<{ no: number; made: string }>(
    'select series_no as no, made from measure_total_made',
  )
  return new Map(made.map(({ no, made: tally }) => [no, tally]))
}

function byNumber(rows: readonly TotalRow[]): Map<number, Map<number, Tally>> {
  const totals = new Map<number, Map<number, Tally>>()
  for (const row of rows) {
    const months = totals.get(row.series_no) ?? new Map<number, Tally>()
    totals.set(row.series_no, months.set(row.month_no, row))
  }
  return totals
}
