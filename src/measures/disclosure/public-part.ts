import type { Split } from '../figures/figure.ts'
import { countSystem, pointKey, type CountSystem } from './count-system.ts'
import { identitiesOf, type Identities, type SeriesPoints } from './identities.ts'
import { knownFrom } from './known-from.ts'
import { hiddenPoints } from './protect.ts'
import { hasTooFewWorkers, isSmall } from './small-numbers.ts'

/** What of the council's totals (`by` null), or of one split, may be published. Points by their keys. */
export interface PublicPart {
  by: Split | null
  hidden: ReadonlySet<string>
  /** The counts of each point that is shown. */
  shown: ReadonlyMap<string, readonly number[]>
}

/** Reads every series that may be published: of the council as a whole, or the parts of a split. */
export type ReadPart = (by: Split | null) => Promise<readonly SeriesPoints[]>

/**
 * Decides what is hidden of one part. `others` are the parts of the same figures that are published already: the totals come first,
 * and a split is made beside them and the splits before it. `before` is the same part as it was last published of other figures.
 */
export async function makePublicPart(
  read: ReadPart,
  by: Split | null,
  others: readonly PublicPart[],
  before: PublicPart | null,
): Promise<PublicPart> {
  const found = await read(by)
  const totals = by === null ? found : await read(null)
  const published = []
  for (const { by: other, hidden } of others) published.push({ by: other, hidden, found: await read(other) })
  const identities = identitiesIn(totals)
  const system = countSystem({ by, found }, identities, published)
  const whole = others.find((other) => other.by === null)?.hidden ?? new Set<string>()
  const first = hiddenFirst(found, system, before)
  if (before) besideBefore(system, before)
  if (by !== null) besideTotals(system, countSystem({ by: null, found: totals }, identities), whole)
  // Where the council's total of a month is hidden, so is all that it is made of: then no split gives it back.
  for (const { series, points } of found)
    for (const point of points)
      if (whole.has(pointKey(series.id, { ...point, split: null }))) first.add(pointKey(series.id, point))
  const hidden = hiddenPoints(system, first)
  const shown = [...system.points].filter(([key]) => !hidden.has(key))
  return {
    by,
    hidden,
    shown: new Map(shown.map(([key, cells]) => [key, cells.map((cell) => system.cells.get(cell)!.count)])),
  }
}

const known = new WeakMap<readonly SeriesPoints[], Identities>()

function identitiesIn(totals: readonly SeriesPoints[]): Identities {
  const identities = known.get(totals) ?? identitiesOf(totals)
  known.set(totals, identities)
  return identities
}

/** A hidden total that the totals do not give away must not come back from a split, whatever it counts: small ones rest on it. */
function besideTotals({ cells }: CountSystem, totals: CountSystem, hidden: ReadonlySet<string>): void {
  const isHidden = (key: string): boolean =>
    totals.cells
      .get(key)!
      .points.values()
      .every((point) => hidden.has(point))
  const known = knownFrom(totals.cells, totals.equations, isHidden)
  for (const key of totals.cells.keys()) if (isHidden(key) && !known.has(key)) cells.get(key)!.isKept = true
}

/**
 * What the output before showed is known, though this one hide it; and what it hid must not be known from this one, because the two
 * count the same where nothing has changed.
 */
function besideBefore({ points, cells }: CountSystem, before: PublicPart): void {
  for (const [key, printed] of points)
    for (const [index, name] of printed.entries()) {
      const cell = cells.get(name)!
      if (before.shown.get(key)?.[index] === cell.count) cell.elsewhere = 'shown'
      else if (before.hidden.has(key)) cell.isKept = true
    }
}

/**
 * Hidden whatever they count: staff in groups of fewer than five, what the output before hid, and what differs from it by so
 * few that the difference is itself a small number.
 */
function hiddenFirst(
  found: readonly SeriesPoints[],
  { points, cells }: CountSystem,
  before: PublicPart | null,
): Set<string> {
  const first = new Set<string>()
  for (const { series, points: all } of found)
    for (const point of all) if (hasTooFewWorkers(series, point)) first.add(pointKey(series.id, point))
  if (!before) return first
  for (const [key, printed] of points) {
    const counts = printed.map((cell) => cells.get(cell)!.count)
    const was = before.shown.get(key)
    const moved = was?.some((count, index) => isSmall(Math.abs(count - (counts[index] ?? count)))) ?? false
    if (moved || (before.hidden.has(key) && counts.some((count) => count !== 0))) first.add(key)
  }
  return first
}
