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
  /** Of a count that another part of the output has decided about, or an earlier output: whether it is shown there. */
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

/** Which of the output a count is of: '' the council, or a value of a split, "team: North". Values of two splits may be called the same. */
const placeOf = (by: Split | null, split: string | null): string => (split === null ? '' : `${by}: ${split}`)

/** The cell of a vector's month. */
type CellAt = (name: string, period: Month, place: string) => string | null

/** Being made: cells, and which of them a vector's month is. */
interface OpenSystem {
  cells: Map<string, Cell>
  points: Map<string, string[]>
  keys: Map<string, string>
  at: CellAt
  /** The first column that has these counts, as text: its keys by month. */
  columns: Map<string, ReadonlyMap<Month, string>>
  equations: Equation[]
}

function openSystem(): OpenSystem {
  const keys = new Map<string, string>()
  const at: CellAt = (name, period, place) => keys.get(`${name}|${period}|${place}`) ?? null
  return { cells: new Map(), points: new Map(), keys, at, columns: new Map(), equations: [] }
}

/**
 * The system of the council's totals, or of one split: of all series together. `published` are the other parts of the output, that
 * are read beside this one. What they count, shown or hidden there, is in this system with all its equations, because what no
 * part gives away alone may come out of two of them.
 */
export function countSystem(
  { by, found }: Pick<PublishedPart, 'by' | 'found'>,
  identities: Identities,
  published: readonly PublishedPart[] = [],
): CountSystem {
  const open = openSystem()
  const totalsFirst = [...published.filter((part) => part.by === null), ...published.filter((part) => part.by !== null)] // prettier-ignore
  for (const part of totalsFirst) {
    readPart(open, part, identities)
    settle(open, part)
  }
  readPart(open, { by, found }, identities)
  const { cells, points } = open
  return { cells, points, equations: open.equations.filter((equation) => holds(cells, equation)) }
}

type ReadPart = Pick<PublishedPart, 'by' | 'found'>

function readPart(open: OpenSystem, part: ReadPart, identities: Identities): void {
  readCells(open, part, identities)
  open.equations.push(...splitEquations(part, open), ...equalColumns(part, open))
}

/** What a published part shows or hides is decided: nothing of it can be hidden any more. */
function settle({ cells, points }: OpenSystem, { hidden }: PublishedPart): void {
  for (const key of new Set([...points.values()].flat())) {
    const cell = cells.get(key)!
    cell.elsewhere = cell.points.values().some((point) => !hidden.has(point)) ? 'shown' : 'hidden'
    cell.points = new Set()
  }
  points.clear()
}

/** Adds the counts of these figures, and what the identities say of them. */
function readCells(open: OpenSystem, { by, found }: ReadPart, identities: Identities): void {
  const { cells, points, keys, equations } = open
  const ends = new Map<string, Set<Month>>()
  for (const { series, points: all } of found)
    for (const point of all) {
      const { period } = point
      const place = placeOf(by, point.split)
      ends.set(place, (ends.get(place) ?? new Set()).add(period))
      const own = pointKey(series.id, point)
      const printed = countsOf(series, point).map(([part, count]) => {
        const name = vectorName(series.id, part)
        const key = keyFor(cells, identities.same.get(name) ?? name, name, `|${period}|${place}`, count)
        const least = leastOf(series, part)
        const cell = cells.get(key) ?? { count, least, points: new Set<string>() }
        cell.least = Math.max(cell.least, least)
        cell.points.add(own)
        cells.set(key, cell)
        keys.set(`${name}|${period}|${place}`, key)
        return key
      })
      points.set(own, printed)
      if (series.kind === 'rate') equations.push([[printed[1]!, 1], [printed[0]!, -1], [printed[2]!, -1]]) // prettier-ignore
    }
  for (const [place, months] of ends)
    for (const month of months) {
      equations.push(...identityEquations(identities, open.at, month, place))
      equations.push(...leftOver(identities, open, month, place))
    }
}

/** The key of the vector that all siblings share where the counts agree, or else the vector's own. */
function keyFor(cells: Cells, shared: string, own: string, end: string, count: number): string {
  const known = cells.get(shared + end)
  return known && known.count !== count ? own + end : shared + end
}

/** Nobody counted is shown as 0; of those counted none may have met it, and a difference may be anything. */
function leastOf({ kind }: SeriesDefinition, part: Part): number {
  if (part === 'net') return -Infinity
  return kind === 'count' || part === 'all' ? 1 : 0
}

const identityEquations = ({ equations }: Identities, at: CellAt, month: Month, place: string): Equation[] =>
  equations.flatMap((terms) => {
    const equation: [string, number][] = []
    for (const [name, factor, ago] of terms) {
      const key = at(name, ago === 0 ? month : shiftMonth(month, -ago), place)
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
  place: string,
): Equation[] =>
  nested.flatMap(({ whole, part }): Equation[] => {
    const keys = [at(whole, month, place), at(part, month, place)] as const
    if (keys[0] === null || keys[1] === null || keys[0] === keys[1]) return []
    const count = cells.get(keys[0])!.count - cells.get(keys[1])!.count
    if (!isSmall(count)) return []
    const key = `${keys[0]} less ${keys[1]}`
    cells.set(key, { count, least: 0, points: new Set(), elsewhere: 'hidden', isKept: true })
    return [[[keys[0], 1], [keys[1], -1], [key, -1]]] // prettier-ignore
  })

/** The parts of a split add up to the total, which the output shows, or hides, elsewhere. */
const splitEquations = ({ by, found }: ReadPart, { at }: OpenSystem): Equation[] =>
  found.flatMap(({ series, points }) =>
    [...Map.groupBy(points, ({ period }) => period)].flatMap(([period, parts]) =>
      countsOf(series, { numerator: 0, denominator: 0, value: 0 }).flatMap(([part]): Equation[] => {
        const name = vectorName(series.id, part)
        const total = at(name, period, '')
        const keys = parts.flatMap(({ split }) =>
          split === null ? [] : (at(name, period, placeOf(by, split)) ?? []),
        )
        return total === null || keys.length === 0
          ? []
          : [[[total, -1], ...keys.map((key) => [key, 1] as const)]]
      }),
    ),
  )

/**
 * Columns that count the same in every month say each what the other is: two values of a split, or one of them and a total
 * ("unaccompanied" of all looked after, and those unaccompanied).
 */
const equalColumns = ({ by, found }: ReadPart, { at, columns }: OpenSystem): Equation[] =>
  columnsOf(found).flatMap(({ series, name, vector, split }) => {
    const keys = [...vector.keys()].map(
      (period) => [period, at(vectorName(series.id, name), period, placeOf(by, split))!] as const,
    )
    const known = columns.get(textOf(vector))
    if (!known) columns.set(textOf(vector), new Map(keys))
    return known
      ? keys.flatMap(([period, key]): Equation[] => {
          const other = known.get(period)!
          return other === key ? [] : [[[other, 1], [key, -1]]] // prettier-ignore
        })
      : []
  })

interface FoundColumn {
  series: SeriesDefinition
  name: Part
  vector: Map<Month, number>
  split: string | null
}

const columnsOf = (found: readonly SeriesPoints[]): FoundColumn[] =>
  found.flatMap(({ series, points }) =>
    [...Map.groupBy(points, ({ split }) => split)].flatMap(([split, ofSplit]) => {
      const counted = ofSplit.map((point) => countsOf(series, point))
      return (counted[0] ?? []).flatMap(([name], index): FoundColumn[] => {
        const vector = new Map(ofSplit.map(({ period }, month) => [period, counted[month]![index]![1]]))
        return isTelling(vector) ? [{ series, name, vector, split }] : []
      })
    }),
  )

/** An identity is known from its definition, but a month's counts may break it: then nothing can be concluded from it. */
const holds = (cells: Cells, equation: Equation): boolean =>
  Math.abs(equation.reduce((sum, [key, factor]) => sum + factor * cells.get(key)!.count, 0)) < 1e-6
