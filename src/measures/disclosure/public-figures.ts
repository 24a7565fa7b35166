import type { Pass } from '../../access/index.ts'
import type { SealedSnapshot } from '../../dataset/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { catalogue, isOfRecords, seriesOf } from '../catalogue/catalogue.ts'
import { figures, holdFigures, type FigureRange } from '../figures/figure-read.ts'
import type { MeasureFigures, Point, SeriesDefinition, Split } from '../figures/figure.ts'
import { pointKey } from './count-system.ts'
import type { SeriesPoints } from './identities.ts'
import { makePublicPart, type PublicPart, type ReadPart } from './public-part.ts'
import { hiddenPoint, isSmallBase } from './small-numbers.ts'

/** Remembers what was published, so that all outputs of the public, this month's and last month's, are one system. */
export interface PublicationRegister {
  /** What is published of a snapshot already, in the order in which it was. */
  partsOf(snapshot: string): Promise<PublicPart[]>
  /** The part as it was last published of any other snapshot; null when it never was. */
  lastOf(by: Split | null, exceptSnapshot: string): Promise<PublicPart | null>
  /** Keeps a part, and answers the one that is kept: another process may have been first. */
  keep(snapshot: string, part: PublicPart): Promise<PublicPart>
}

/** What everyone may be shown of one snapshot. */
export interface PublicEdition {
  snapshot: SealedSnapshot
  part(by: Split | null): Promise<PublicPart>
}

/**
 * The public edition of a snapshot. A part is decided when it is first asked for, beside all that was published before it, and
 * stays as it was decided. `read` is for tests that publish fewer series.
 */
export function publicEdition(
  snapshot: SealedSnapshot,
  register: PublicationRegister,
  read: ReadPart = readerOf(snapshot),
): PublicEdition {
  const part = async (by: Split | null): Promise<PublicPart> => {
    const published = await register.partsOf(snapshot.id)
    const kept = published.find((other) => other.by === by)
    if (kept) return kept
    const others = by === null || published.some((other) => other.by === null) ? published : [await part(null), ...published] // prettier-ignore
    const before = await register.lastOf(by, snapshot.id)
    return await register.keep(snapshot.id, await makePublicPart(read, by, others, before))
  }
  return { snapshot, part }
}

/**
 * A measure's figures as they may be published to everyone. Counts of 1 to 5 are hidden, and what would give them away. A
 * hidden point has no value and no parts. Workers are not published, nor what counts the records of rooms. Throws NotFound
 * for an unknown id.
 */
export async function publicFigures(
  edition: PublicEdition,
  _pass: Pass<'figures:read'>,
  id: string,
  range: FigureRange = {},
): Promise<MeasureFigures> {
  const series = seriesOf(id)
  if (!series) throw new NotFound(`There is no measure ${id}`)
  const found = await figures(edition.snapshot, series.id, range)
  if (series.smallNumbers === 'SN0') return { ...found, id }
  const why = notPublished(series, range.by)
  if (why !== null) return { ...found, id, available: false, why, points: [] }
  if (found.points.length === 0) return { ...found, id }
  const { shown } = await edition.part(null)
  const ofSplit = range.by ? (await edition.part(range.by)).shown : shown
  return {
    ...found,
    id,
    points: found.points.map((point) =>
      (point.split === null ? shown : ofSplit).has(pointKey(series.id, point))
        ? withoutSmallShare(series, point)
        : hiddenPoint(point),
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
const withoutSmallShare = (series: SeriesDefinition, point: Point): Point =>
  series.smallNumbers === 'SN2' && point.denominator !== null && isSmallBase(series, point)
    ? { ...point, value: null }
    : point

export const publishedSeries = (): SeriesDefinition[] =>
  catalogue().filter(({ id, smallNumbers }) => smallNumbers !== 'SN0' && !isOfRecords(id))

const readers = new WeakMap<SealedSnapshot, ReadPart>()

/** Reads a snapshot's parts, and keeps the totals, which every part is made beside. */
function readerOf(snapshot: SealedSnapshot): ReadPart {
  const known = readers.get(snapshot)
  if (known) return known
  let totals: Promise<SeriesPoints[]> | null = null
  const reader: ReadPart = (by) =>
    by === null ? (totals ??= readPart(snapshot, null)) : readPart(snapshot, by)
  readers.set(snapshot, reader)
  return reader
}

/** The points of every series that counts people: the council's totals, or the parts of one split. */
export async function readPart(
  snapshot: SealedSnapshot,
  by: Split | null,
  all: readonly SeriesDefinition[] = publishedSeries(),
  range: FigureRange = {},
): Promise<SeriesPoints[]> {
  const hold = by && (await holdFigures(snapshot, by))
  const found: SeriesPoints[] = []
  for (const series of all) {
    if (by && (!series.splits.includes(by) || notPublished(series, by) !== null)) continue
    const { points } = await figures(snapshot, series.id, by ? { ...range, by } : range)
    found.push({ series, points: points.filter(({ split }) => (split === null) === (by === null)) })
  }
  hold?.release()
  return found
}
