import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { describeArea } from '../pages/area.ts'
import { capital, formatCount } from '../../platform/words.ts'
import type { SeriesDefinition } from '../../measures/index.ts'
import type { HandbookEntry } from './handbook-entry.ts'

interface ListedMeasure {
  entry: HandbookEntry
  /** The measure's headline series. */
  series: SeriesDefinition
  /** Whether a series of it can be worked out from the files in use; null when nothing has been loaded. */
  isAvailable: boolean | null
}

/** Every measure of the handbook, by area. */
export function HandbookListPage({
  frame,
  measures,
}: {
  frame: FrameProps
  measures: readonly ListedMeasure[]
}) {
  const areas = [...new Set(measures.map(({ entry }) => entry.area))]
  const count = measures.filter(({ isAvailable }) => isAvailable).length
  const isLoaded = measures.some(({ isAvailable }) => isAvailable !== null)
  return (
    <Page
      frame={frame}
      title="Handbook of measures"
      section="/tracker"
      breadcrumbs={[{ text: 'Measures', href: '/measures' }]}
    >
      <PageHeading
        title="Handbook of measures"
        sentence={{
          bold: `${capital(formatCount(measures.length, 'measure', 'measures'))}, a page each.`,
          rest: isLoaded
            ? `${capital(formatCount(count, 'of them', 'of them'))} can be worked out from the files in use; the others say what they wait for.`
            : 'Nothing has been loaded yet, so none can be worked out.',
        }}
      />
      <div class="wm-catalogue">
        {areas.map((area) => (
          <section id={area}>
            <h2>{describeArea(area)}</h2>
            <dl class="wm-definition">
              {measures
                .filter(({ entry }) => entry.area === area)
                .map(({ entry, series, isAvailable }) => (
                  <>
                    <dt>
                      <a href={`/handbook/measures/${entry.id}`}>{series.title}</a>
                    </dt>
                    <dd>
                      {series.asks}{' '}
                      {isAvailable === false ? <span class="wm-secondary">Not available yet.</span> : null}
                    </dd>
                  </>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Page>
  )
}
