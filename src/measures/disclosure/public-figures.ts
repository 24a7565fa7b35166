import type { Pass } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { catalogue, isOfRecords, seriesOf } from '../catalogue/catalogue.ts'
import { figures, type FigureRange } from '../figures/figure-read.ts'
import type { MeasureFigures, Point, SeriesDefinition, Split } from '../figures/figure.ts'
import { countSystem, pointKey, type CountSystem } from './count-system.ts'
import { identitiesOf, type Identities, type SeriesPoints } from './identities.ts'
import { hiddenPoints } from './protect.ts'
import { hasTooFewWorkers, hiddenPoint, isSmall, isSmallBase } from './small-numbers.ts'

export interface PublicQuestion extends FigureRange {
  /** The snapshot that was in use before: what was published of it can be laid next to this. */
  before?: SealedSnapshot | null
}

/**
 * A measure's figures as they may be published to everyone. Counts of 1 to 5 are hidden, and what would give them away: all
 * series of the snapshot are one system of equations, with what was published of the snapshot before. A hidden point has
 * no value and no parts. Workers are not published, nor what counts the records of rooms. Throws NotFound for an unknown id.
 */
export async function publicFigures(
  snapshot: SealedSnapshot,
  _pass: Pass<'figures:read'>,
  id: string,
  { before = null, ...range }: PublicQuestion = {},
): Promise<MeasureFigures> {
  const series = seriesOf(id)
  if (!series) throw new NotFound(`There is no measure ${id}`)
  const found = await figures(snapshot, series.id, range)
  if (series.smallNumbers === 'SN0') return { ...found, id }
  const why = notPublished(series, range.by)
  if (why !== null) return { ...found, id, available: false, why, points: [] }
  const output = await outputOf(snapshot, before)
  const hidden = range.by ? await output.split(range.by) : output.hidden
  return {
    ...found,
    id,
    points: found.points.map((point) =>
      (point.split === null ? output.hidden : hidden).has(pointKey(series.id, point))
        ? hiddenPoint(point)
        : shared(series, point),
    ),
  }
}

const notPublished = (series: SeriesDefinition, by: Split | undefined): string | null => {
  if (isOfRecords(series.id)) return 'Figures that count the council’s own records are not published'
  if (series.kind === 'total' || series.kind === 'ratio')
    return by ? 'Sums of hours or money are published for the council as a whole' : null
  return by === 'worker' ? 'Figures by worker are not published' : null
}

/** No percentage of fewer than ten where the measure's rule says so. */
const shared = (series: SeriesDefinition, point: Point): Point =>
  series.smallNumbers === 'SN2' && point.denominator !== null && isSmallBase(series, point)
    ? { ...point, value: null }
    : point

/** What of one snapshot is not published. */
interface PublicOutput {
  /** The points of the council as a whole that are hidden, by their keys. */
  hidden: ReadonlySet<string>
  /** The same of the points of one split. */
  split(by: Split): Promise<ReadonlySet<string>>
  /** Whether a point was published, and with which counts. */
  shown(key: string, by: Split | null): Promise<readonly number[] | null>
}

const outputs = new WeakMap<SealedSnapshot, Map<string, Promise<PublicOutput>>>()

/** Worked out once for a snapshot, and the one before it. */
function outputOf(snapshot: SealedSnapshot, before: SealedSnapshot | null): Promise<PublicOutput> {
  const byBefore = outputs.get(snapshot) ?? new Map<string, Promise<PublicOutput>>()
  outputs.set(snapshot, byBefore)
  const key = before?.id ?? ''
  let output = byBefore.get(key)
  if (!output) {
    output = makeOutput(snapshot, before)
    output.catch(() => byBefore.delete(key))
    byBefore.set(key, output)
  }
  return output
}

const publishedSeries = (): SeriesDefinition[] =>
  catalogue().filter(({ id, smallNumbers }) => smallNumbers !== 'SN0' && !isOfRecords(id))

async function makeOutput(snapshot: SealedSnapshot, before: SealedSnapshot | null): Promise<PublicOutput> {
  const earlier = before && (await outputOf(before, null))
  const found = await read(snapshot, null)
  const identities = identitiesOf(found)
  const totals = countSystem(found, identities)
  const hidden = hiddenPoints(totals, await hiddenFirst(found, totals, earlier, null))
  const splits = new Map<Split, Promise<SplitOutput>>()
  const splitOf = (by: Split): Promise<SplitOutput> => {
    const known = splits.get(by) ?? makeSplit(snapshot, by, { identities, totals, hidden }, earlier)
    splits.set(by, known)
    return known
  }
  return {
    hidden,
    split: async (by) => (await splitOf(by)).hidden,
    async shown(key, by) {
      const output = by === null ? { system: totals, hidden } : await splitOf(by)
      const printed = output.hidden.has(key) ? undefined : output.system.points.get(key)
      return printed?.map((cell) => output.system.cells.get(cell)!.count) ?? null
    },
  }
}

interface SplitOutput {
  system: CountSystem
  hidden: ReadonlySet<string>
}

/** Where the council's total of a month is hidden, so is all that it is made of: then no split gives it back. */
async function makeSplit(
  snapshot: SealedSnapshot,
  by: Split,
  {
    identities,
    totals,
    hidden,
  }: { identities: Identities; totals: CountSystem; hidden: ReadonlySet<string> },
  earlier: PublicOutput | null,
): Promise<SplitOutput> {
  const found = await read(snapshot, by)
  const system = countSystem(found, identities, totals)
  const first = await hiddenFirst(found, system, earlier, by)
  for (const { series, points } of found)
    for (const point of points)
      if (hidden.has(pointKey(series.id, { ...point, split: null }))) first.add(pointKey(series.id, point))
  return { system, hidden: hiddenPoints(system, first) }
}

/** The points of every series that counts people: the council's totals, or the parts of one split. */
async function read(snapshot: SealedSnapshot, by: Split | null): Promise<SeriesPoints[]> {
  const found: SeriesPoints[] = []
  for (const series of publishedSeries()) {
    if (by && (!series.splits.includes(by) || notPublished(series, by) !== null)) continue
    const { points } = await figures(snapshot, series.id, by ? { by } : {})
    found.push({ series, points: points.filter(({ split }) => (split === null) === (by === null)) })
  }
  return found
}

/**
 * Hidden whatever they count: staff in groups of fewer than five, what the output before hid, and what differs from it by so
 * few that the difference is itself a small number.
 */
async function hiddenFirst(
  found: readonly SeriesPoints[],
  { points, cells }: CountSystem,
  earlier: PublicOutput | null,
  by: Split | null,
): Promise<Set<string>> {
  const first = new Set<string>()
  for (const { series, points: all } of found)
    for (const point of all) if (hasTooFewWorkers(series, point)) first.add(pointKey(series.id, point))
  if (!earlier) return first
  const before = by === null ? earlier.hidden : await earlier.split(by)
  for (const [key, printed] of points) {
    const counts = printed.map((cell) => cells.get(cell)!.count)
    const was = await earlier.shown(key, by)
    const moved = was?.some((count, index) => isSmall(Math.abs(count - counts[index]!))) ?? false
    if (moved || (before.has(key) && counts.some((count) => count !== 0))) first.add(key)
  }
  return first
}
