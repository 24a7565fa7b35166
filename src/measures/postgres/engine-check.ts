import type { SealedSnapshot, SnapshotRows } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { availability, type NumberedAvailability } from '../figures/availability-read.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import { allFigures, figures, holdFigures } from '../figures/figure-read.ts'
import type { Split } from '../figures/figure.ts'

/** How one series compares on the two engines. */
interface EngineAgreement {
  id: string
  /** Rows behind its figures, over all months. */
  cases: number
  figures: number
  /** What differs, in words; empty when both engines say the same. Names no child. */
  differences: string[]
}

/** Rows of each engine in memory at once. */
const ROWS_AT_ONCE = 200_000

/**
 * Compares two engines: for each series whether it is available and why not, every row behind its figures, and every
 * figure, of the council and by these splits. Leaves out series that only one of them was asked for.
 */
export async function compareEngines(
  first: SealedSnapshot,
  second: SealedSnapshot,
  splits: readonly Split[] = ['team'],
): Promise<EngineAgreement[]> {
  const [ours, theirs] = [await availability(first), await availability(second)]
  const [totals, others] = [await allFigures(first), await allFigures(second)]
  const known = catalogue().flatMap((series) => {
    const [a, b] = [ours.get(series.id), theirs.get(series.id)]
    return a && b ? [{ series, a, b }] : []
  })
  const agreements = new Map<string, EngineAgreement>()
  for (const { series, a, b } of known) {
    const [points, same] = [asText(totals.get(series.id) ?? []), asText(others.get(series.id) ?? [])]
    agreements.set(series.id, {
      id: series.id,
      cases: 0,
      figures: points.length,
      differences: [
        ...differing('availability', [availabilityText(a)], [availabilityText(b)]),
        ...differing('figure', points, same),
      ],
    })
  }
  for await (const { id, rows, others } of rowsOfBoth(rowsIn(first), rowsIn(second), known)) {
    const agreement = agreements.get(id)!
    agreement.cases = rows.length
    agreement.differences.push(...differing('row', rows, others))
  }
  for (const by of splits) {
    const split = known.map(({ series }) => series).filter((series) => series.splits.includes(by))
    const holds = [await holdFigures(first, by, split), await holdFigures(second, by, split)]
    try {
      for (const { id } of split) {
        const agreement = agreements.get(id)!
        if (agreement.cases === 0) continue
        const points = asText((await figures(first, id, { by })).points)
        const same = asText((await figures(second, id, { by })).points)
        agreement.figures += points.length
        agreement.differences.push(...differing(`figure by ${by}`, points, same))
      }
    } finally {
      for (const hold of holds) hold.release()
    }
  }
  return [...agreements.values()]
}

const asText = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row))

/** Without the number: each engine numbers the series that it was asked for. */
const availabilityText = (availability: NumberedAvailability): string =>
  JSON.stringify(
    Object.entries(availability)
      .filter(([name]) => name !== 'no')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

interface Numbered {
  series: { id: string }
  a: { no: number }
  b: { no: number }
}

/** The rows behind each series on both engines, a few series at a time. */
async function* rowsOfBoth(
  first: SnapshotRows,
  second: SnapshotRows,
  known: readonly Numbered[],
): AsyncGenerator<{ id: string; rows: string[]; others: string[] }> {
  const counts = await first.all<{ no: number; rows: number }>(
    'select series_no as no, count(*) as rows from case_row group by series_no',
  )
  const rowCounts = new Map(counts.map(({ no, rows }) => [no, rows]))
  let [batch, held]: [Numbered[], number] = [[], 0]
  for (const [index, numbered] of known.entries()) {
    batch.push(numbered)
    held += rowCounts.get(numbered.a.no) ?? 0
    if (held < ROWS_AT_ONCE && index < known.length - 1) continue
    const ours = await rowsOf(
      first,
      batch.map(({ a }) => a.no),
    )
    const theirs = await rowsOf(
      second,
      batch.map(({ b }) => b.no),
    )
    for (const { series, a, b } of batch)
      yield { id: series.id, rows: ours.get(a.no) ?? [], others: theirs.get(b.no) ?? [] }
    ;[batch, held] = [[], 0]
  }
}

/** A sum of fractions may differ in its last bits. */
const rounded = (value: number | null): number | null =>
  value === null ? null : Number(value.toPrecision(12))

async function rowsOf(reader: SnapshotRows, numbers: readonly number[]): Promise<Map<number, string[]>> {
  const rows = await reader.all<{ series_no: number; value: number | null }>(
    `select series_no, month_no, child_key, case_id, on_date, team, worker, met, value, detail
     from case_row where series_no in (${numbers.join(', ')})`,
  )
  const bySeries = new Map<number, string[]>()
  for (const { series_no, value, ...row } of rows) {
    const texts = bySeries.get(series_no) ?? []
    texts.push(JSON.stringify([...Object.values(row), rounded(value)]))
    bySeries.set(series_no, texts)
  }
  return bySeries
}

/** How many are only in one of the two, with repeats. */
function differing(kind: string, first: readonly string[], second: readonly string[]): string[] {
  const count = new Map<string, number>()
  for (const text of first) count.set(text, (count.get(text) ?? 0) + 1)
  for (const text of second) count.set(text, (count.get(text) ?? 0) - 1)
  const left = [...count].filter(([, times]) => times !== 0)
  const only = (sign: number) => left.reduce((sum, [, times]) => sum + Math.max(0, sign * times), 0)
  return left.length === 0
    ? []
    : [`${kind}: ${only(1)} in the first engine alone, ${only(-1)} in the second alone`]
}
