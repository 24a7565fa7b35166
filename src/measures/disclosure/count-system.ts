import { shiftMonth, type Month } from '../../platform/day.ts'
import type { Point, SeriesDefinition, Split } from '../figures/figure.ts'
import { countsOf, isSmall, type Part } from './small-numbers.ts'
import { isTelling, textOf, vectorName, type Identities, type SeriesPoints } from './identities.ts'

/** One count of an output, in every point that prints it. */
export interface Cell {
  count: number
  /** The least that it can be when it is hidden. */
  least: number
  /** By their keys: while one of them is shown, so is the count. */
  points: Set<string>
  /** Of a count that another part of the output decides about, or an earlier output: whether it is shown there. */
  elsewhere?: 'shown' | 'hidden'
  /** It is hidden for the sake of others, that are not all in this system: it must not be known, whatever it counts. */
  isKept?: boolean
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

/** Figures that are published already: the council's totals (`by` null) or one split, with the points that are hidden in them. */
export interface PublishedPart {
  by: Split | null
  found: readonly SeriesPoints[]
  hidden: ReadonlySet<string>
}

export const pointKey = (id: string, { period, split }: Pick<Point, 'period' | 'split'>): string =>
  `${id}|${period}|${split ?? ''}`

/** Where months and splits of a vector are looked up. */
type CellAt = (name: string, period: Month, split: string | null) => string | null

/** Being made: cells, and which of them a vector's month is. */
interface OpenSystem {
  cells: Map<string, Cell>
  points: Map<string, string[]>
  keys: Map<string, string>
  at: CellAt
  equations: Equation[]
}

function openSystem(): OpenSystem {
  const keys = new Map<string, string>()
  const at: CellAt = (name, period, split) => keys.get(`${name}|${period}|${split ?? ''}`) ?? null
  return { cells: new Map(), points: new Map(), keys, at, equations: [] }
}

/**
 * The system of the council's totals, or of one split: of all series together. `published` are the other parts of the output, that
 * are read beside this one. The totals are in the system of every split, because what hangs together there is known here.
 */
export function countSystem(
  found: readonly SeriesPoints[],
  identities: Identities,
  published: readonly PublishedPart[] = [],
): CountSystem {
  const open = openSystem()
  const totals = published.find(({ by }) => by === null)
  if (totals) {
    readCells(open, totals.found, identities)
    for (const cell of open.cells.values()) {
      const isShown = cell.points.values().some((point) => !totals.hidden.has(point))
      cell.elsewhere = isShown ? 'shown' : 'hidden'
      cell.points = new Set()
    }
    open.points.clear()
  }
  readCells(open, found, identities)
  open.equations.push(...splitEquations(found, open), ...equalColumns(found, open, published))
  const { cells, points } = open
  return { cells, points, equations: open.equations.filter((equation) => holds(cells, equation)) }
}

/** Adds the counts of these figures, and what the identities say of them. */
function readCells(open: OpenSystem, found: readonly SeriesPoints[], identities: Identities): void {
  const { cells, points, keys, equations } = open
  const ends = new Map<string | null, Set<Month>>()
  for (const { series, points: all } of found)
    for (const point of all) {
      const { period, split } = point
      ends.set(split, (ends.get(split) ?? new Set()).add(period))
      const own = pointKey(series.id, point)
      const printed = countsOf(series, point).map(([part, count]) => {
        const name = vectorName(series.id, part)
        const key = keyFor(cells, identities.same.get(name) ?? name, name, point, count)
        const least = leastOf(series, part)
        const cell = cells.get(key) ?? { count, least, points: new Set<string>() }
        cell.least = Math.max(cell.least, least)
        cell.points.add(own)
        cells.set(key, cell)
        keys.set(`${name}|${period}|${split ?? ''}`, key)
        return key
      })
      points.set(own, printed)
      if (series.kind === 'rate') equations.push([[printed[1]!, 1], [printed[0]!, -1], [printed[2]!, -1]]) // prettier-ignore
    }
  for (const [split, months] of ends)
    for (const month of months) {
      equations.push(...identityEquations(identities, open.at, month, split))
      equations.push(...leftOver(identities, open, month, split))
    }
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

const identityEquations = (
  { equations }: Identities,
  at: CellAt,
  month: Month,
  split: string | null,
): Equation[] =>
  equations.flatMap((terms) => {
    const equation: [string, number][] = []
    for (const [name, factor, ago] of terms) {
      const key = at(name, ago === 0 ? month : shiftMonth(month, -ago), split)
      if (key === null) return []
      equation.push([key, factor])
    }
    return [equation]
  })

/** What a count leaves of one that it is always part of. Nothing prints it, and when it is small it must not be known. */
const leftOver = (
  { nested }: Identities,
  { cells, at }: OpenSystem,
  month: Month,
  split: string | null,
): Equation[] =>
  nested.flatMap(({ whole, part }): Equation[] => {
    const keys = [at(whole, month, split), at(part, month, split)] as const
    if (keys[0] === null || keys[1] === null || keys[0] === keys[1]) return []
    const count = cells.get(keys[0])!.count - cells.get(keys[1])!.count
    if (!isSmall(count)) return []
    const key = `${keys[0]} less ${keys[1]}`
    cells.set(key, { count, least: 0, points: new Set(), elsewhere: 'hidden', isKept: true })
    return [[[keys[0], 1], [keys[1], -1], [key, -1]]] // prettier-ignore
  })

/** The parts of a split add up to the total, which the output shows, or hides, elsewhere. */
const splitEquations = (found: readonly SeriesPoints[], { at }: OpenSystem): Equation[] =>
  found.flatMap(({ series, points }) =>
    [...Map.groupBy(points, ({ period }) => period)].flatMap(([period, parts]) =>
      countsOf(series, { numerator: 0, denominator: 0, value: 0 }).flatMap(([part]): Equation[] => {
        const name = vectorName(series.id, part)
        const total = at(name, period, null)
        const keys = parts.flatMap(({ split }) => (split === null ? [] : (at(name, period, split) ?? [])))
        return total === null || keys.length === 0
          ? []
          : [[[total, -1], ...keys.map((key) => [key, 1] as const)]]
      }),
    ),
  )

/** The cell of a count that another part of the output shows or hides. */
function elsewhere(
  cells: Map<string, Cell>,
  { by, hidden }: Pick<PublishedPart, 'by' | 'hidden'>,
  series: SeriesDefinition,
  point: Point,
  part: Part,
  count: number,
): string {
  const own = pointKey(series.id, point)
  const key = `${by}: ${own}#${part}`
  const state = hidden.has(own) ? 'hidden' : 'shown'
  cells.set(key, { count, least: leastOf(series, part), points: new Set(), elsewhere: state, isKept: true })
  return key
}

/**
 * Columns that count the same in every month say each what the other is: two values of a split, or one of them and a total
 * ("unaccompanied" of all looked after, and those unaccompanied).
 */
function equalColumns(
  found: readonly SeriesPoints[],
  { cells, at }: OpenSystem,
  published: readonly PublishedPart[],
): Equation[] {
  const first = new Map<string, Map<Month, string>>()
  for (const part of published)
    for (const { series, name, vector, points } of columnsOf(part.found)) {
      if (first.has(textOf(vector))) continue
      const keys = points.map((point) => {
        const count = vector.get(point.period)!
        const total = part.by === null ? at(vectorName(series.id, name), point.period, null) : null
        return [point.period, total ?? elsewhere(cells, part, series, point, name, count)] as const
      })
      first.set(textOf(vector), new Map(keys))
    }
  return columnsOf(found).flatMap(({ series, name, vector, points }) => {
    const text = textOf(vector)
    const keys = points.map(
      ({ period, split }) => [period, at(vectorName(series.id, name), period, split)!] as const,
    )
    const known = first.get(text)
    if (!known) first.set(text, new Map(keys))
    return known
      ? keys.flatMap(([period, key]): Equation[] => {
          const other = known.get(period)!
          return other === key ? [] : [[[other, 1], [key, -1]]] // prettier-ignore
        })
      : []
  })
}

interface FoundColumn {
  series: SeriesDefinition
  name: Part
  vector: Map<Month, number>
  points: readonly Point[]
}

const columnsOf = (found: readonly SeriesPoints[]): FoundColumn[] =>
  found.flatMap(({ series, points }) =>
    [...Map.groupBy(points, ({ split }) => split).values()].flatMap((ofSplit) => {
      const counted = ofSplit.map((point) => countsOf(series, point))
      return (counted[0] ?? []).flatMap(([name], index): FoundColumn[] => {
        const vector = new Map(ofSplit.map(({ period }, month) => [period, counted[month]![index]![1]]))
        return isTelling(vector) ? [{ series, name, vector, points: ofSplit }] : []
      })
    }),
  )

/** An identity is known from its definition, but a month's counts may break it: then nothing can be concluded from it. */
const holds = (cells: Cells, equation: Equation): boolean =>
  Math.abs(equation.reduce((sum, [key, factor]) => sum + factor * cells.get(key)!.count, 0)) < 1e-6
