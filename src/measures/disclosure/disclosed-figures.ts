import type { Person } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { seriesOf } from '../catalogue/catalogue.ts'
import { figures, type FigureRange } from '../figures/figure-read.ts'
import type { MeasureFigures, Point, SeriesDefinition } from '../figures/figure.ts'
import { familyOf } from './families.ts'
import { hiddenCells, type CountTable, type Sum } from './protect.ts'
import { countsOf, hasTooFewWorkers, isSmallBase, seesSmallNumbers, type Part } from './small-numbers.ts'

export interface DisclosureOptions extends FigureRange {
  /** The snapshot that was in use before: what its output of the same months hid stays hidden. */
  before?: SealedSnapshot | null
}

/**
 * A measure's figures as one reader may see them. For readers outside the service small numbers are hidden, and with them
 * what would give them away: in the sums over each split, in the sums over series that are parts of one another, and in
 * the output of the snapshot before. A hidden point has no value and no parts. Throws NotFound for an unknown id.
 */
export async function figuresFor(
  snapshot: SealedSnapshot,
  person: Person,
  id: string,
  { before, ...range }: DisclosureOptions = {},
): Promise<MeasureFigures> {
  const found = await figures(snapshot, id, range)
  const series = seriesOf(id)
  if (!series) throw new NotFound(`There is no measure ${id}`)
  if (seesSmallNumbers(person) || series.smallNumbers === 'SN0') return found
  if (series.kind === 'difference' && range.by)
    return { ...found, points: found.points.filter(({ split }) => split === null) }
  const hidden = await hiddenOf(snapshot, series, range, before ?? null)
  return { ...found, points: found.points.map((point) => disclosed(series, point, hidden)) }
}

/**
 * The cells to hide, by their keys. What is hidden of the totals alone is hidden wherever they are, and no more of them
 * is: a total that a reader finds on another page must not be needed to hide a part on this one.
 */
async function hiddenOf(
  snapshot: SealedSnapshot,
  series: SeriesDefinition,
  range: FigureRange,
  before: SealedSnapshot | null,
): Promise<Set<string>> {
  const { by, ...months } = range
  const earlier = before ? await hiddenOf(before, series, range, null) : new Set<string>()
  const hidden = new Set<string>()
  const hide = (tables: Iterable<CountTable>, kept: ReadonlySet<string>): void => {
    for (const table of tables)
      for (const key of hiddenCells(table, new Set([...earlier, ...hidden]), kept)) hidden.add(key)
  }
  const totals = await tablesOf(snapshot, series, months)
  hide(totals, new Set())
  if (!by) return hidden
  const shown = new Set(totals.flatMap(({ cells }) => [...cells.keys()].filter((key) => !hidden.has(key))))
  hide(await tablesOf(snapshot, series, range), shown)
  return hidden
}

/** For each month the counts of a series and of those that it adds up with, and the sums that readers know of. */
async function tablesOf(
  snapshot: SealedSnapshot,
  series: SeriesDefinition,
  range: FigureRange,
): Promise<CountTable[]> {
  const family = familyOf(series.id)
  const members = family ? [family.whole, ...family.parts] : [series.id]
  const points = await Promise.all(
    members.map(async (id) => (await figures(snapshot, id, range)).points.map((point) => ({ id, point }))),
  )
  const byMonth = Map.groupBy(points.flat(), ({ point }) => point.period)
  return [...byMonth.values()].map((month) => tableOf(month, members.length))
}

function tableOf(month: readonly { id: string; point: Point }[], members: number): CountTable {
  const counts = month.flatMap(({ id, point }) =>
    countsOf(seriesOf(id)!, point).map(([part, count]) => ({
      id,
      part,
      count,
      split: point.split,
      key: keyOf(id, part, point),
    })),
  )
  const overSplit = [...Map.groupBy(counts, ({ id, part }) => `${id} ${part}`).values()].flatMap(
    (of): Sum[] => {
      const whole = of.find(({ split }) => split === null)
      const parts = of.filter(({ split }) => split !== null).map(({ key }) => key)
      return whole && parts.length > 0 ? [{ whole: whole.key, parts }] : []
    },
  )
  const overFamily = [...Map.groupBy(counts, ({ part, split }) => `${part} ${split}`).values()].flatMap(
    (of): Sum[] => {
      const [whole, ...parts] = of.map(({ key }) => key)
      return whole !== undefined && members > 1 && of.length === members ? [{ whole, parts }] : []
    },
  )
  return { cells: new Map(counts.map(({ key, count }) => [key, count])), sums: [...overSplit, ...overFamily] }
}

const keyOf = (id: string, part: Part, { period, split }: Point): string =>
  `${id}|${part}|${period}|${split ?? ''}`

function disclosed(series: SeriesDefinition, point: Point, hidden: ReadonlySet<string>): Point {
  const hides = countsOf(series, point).some(([part]) => hidden.has(keyOf(series.id, part, point)))
  if (hides || hasTooFewWorkers(series, point))
    return { ...point, numerator: null, denominator: null, value: null, hidden: true }
  const isWithheld = series.smallNumbers === 'SN2' && point.denominator !== null && isSmallBase(series, point)
  return isWithheld ? { ...point, value: null } : point
}
