import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import type { SeriesDefinition } from '../../measures/index.ts'
import { describeArea } from './area.ts'
import { fullTitle } from './figure-view.ts'
import { capital, formatCount } from '../../platform/words.ts'

export function CataloguePage({ frame, series }: { frame: FrameProps; series: readonly SeriesDefinition[] }) {
  const areas = [...new Set(series.map((definition) => definition.area))]
  return (
    <Page frame={frame} title="How measures are defined" section="/tracker">
      <PageHeading
        title="How measures are defined"
        sentence={{
          bold: 'Each measure is a rule that lists children.',
          rest: `A figure, its chart, its splits and the list behind it are counted from the same rows, so they cannot disagree. There are ${formatCount(series.length, 'series', 'series')}.`,
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
                .filter((definition) => definition.area === area)
                .map((definition) => (
                  <>
                    <dt>
                      <a href={`/measures/${definition.id}`}>{fullTitle(definition)}</a>
                    </dt>
                    <dd>
                      {definition.asks} <span class="wm-secondary">{formatKind(definition)}</span>
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
  return `${capital(kind)}, ${when}; ${better}.`
}
