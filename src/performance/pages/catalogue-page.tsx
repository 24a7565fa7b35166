import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import type { SeriesDefinition } from '../../measures/index.ts'
import { describeArea } from './area.ts'
import { fullTitle } from './figure-view.ts'
import { formatMany } from './number-words.ts'

/** Every measure, by area, with what it asks: linked from the foot of every page. */
export function CataloguePage({ frame, series }: { frame: FrameProps; series: readonly SeriesDefinition[] }) {
  const areas = [...new Set(series.map((one) => one.area))]
  return (
    <Page frame={frame} title="How measures are defined" section="/tracker">
      <PageHeading
        title="How measures are defined"
        sentence={{
          bold: 'Each measure is a rule that returns its children.',
          rest: `A figure, its chart, its splits and the list behind it are counted from the same rows, so they cannot disagree. There are ${formatMany(series.length, 'series', 'series')}.`,
        }}
      />
      <p>
        <a href="/handbook/measures">
          Handbook of measures: a page each, with its clock, its traps and what it needs
        </a>
      </p>
      <div class="wm-catalogue">
        {areas.map((area) => (
          <section id={area}>
            <h2>{describeArea(area)}</h2>
            <dl class="wm-definition">
              {series
                .filter((one) => one.area === area)
                .map((one) => (
                  <>
                    <dt>
                      <a href={`/measures/${one.id}`}>{fullTitle(one)}</a>
                    </dt>
                    <dd>
                      {one.asks} <span class="wm-secondary">{formatKind(one)}</span>
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

/** "Rate, each month; higher is better." */
function formatKind({ kind, timing, polarity }: SeriesDefinition): string {
  const when = timing === 'flow' ? 'in each month' : 'at each month end'
  const better = polarity === 'neutral' ? 'neither way is better' : `${polarity} is better`
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)}, ${when}; ${better}.`
}
