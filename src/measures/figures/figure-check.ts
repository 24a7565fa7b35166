import type { SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import { availability } from './availability-read.ts'
import { splitSql } from './case-filter.ts'
import { allCases } from './case-list.ts'
import type { CaseRow, Point, SeriesDefinition, SeriesKind, Split } from './figure.ts'
import { SPLITS } from './figure.ts'
import { figures, holdFigures } from './figure-read.ts'
import { monthNumber, monthOfNumber } from './month-number.ts'
import { monthTotals } from './month-total.ts'
import { numbersOf, type NumberedSeries } from './tally.ts'

/** How many figures were made again from their lists, and which differ, in words that name no child. */
interface FigureProof {
  figures: number
  faults: string[]
}

/**
 * Proves that every figure is its list, as sets: the cases behind some series at once are grouped by month and split in a
 * few statements, each figure is made again from its group, and the two sets must be equal. The list of the latest month is
 * also read as a person asks for it.
 */
export async function figureEqualsList(
  snapshot: SealedSnapshot,
  all: readonly SeriesDefinition[] = catalogue(),
): Promise<FigureProof> {
  const proof: FigureProof = { figures: 0, faults: [] }
  const parts = await inParts(snapshot, all)
  for (const by of [null, ...SPLITS]) {
    for (const part of parts) {
      const split = part.filter(({ series }) => by === null || series.splits.includes(by))
      if (split.length === 0) continue
      const series = split.map(({ series }) => series)
      const hold = by && (await holdFigures(snapshot, by, series))
      try {
        await proveSplit(snapshot, split, by, proof)
        if (by === null) await proveLastLists(snapshot, series, proof)
      } finally {
        hold?.release()
      }
    }
  }
  return proof
}

/** The lists and figures by worker of so many cases are in memory at once. */
const MAX_CASES_AT_ONCE = 500_000

/** The series that the snapshot knows, in the order of their cases: as many at once as have so many cases together. */
async function inParts(
  snapshot: SealedSnapshot,
  all: readonly SeriesDefinition[],
): Promise<NumberedSeries[][]> {
  const known = await availability(snapshot)
  const totals = await monthTotals(snapshot)
  const numbered = all.flatMap((series) => {
    const found = known.get(series.id)
    return found ? [{ series, no: found.no }] : []
  })
  const parts: NumberedSeries[][] = [[]]
  let cases = 0
  for (const series of numbered.toSorted((a, b) => a.no - b.no)) {
    const months = totals.get(series.no)?.values() ?? []
    const own = [...months].reduce((sum, tally) => sum + tally.cases, 0)
    if (cases > 0 && cases + own > MAX_CASES_AT_ONCE) {
      parts.push([])
      cases = 0
    }
    parts.at(-1)!.push(series)
    cases += own
  }
  return parts
}

async function proveSplit(
  snapshot: SealedSnapshot,
  all: readonly NumberedSeries[],
  by: Split | null,
  proof: FigureProof,
): Promise<void> {
  const lists = await listedGroups(snapshot, all, by)
  for (const { series, no } of all) {
    const listed: ListedGroups = lists.get(no) ?? new Map()
    const { points } = await figures(snapshot, series.id, { by: by ?? undefined })
    const ownPoints = by === null ? points : points.filter(({ split }) => split !== null)
    proof.figures += ownPoints.length
    for (const point of ownPoints) {
      const months = listed.get(point.split)
      const month = monthNumber(point.period)
      proof.faults.push(...faultOf(series, point, months?.get(month) ?? NOTHING, by))
      months?.delete(month)
    }
    for (const [value, months] of listed)
      for (const month of months.keys()) {
        const name = `${monthOfNumber(month)} ${value ?? ''}`.trim()
        proof.faults.push(`${series.id} ${name}${by ? ` by ${by}` : ''}: it has a list and no figure`)
      }
  }
}

/** The list as a person asks for it, of the latest month of each series. */
async function proveLastLists(
  snapshot: SealedSnapshot,
  all: readonly SeriesDefinition[],
  proof: FigureProof,
): Promise<void> {
  for (const series of all) {
    const last = (await figures(snapshot, series.id)).points.at(-1)
    if (!last) continue
    const rows = await allCases(snapshot, series.id, { period: last.period })
    proof.faults.push(...faultOf(series, last, countList(series, rows), null))
  }
}

/** Counts and sums of the list of one month and one value of a split. */
interface Listed {
  rows: number
  met: number
  /** The sum of its values, of those of the cases that met, and of one over each. */
  total: number
  totalMet: number
  inverse: number
  /** The value at the rank that the series asks for; null of one that asks for none. */
  ranked: number | null
}

const NOTHING: Listed = { rows: 0, met: 0, total: 0, totalMet: 0, inverse: 0, ranked: null }

/** Which rank a series is, in per cent of its values; null of one that is none. */
function rankOf({ kind, percentile }: SeriesDefinition): number | null {
  const ranks: Partial<Record<SeriesKind, number | null>> = { median: 50, maximum: 100, percentile }
  return ranks[kind] ?? null
}

/** The nearest rank: an index into sorted values, counted from 1. */
const nearestRank = (rank: number, values: number): number => Math.max(1, Math.ceil((rank / 100) * values))

const UNSPLIT = { value: 'cast(null as text)', cases: 'case_row', join: '' }

type ListedRow = Listed & { series_no: number; month_no: number; split: string | null }
/** By the value of the split, and by the number of the month. */
type ListedGroups = Map<string | null, Map<number, Listed>>

/** The cases behind each series, by its number: a statement for all series that ask for the same. */
async function listedGroups(
  snapshot: SealedSnapshot,
  all: readonly NumberedSeries[],
  by: Split | null,
): Promise<Map<number, ListedGroups>> {
  const groups = new Map<number, ListedGroups>()
  const { value: split, cases, join } = by ? splitSql(by) : UNSPLIT
  for (const [listed, same] of Map.groupBy(all, ({ series }) => listedSql(series))) {
    const rows = await rowsIn(snapshot).all<ListedRow>(
      `select c.series_no, c.month_no, ${split} as split, ${listed}
       from ${cases} c
       ${join}
       where c.series_no in (${numbersOf(same)})
       group by 1, 2, 3`,
    )
    for (const row of rows) {
      const group: ListedGroups = groups.get(row.series_no) ?? new Map()
      groups.set(row.series_no, group)
      const months = group.get(row.split) ?? new Map<number, Listed>()
      group.set(row.split, months.set(row.month_no, row))
    }
  }
  return groups
}

/** What the figure of a series can be made again from. What it does not need is not counted, and 0. */
function listedSql(series: SeriesDefinition): string {
  const { kind, over } = series
  const isSum = ['ratio', 'difference', 'total', 'mean'].includes(kind)
  const isOverWorkers = over === 'workers'
  return [
    'cast(count(*) as integer) as rows',
    'cast(sum(case when c.met then 1 else 0 end) as integer) as met',
    `${isSum ? 'coalesce(sum(c.value), 0)' : '0'} as total`,
    `${isSum ? 'coalesce(sum(case when c.met then c.value end), 0)' : '0'} as "totalMet"`,
    `${isOverWorkers ? 'coalesce(sum(1 / c.value), 0)' : '0'} as inverse`,
    `${rankSql(rankOf(series))} as ranked`,
  ].join(', ')
}

/** The value at a rank, taken out of the sorted values themselves. */
const rankSql = (rank: number | null): string =>
  rank === null
    ? 'cast(null as double)'
    : `list_sort(list(c.value) filter (where c.value is not null))[
         cast(greatest(1, ceil(${rank} / 100.0 * count(c.value))) as integer)]`

/** The same from rows as a person sees them. */
function countList(
  series: SeriesDefinition,
  rows: readonly Pick<CaseRow, 'worker' | 'met' | 'value'>[],
): Listed {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const valuesOf = (list: typeof rows) => list.flatMap(({ value }) => (value === null ? [] : [value]))
  const values = valuesOf(rows).toSorted((a, b) => a - b)
  const met = rows.filter((row) => row.met)
  const rank = rankOf(series)
  return {
    rows: rows.length,
    met: met.length,
    total: sum(values),
    totalMet: sum(valuesOf(met)),
    inverse: sum(values.map((value) => 1 / value)),
    ranked: rank === null ? null : (values[nearestRank(rank, values.length) - 1] ?? null),
  }
}

type Parts = Pick<Point, 'numerator' | 'denominator' | 'value'>

/** Makes the figure from nothing but its list. */
function remake({ kind, over, unit }: SeriesDefinition, list: Listed): Parts {
  const { rows, met, total, totalMet, inverse, ranked } = list
  const isEmpty = rows === 0
  switch (kind) {
    case 'ratio': {
      const whole = over === 'rest' ? total - totalMet : total
      const times = unit === '%' ? 100 : 1
      return {
        numerator: totalMet,
        denominator: whole,
        value: whole === 0 ? null : (times * totalMet) / whole,
      }
    }
    case 'rate':
      return { numerator: met, denominator: rows, value: isEmpty ? null : (100 * met) / rows }
    case 'count':
      return { numerator: met, denominator: null, value: met }
    case 'difference':
    case 'total':
      return { numerator: null, denominator: null, value: total }
    case 'mean':
      return over === 'workers'
        ? { numerator: rows, denominator: inverse, value: isEmpty ? null : rows / inverse }
        : { numerator: null, denominator: rows, value: isEmpty ? null : total / rows }
    default:
      return { numerator: null, denominator: rows, value: ranked }
  }
}

const agree = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : Math.abs(a - b) <= 0.005 + 1e-9

function faultOf(series: SeriesDefinition, point: Point, list: Listed, by: Split | null): string[] {
  const remade = remake(series, list)
  const isSame =
    agree(remade.numerator, point.numerator) &&
    agree(remade.denominator, point.denominator) &&
    agree(remade.value, point.value)
  const which = by ? ` ${by} ${point.split}` : ''
  return isSame
    ? []
    : [
        `${series.id} ${point.period}${which}: the figure says ${formatParts(point)}, its list ${formatParts(remade)}`,
      ]
}

const formatParts = ({ numerator, denominator, value }: Parts) => `${value} (${numerator} of ${denominator})`
