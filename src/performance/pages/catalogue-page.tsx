import { capital, formatCount } from '../../platform/words.ts'
import { Button } from '../../ui/components/button.tsx'
import { Input } from '../../ui/components/input.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import type { SeriesDefinition } from '../../measures/index.ts'
import { describeArea } from './area.ts'
import { fullTitle } from './figure-view.ts'

interface CataloguePageProps {
  frame: FrameProps
  series: readonly SeriesDefinition[]
  /** What was searched for, and what was found, best first; null where nothing was. */
  search: { text: string; found: readonly SeriesDefinition[]; nearest: readonly SeriesDefinition[] } | null
}

/** Every measure on one line, by area, with a box to find one by its words or its reference. */
export function CataloguePage({ frame, series, search }: CataloguePageProps) {
  const areas = [...new Set(series.map((definition) => definition.area))]
  return (
    <Page frame={frame} title="Measures" section="/tracker">
      <PageHeading title="Measures" sentence={sentenceOf(series, search)} />
      <form method="get" action="/measures">
        <Input
          name="q"
          type="search"
          label={{ text: 'Find a measure by its words or its reference' }}
          value={search?.text}
          classes="govuk-input--width-20"
        />
        <Button text="Search" classes="govuk-button--secondary" />
      </form>
      {search ? (
        <>
          <ul class="wm-plain-list">
            {[...search.found, ...search.nearest].map((definition) => (
              <li>
                <a href={`/measures/${definition.id}`}>{fullTitle(definition)}</a>{' '}
                <span class="wm-secondary">{definition.asks}</span>
              </li>
            ))}
          </ul>
          <p>
            <a href="/measures">All measures</a>
          </p>
        </>
      ) : (
        <>
          <p>
            <a href="/handbook/measures">
              Handbook of measures: a page each, with its clock, its traps and what it needs
            </a>
          </p>
          <div class="wm-catalogue">
            {areas.map((area) => (
              <section id={area}>
                <h2>{describeArea(area)}</h2>
                <ul class="wm-plain-list">
                  {byMeasure(series.filter((definition) => definition.area === area)).map((group) => (
                    <Measure group={group} />
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </>
      )}
    </Page>
  )
}

function sentenceOf(
  series: readonly SeriesDefinition[],
  search: CataloguePageProps['search'],
): { bold: string; rest: string } {
  if (!search)
    return {
      bold: `${formatCount(byMeasure(series).length, 'measure')}, by area.`,
      rest: 'Each is a rule that lists cases. A figure, its chart, its splits and its list are counted from the same rows, so they agree.',
    }
  return search.found.length === 0
    ? {
        bold: `No measure has the words “${search.text}”.`,
        rest: search.nearest.length > 0 ? 'These are the nearest.' : 'Try fewer words.',
      }
    : {
        bold: `${formatCount(search.found.length, 'measure')} found.`,
        rest: 'Those that the tracker follows come first.',
      }
}

const byMeasure = (series: readonly SeriesDefinition[]): SeriesDefinition[][] => [
  ...Map.groupBy(series, ({ measure }) => measure).values(),
]

/** What a series is called after the name of its measure. */
const nameIn = ({ label, numerator }: SeriesDefinition, isFirst: boolean): string => {
  const name = label === '' ? numerator : label
  return isFirst ? capital(name) : name
}

/** A measure by its headline, and its other series after it. */
function Measure({ group }: { group: readonly SeriesDefinition[] }) {
  const first = group.find(({ headline }) => headline) ?? group[0]!
  return (
    <li>
      <a href={`/measures/${first.id}`}>{first.title}</a>
      {group.length > 1 ? (
        <span class="wm-secondary">
          {': '}
          {group.map((series, index) => (
            <>
              {index > 0 ? ' · ' : null}
              <a href={`/measures/${series.id}`}>{nameIn(series, index === 0)}</a>
            </>
          ))}
        </span>
      ) : null}
    </li>
  )
}
