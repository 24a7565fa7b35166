import type { SealedSnapshot } from '../../dataset/index.ts'
import { rowsIn } from '../../dataset/rows.ts'
import { catalogue } from '../catalogue/catalogue.ts'
import { availability } from './availability-read.ts'
import { splitSql } from './case-filter.ts'
import { allCases } from './case-list.ts'
import type { CaseRow, Point, SeriesDefinition, SeriesKind, Split } from './figure.ts'
import { SPLITS } from './figure.ts'
import { figures, holdFigures } from './figure-read.ts'
import { monthOfNumber } from './month-number.ts'

/** How many figures were made again from their lists, and which differ, in words that name no child. */
interface FigureProof {
  figures: number
  faults: string[]
}

/**
 * Proves that every figure is its list, as sets: the cases behind each series are grouped by month and split in a few
 * statements, each figure is made again from its group, and the two sets must be equal. The list of the latest month is
 * also read as a person asks for it.
 */
export async function figureEqualsList(
  snapshot: SealedSnapshot,
  all: readonly SeriesDefinition[] = catalogue(),
): Promise<FigureProof> {
  const proof: FigureProof = { figures: 0, faults: [] }
  for (const by of [null, ...SPLITS]) {
    const split = all.filter(({ splits }) => by === null || splits.includes(by))
    const hold = by && (await holdFigures(snapshot, by, split))
    try {
      await proveSplit(snapshot, split, by, proof)
      if (by === null) await proveLastLists(snapshot, split, proof)
    } finally {
      hold?.release()
    }
  }
  return proof
}

async function proveSplit(
  snapshot: SealedSnapshot,
  all: readonly SeriesDefinition[],
  by: Split | null,
  proof: FigureProof,
): Promise<void> {
  const lists = await listedGroups(snapshot, all, by)
  for (const series of all) {
    const listed = lists.get(series.id) ?? new Map<string, Listed>()
    const points = (await figures(snapshot, series.id, { by: by ?? undefined })).points.filter(
      ({ split }) => by === null || split !== null,
    )
    proof.figures += points.length
    for (const point of points) {
      const name = groupName(point.period, point.split)
      proof.faults.push(...faultOf(series, point, listed.get(name) ?? NOTHING, by))
      listed.delete(name)
    }
    for (const name of listed.keys())
      proof.faults.push(`${series.id} ${name}${by ? ` by ${by}` : ''}: it has a list and no figure`)
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
  workers: number
  /** The sum of its values, of those of the cases that met, and of one over each. */
  total: number
  totalMet: number
  inverse: number
  /** The value at the rank that the series asks for; null of one that asks for none. */
  ranked: number | null
}

const NOTHING: Listed = { rows: 0, met: 0, workers: 0, total: 0, totalMet: 0, inverse: 0, ranked: null }

const groupName = (month: string, split: string | null): string => `${month} ${split ?? ''}`.trim()

/** Which rank a series is, in per cent of its values; null of one that is none. */
function rankOf({ kind, percentile }: SeriesDefinition): number | null {
  const ranks: Partial<Record<SeriesKind, number | null>> = { median: 50, maximum: 100, percentile }
  return ranks[kind] ?? null
}

/** The nearest rank: an index into sorted values, counted from 1. */
const nearestRank = (rank: number, values: number): number => Math.max(1, Math.ceil((rank / 100) * values))

const UNSPLIT = { value: 'cast(null as text)', cases: 'case_row', join: '' }

/** The cases behind each series by month and split, in one statement for all series of the same rank. */
async function listedGroups(
  snapshot: SealedSnapshot,
  all: readonly SeriesDefinition[],
  by: Split | null,
): Promise<Map<string, Map<string, Listed>>> {
  const known = await availability(snapshot)
  const groups = new Map<string, Map<string, Listed>>()
  const { value: split, cases, join } = by ? splitSql(by) : UNSPLIT
  for (const [rank, alike] of Map.groupBy(all, rankOf)) {
    const ids = new Map(
      alike.flatMap(({ id }): [number, string][] => {
        const found = known.get(id)
        return found ? [[found.no, id]] : []
      }),
    )
    if (ids.size === 0) continue
    const rows = await rowsIn(snapshot).all<
      Listed & { series_no: number; month_no: number; split: string | null }
    >(
      `select c.series_no, c.month_no, ${split} as split, count(*) as rows,
           sum(case when c.met then 1 else 0 end) as met, count(distinct coalesce(c.worker, '')) as workers,
           coalesce(sum(c.value), 0) as total, coalesce(sum(case when c.met then c.value end), 0) as "totalMet",
           coalesce(sum(1 / c.value), 0) as inverse, ${rankSql(rank)} as ranked
       from ${cases} c
       ${join}
       where c.series_no in (${[...ids.keys()].join(', ')})
       group by 1, 2, 3`,
    )
    for (const { series_no, month_no, split: value, ...listed } of rows) {
      const id = ids.get(series_no)!
      const group = groups.get(id) ?? new Map<string, Listed>()
      groups.set(id, group.set(groupName(monthOfNumber(month_no), value), listed))
    }
  }
  return groups
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
    workers: new Set(rows.map(({ worker }) => worker)).size,
    total: sum(values),
    totalMet: sum(valuesOf(met)),
    inverse: sum(values.map((value) => 1 / value)),
    ranked: rank === null ? null : (values[nearestRank(rank, values.length) - 1] ?? null),
  }
}

type Parts = Pick<Point, 'numerator' | 'denominator' | 'value'>

/** Makes the figure from nothing but its list. */
function remake({ kind, over, unit }: SeriesDefinition, list: Listed): Parts {
  const { rows, met, workers, total, totalMet, inverse, ranked } = list
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
        ? { numerator: rows, denominator: workers, value: isEmpty ? null : rows / inverse }
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
