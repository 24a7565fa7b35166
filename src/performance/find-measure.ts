import { catalogue, seriesOf, type SeriesDefinition } from '../measures/index.ts'
import { holdsWords, wordsOf } from '../platform/find-words.ts'
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

/** "There is no measure "as-complete". The nearest is as-completed-45wd". */
export function describeUnknownMeasure(text: string, tracked: readonly Tracked[]): string {
  const names = [...tracked.map(({ ref }) => ref), ...catalogue().flatMap(({ id, measure }) => [id, measure])]
  const nearest = nearestTo(text, names) ?? findMeasures(text, tracked)[0]?.id
  return `There is no measure "${text}".${nearest ? ` The nearest is ${nearest}.` : ''} "waymark measures" lists them all`
}
