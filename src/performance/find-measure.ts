import { catalogue, seriesOf, type SeriesDefinition } from '../measures/index.ts'
import { holdsWords, nearestWords, wordsOf } from '../platform/find-words.ts'
import { nearestTo } from '../platform/nearest.ts'
import { fullTitle } from './pages/figure-view.ts'
import type { TrackedMeasure } from './tracker/tracked-measure.ts'

type Tracked = Pick<TrackedMeasure, 'ref' | 'seriesId' | 'title'>

/**
 * The measures that a text names: by id, by the reference that the tracker gives it (`A2`), or by words of its title and of what
 * it asks, each at the start of a word. Best first: those the tracker follows, then headlines, then those with the words in their title.
 */
export function findMeasures(text: string, tracked: readonly Tracked[]): SeriesDefinition[] {
  const exact = measureNamed(text, tracked)
  if (exact) return [exact]
  if (wordsOf(text).length === 0) return []
  const follows = new Map(tracked.map(({ seriesId, title }) => [seriesId, title]))
  const holds = (where: string) => holdsWords(where, text)
  const rank = (series: SeriesDefinition): number =>
    (follows.has(series.id) ? 4 : 0) + (holds(fullTitle(series)) ? 2 : 0) + (series.headline ? 1 : 0)
  return catalogue()
    .filter((series) =>
      holds(
        `${fullTitle(series)} ${series.label} ${series.asks} ${series.id} ${follows.get(series.id) ?? ''}`,
      ),
    )
    .map((series) => ({ series, rank: rank(series) }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ series }) => series)
}

/** By id, or by the tracker's reference in any case; null where there is no measure of that name. */
export function measureNamed(text: string, tracked: readonly Tracked[]): SeriesDefinition | null {
  const name = text.trim()
  const ref = tracked.find((measure) => measure.ref.toLowerCase() === name.toLowerCase())
  return seriesOf(name) ?? seriesOf(name.toLowerCase()) ?? (ref ? seriesOf(ref.seriesId) : null)
}

/** What a text names, by id, best first; and where it names nothing, the measures nearest to its words. */
export function namedMeasures(
  text: string,
  tracked: readonly Tracked[],
): { named: string[]; nearest: string[] } {
  const idsOf = (series: readonly SeriesDefinition[]) => series.map(({ id }) => id)
  const named = findMeasures(text, tracked)
  return { named: idsOf(named), nearest: named.length > 0 ? [] : idsOf(nearestMeasures(text, tracked)) }
}

/** Where a text names none: those with the words that are nearest to its own, or the nearest name. */
export function nearestMeasures(text: string, tracked: readonly Tracked[]): SeriesDefinition[] {
  const right = nearestWords(
    text,
    catalogue().map((series) => `${fullTitle(series)} ${series.label}`),
  )
  const found = right === null ? [] : findMeasures(right, tracked)
  if (found.length > 0) return found
  const name = nearestTo(text, namesOf(tracked))
  return name === null ? [] : findMeasures(name, tracked)
}

const namesOf = (tracked: readonly Tracked[]): string[] => [
  ...tracked.map(({ ref }) => ref),
  ...catalogue().flatMap(({ id, measure }) => [id, measure]),
]

/** " The nearest is as-completed-45wd."; empty where none is like it. */
export function describeNearest(text: string, tracked: readonly Tracked[]): string {
  const nearest = nearestTo(text, namesOf(tracked)) ?? nearestMeasures(text, tracked)[0]?.id
  return nearest ? ` The nearest is ${nearest}.` : ''
}

/** "There is no measure "as-complete". The nearest is as-completed-45wd". */
export function describeUnknownMeasure(text: string, tracked: readonly Tracked[]): string {
  return `There is no measure "${text}".${describeNearest(text, tracked)} "waymark measures" lists them all`
}
