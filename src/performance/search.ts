import { allow, type SearchKind, type SearchResult } from '../access/index.ts'
import type { SeriesDefinition } from '../measures/index.ts'
import type { Services } from '../platform/room.ts'
import { measureHref } from '../ui/links.ts'
import { findMeasures, measureNamed, nearestMeasures } from './find-measure.ts'
import { fullTitle } from './pages/figure-view.ts'
import type { TrackedMeasure } from './tracker/tracked-measure.ts'
import { shownTracked } from './tracker/tracked-measure-store.ts'

/** A measure by its words, its id or the reference that the tracker gives it. */
export const measureSearch = ({ records }: Services): SearchKind => ({
  heading: 'Measures',
  how: 'a measure, by its words or by its reference, like A2',
  order: 20,
  needs: 'figures:read',
  async find(person, text) {
    const tracked = await shownTracked(records, allow(person, 'figures:read'))
    return findMeasures(text, tracked).map(resultOf(text, tracked))
  },
  async nearest(person, text) {
    const tracked = await shownTracked(records, allow(person, 'figures:read'))
    return nearestMeasures(text, tracked).map(resultOf(text, tracked))
  },
})

const resultOf = (text: string, tracked: readonly TrackedMeasure[]) => {
  const refs = new Map(tracked.map(({ seriesId, ref }) => [seriesId, ref]))
  return (series: SeriesDefinition): SearchResult => ({
    text: fullTitle(series),
    href: measureHref(series.id),
    note: series.asks,
    exact: measureNamed(text, tracked) === series,
    ...(refs.has(series.id) && { ref: refs.get(series.id)! }),
  })
}
