import { formatDay, formatMonth, type Month } from '../../platform/day.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Table } from '../../ui/components/table.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import { BENCHMARK_LICENCE, england } from '../benchmarks/benchmark.ts'
import { isOfRecords, type Availability, type SeriesDefinition } from '../../measures/index.ts'
import type { ComparisonBook } from '../benchmarks/published.ts'
import { describeArea } from '../pages/area.ts'
import { capital } from '../../platform/words.ts'
import { ClockPictures } from './clock-pictures.tsx'
import { describeDisclosure, describeShown, type HandbookEntry } from './handbook-entry.ts'
import { MeasureNames } from './measure-names.tsx'
import type { NeededField } from './needed-fields.ts'

interface HandbookPageProps {
  frame: FrameProps
  entry: HandbookEntry
  /** Every series of the measure, its headline first where it has one. */
  series: readonly SeriesDefinition[]
  needed: readonly NeededField[]
  /** Of each series; null when nothing has been loaded. */
  available: ReadonlyMap<string, Availability> | null
  /** The month whose nearest published figures are shown. */
  month: Month
  /** What is published, with what the council brought in. */
  book: ComparisonBook
}

/** One measure from its definition to what is known of its traps: a page that is made, and cannot be out of date. */
export function HandbookPage(props: HandbookPageProps) {
  const { frame, entry, series } = props
  const [first] = series
  return (
    <Page
      frame={frame}
      title={`${first!.title}: handbook`}
      section="/tracker"
      breadcrumbs={[
        { text: 'Handbook of measures', href: '/handbook/measures' },
        { text: describeArea(entry.area), href: `/handbook/measures#${entry.area}` },
      ]}
    >
      <PageHeading
        caption={`Handbook · ${describeArea(entry.area)}`}
        title={first!.title}
        sentence={{ bold: first!.asks, rest: `${capital(entry.why)}.` }}
      />
      <p>
        <a href={`/measures/${first!.id}`}>
          Its figures, chart and {isOfRecords(first!.id) ? 'records' : 'children'}
        </a>
      </p>
      <Series series={series} />
      <Facts series={first!} entry={entry} />
      <ClockPictures entry={entry} words={first!.clock} />
      <Traps entry={entry} notes={[...new Set(series.flatMap(({ notes }) => notes))]} />
      <Needs {...props} />
      <Published {...props} />
      <Versions series={first!} />
    </Page>
  )
}

const Series = ({ series }: { series: readonly SeriesDefinition[] }) => (
  <section class="wm-section" id="definition">
    <h2>What is counted</h2>
    <ScrollRegion label="What is counted">
      <Table
        head={[{ text: 'Series' }, { text: 'Counts as met' }, { text: 'Out of' }, { text: 'Shown as' }]}
        firstCellIsHeader
        rows={series.map((line) => [
          {
            html: (
              <>
                <a href={`/measures/${line.id}`}>{capital(line.label || line.title)}</a>
                <br />
                <span class="wm-secondary">{line.id}</span>
              </>
            ),
          },
          { text: capital(line.numerator) },
          { text: line.denominator ? capital(line.denominator) : '–' },
          { text: describeShown(line) },
        ])}
      />
    </ScrollRegion>
  </section>
)

function Facts({ series, entry }: { series: SeriesDefinition; entry: HandbookEntry }) {
  const { standard, startingPoint } = entry
  const sources = [...new Set([series.source, ...standard.sources])].filter((source) => source !== 'our own')
  const lines: readonly (readonly [string, string])[] = [
    ['Put in a month by', series.placedBy],
    ['Leaves out', series.leavesOut],
    ['Standard', [standard.status, standard.text].filter((words) => words !== '').join('. ')],
    ['Where it comes from', sources.length > 0 ? sources.join('; ') : 'Our own'],
    ['Can be read by', entry.breakdowns.join(', ')],
    ['Who sees which numbers', describeDisclosure(entry)],
    [
      'Where a target might start',
      startingPoint
        ? `Green from ${startingPoint.green}, amber from ${startingPoint.amber}: a local starting point, and no standard`
        : '',
    ],
  ]
  return (
    <dl class="wm-definition">
      {lines.map(([name, words]) =>
        words === '' || words === 'none' ? null : (
          <>
            <dt>{name}</dt>
            <dd>{capital(words)}</dd>
          </>
        ),
      )}
    </dl>
  )
}

const Traps = ({ entry, notes }: { entry: HandbookEntry; notes: readonly string[] }) => (
  <section class="wm-section" id="traps">
    <h2>What can go wrong, and our rule</h2>
    <ScrollRegion label="Traps and rules">
      <Table
        head={[{ text: 'The trap' }, { text: 'Our rule' }]}
        rows={entry.traps.map(({ trap, rule }) => [
          { html: <MeasureNames text={trap} /> },
          { html: <MeasureNames text={rule} /> },
        ])}
      />
    </ScrollRegion>
    {notes.length > 0 ? (
      <>
        <h3>What every figure carries with it</h3>
        <ul class="govuk-list govuk-list--bullet">
          {notes.map((note) => (
            <li>{note}</li>
          ))}
        </ul>
      </>
    ) : null}
  </section>
)

function Needs({ needed, series, available }: HandbookPageProps) {
  const availability = available
    ? series.map((line) => {
        const found = available.get(line.id)
        const why = found ? found.why : 'The files in use were sealed before the measure was written'
        return [
          { text: capital(line.label || line.title) },
          { text: found?.available ? 'Available' : capital(why ?? 'Not available') },
        ]
      })
    : null
  return (
    <section class="wm-section" id="needs">
      <h2>What it needs</h2>
      {needed.length === 0 ? (
        <p>{capital(series[0]!.notHeld ?? 'Nothing from files')}.</p>
      ) : (
        <ScrollRegion label="What it needs">
          <Table
            head={[{ text: 'Field' }, { text: 'Carried by' }, { text: 'In the files in use' }]}
            firstCellIsHeader
            rows={needed.map(({ field, words, carriedBy, here }) => [
              {
                html: (
                  <>
                    {capital(words)}
                    <br />
                    <span class="wm-secondary">{field}</span>
                  </>
                ),
              },
              { text: capital(carriedBy) },
              { text: here ?? 'Nothing has been loaded yet' },
            ])}
          />
        </ScrollRegion>
      )}
      {availability && needed.length > 0 ? (
        <ScrollRegion label="Whether it can be worked out">
          <Table
            head={[{ text: 'Series' }, { text: 'From the files in use' }]}
            firstCellIsHeader
            rows={availability}
          />
        </ScrollRegion>
      ) : null}
    </section>
  )
}

function Published({ entry, series, month, book }: HandbookPageProps) {
  const held = series.flatMap((line) => {
    const found = england(line, month, book)
    return found ? [{ line, found }] : []
  })
  // What the comparison has already is not repeated.
  const others = entry.published.filter(
    ({ period, text }) => !held.some(({ found }) => found.period === period && text.startsWith(found.text)),
  )
  return (
    <section class="wm-section" id="published">
      <h2>What is published</h2>
      {entry.published.length === 0 && held.length === 0 ? (
        <p>Nothing is published for England.</p>
      ) : (
        <>
          <ScrollRegion label="What is published">
            <Table
              head={[{ text: 'Period' }, { text: 'England' }, { text: 'Source' }]}
              rows={[
                ...held.map(({ line, found }) => [
                  { text: found.period, classes: 'wm-nowrap' },
                  {
                    text: `${capital(line.label || line.title)}: ${found.text}${found.unit === '%' ? '%' : ` ${found.unit}`}`,
                  },
                  { text: [found.source, found.note].filter((words) => words !== null).join('. ') },
                ]),
                ...others.map(({ period, text, sources }) => [
                  { text: period, classes: 'wm-nowrap' },
                  { text },
                  { text: sources.join('; ') },
                ]),
              ]}
            />
          </ScrollRegion>
          <p class="wm-note">{BENCHMARK_LICENCE}</p>
        </>
      )}
    </section>
  )
}

const Versions = ({ series }: { series: SeriesDefinition }) => (
  <section class="wm-section" id="versions">
    <h2>Changes</h2>
    <p>
      Version {series.version}, for months from {formatDay(series.versionFrom)}. To be looked at again in{' '}
      {formatMonth(series.lookAgain)}.
    </p>
  </section>
)
