import { shiftMonth, type Month } from '../../platform/day.ts'
import type { Point, SeriesDefinition } from '../figures/figure.ts'
import { countsOf, type Part } from './small-numbers.ts'
import { vectorName, type Identities, type SeriesPoints } from './identities.ts'

/** One count of an output, in every point that prints it. */
export interface Cell {
  count: number
  /** The least that it can be when it is hidden. */
  least: number
  /** By their keys: while one of them is shown, so is the count. Empty for a count that is known from elsewhere. */
  points: Set<string>
}
export type Cells = ReadonlyMap<string, Cell>

/** The counts by their keys, each times a factor, add up to 0. */
export type Equation = readonly (readonly [key: string, factor: number])[]

/** Everything that one audience may see as counts, and the equations between them that anyone can know. */
export interface CountSystem {
  cells: Cells
  equations: readonly Equation[]
  /** Of each point, by its key, the counts that it prints. */
  points: ReadonlyMap<string, readonly string[]>
}

export const pointKey = (id: string, { period, split }: Pick<Point, 'period' | 'split'>): string =>
  `${id}|${period}|${split ?? ''}`

/** Where months and splits of a vector are looked up. */
type CellAt = (name: string, period: Month, split: string | null) => string | null

/**
 * The system of an output: of all series together, in one split. `totals` are the counts of the council as a whole that the
 * output shows elsewhere; without them the points are those totals themselves.
 */
export function countSystem(
  found: readonly SeriesPoints[],
  identities: Identities,
  totals: CountSystem | null = null,
): CountSystem {
  const cells = new Map<string, Cell>()
  const points = new Map<string, string[]>()
  const keys = new Map<string, string>()
  const months = new Set<Month>()
  const splits = new Set<string | null>()
  const equations: Equation[] = []
  for (const { series, points: all } of found)
    for (const point of all) {
      months.add(point.period)
      splits.add(point.split)
      const own = pointKey(series.id, point)
      const printed = countsOf(series, point).map(([part, count]) => {
        const name = vectorName(series.id, part)
        const key = keyFor(cells, identities.same.get(name) ?? name, name, point, count)
        const least = leastOf(series, part)
        const cell = cells.get(key) ?? { count, least, points: new Set<string>() }
        cell.least = Math.max(cell.least, least)
        cell.points.add(own)
        cells.set(key, cell)
        keys.set(`${name}|${point.period}|${point.split ?? ''}`, key)
        return key
      })
      points.set(own, printed)
      if (series.kind === 'rate') equations.push([[printed[1]!, 1], [printed[0]!, -1], [printed[2]!, -1]]) // prettier-ignore
    }
  const at: CellAt = (name, period, split) => keys.get(`${name}|${period}|${split ?? ''}`) ?? null
  for (const split of splits)
    for (const month of months) equations.push(...identityEquations(identities, at, month, split))
  if (totals) equations.push(...splitEquations(found, at, cells, totals))
  return { cells, equations: equations.filter((equation) => holds(cells, equation)), points }
}

/** The key of the vector that all siblings share where the counts agree, or else the vector's own. */
function keyFor(cells: Cells, shared: string, own: string, point: Point, count: number): string {
  const end = `|${point.period}|${point.split ?? ''}`
  const known = cells.get(shared + end)
  return known && known.count !== count ? own + end : shared + end
}

/** Nobody counted is shown as 0; of those counted none may have met it, and a difference may be anything. */
function leastOf({ kind }: SeriesDefinition, part: Part): number {
  if (part === 'net') return -Infinity
  return kind === 'count' || part === 'all' ? 1 : 0
}

function identityEquations(
  { sums, flows, rolling }: Identities,
  at: CellAt,
  month: Month,
  split: string | null,
): Equation[] {
  const terms = (...all: readonly (readonly [string, Month, number])[]): Equation[] => {
    const equation = all.flatMap(([name, period, factor]): [string, number][] => {
      const key = at(name, period, split)
      return key === null ? [] : [[key, factor]]
    })
    return equation.length === all.length ? [equation] : []
  }
  const before = shiftMonth(month, -1)
  return [
    ...sums.flatMap(({ whole, parts }) =>
      terms([whole, month, 1], ...parts.map((part) => [part, month, -1] as const)),
    ),
    ...flows.flatMap(({ stock, starts, ends }) =>
      terms([stock, month, 1], [stock, before, -1], [starts, month, -1], [ends, month, 1]),
    ),
    ...rolling.flatMap(({ year, month: monthly }) =>
      terms(
        [year, month, 1],
        ...Array.from({ length: 12 }, (_, ago) => [monthly, shiftMonth(month, -ago), -1] as const),
      ),
    ),
  ]
}

/** The parts of a split add up to the total, which the output shows elsewhere. */
function splitEquations(
  found: readonly SeriesPoints[],
  at: CellAt,
  cells: Map<string, Cell>,
  totals: CountSystem,
): Equation[] {
  return found.flatMap(({ series, points }) =>
    [...Map.groupBy(points, ({ period }) => period)].flatMap(([period, parts]) =>
      (totals.points.get(pointKey(series.id, { period, split: null })) ?? []).flatMap((total, index) => {
        const part = PARTS_IN_ORDER(series)[index]!
        const keys = parts.flatMap(({ split }) => at(vectorName(series.id, part), period, split) ?? [])
        if (keys.length === 0) return []
        const { count } = totals.cells.get(total)!
        cells.set(`total ${total}`, { count, least: 0, points: new Set() })
        return [[[`total ${total}`, -1], ...keys.map((key) => [key, 1] as const)] satisfies Equation]
      }),
    ),
  )
}

/** The parts in the order of `countsOf`. */
const PARTS_IN_ORDER = (series: SeriesDefinition): Part[] =>
  countsOf(series, { numerator: 0, denominator: 0, value: 0 }).map(([part]) => part)

/** An identity is known from its definition, but a month's counts may break it: then nothing can be concluded from it. */
const holds = (cells: Cells, equation: Equation): boolean =>
  Math.abs(equation.reduce((sum, [key, factor]) => sum + factor * cells.get(key)!.count, 0)) < 1e-6
