import { formatMonth } from '../platform/day.ts'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { ConfidenceMark, confidenceOf } from '../ui/charts/marks.tsx'
import { ScrollRegion } from '../ui/charts/figure.tsx'
import { Table } from '../ui/components/table.tsx'
import {
  type Availability,
  catalogue,
  describeFieldShort,
  type SeriesDefinition,
  isMonthDoubtful,
  type Doubt,
} from '../measures/index.ts'
import { fullTitle, HIDDEN_MEANS } from '../performance/index.ts'
import { describeConfidence, formatShare } from '../performance/web.ts'

interface ConfidencePageProps {
  frame: FrameProps
  available: ReadonlyMap<string, Availability>
  doubts: ReadonlyMap<string, Doubt>
  /** Only for those who see loads. */
  mayRead: boolean
}

/** How far each measure can be trusted: how full its fields are, and how many cases a fault may change. */
export function ConfidencePage({ frame, available, doubts, mayRead }: ConfidencePageProps) {
  const shown = catalogue().filter(({ id }) => available.get(id)?.available)
  const shownOf = (id: string) => doubts.get(id) ?? null
  const lines = shown.toSorted((a, b) => {
    const [doubtA, doubtB] = [shownOf(a.id), shownOf(b.id)]
    return doubtIn(doubtB) - doubtIn(doubtA) || doubtEver(doubtB) - doubtEver(doubtA)
  })
  return (
    <Page
      frame={frame}
      title="How far each measure can be trusted"
      section="/data"
      breadcrumbs={
        mayRead
          ? [
              { text: 'Data', href: '/data' },
              { text: 'Data quality', href: '/data/quality' },
            ]
          : [{ text: 'Measures', href: '/measures' }]
      }
    >
      <PageHeading
        title="How far each measure can be trusted"
        sentence={describeAll(shown, available, doubts)}
      />
      <ScrollRegion label="Measures">
        <Table
          head={[
            { text: 'Measure' },
            { text: 'Records complete' },
            { text: 'Last month' },
            { text: 'Cases', format: 'numeric' },
            { text: 'In doubt', format: 'numeric' },
            { text: 'Left out', format: 'numeric' },
            { text: 'All months: in doubt or left out', format: 'numeric' },
          ]}
          firstCellIsHeader
          rows={lines.map((series) => rowOf(series, available.get(series.id)!, doubts.get(series.id)))}
        />
      </ScrollRegion>
      <p class="wm-note">
        In doubt: cases that the figure counts, of a row with a fault that may change them. Left out: cases
        that a fault keeps out of it.{' '}
        {lines.some(({ id }) => doubts.has(id) && !shownOf(id)) ? HIDDEN_MEANS : ''}
      </p>
    </Page>
  )
}

function rowOf(series: SeriesDefinition, availability: Availability, doubt: Doubt | undefined) {
  const { complete, leastFull, last } = availability
  const number = (value: number | undefined) => ({
    text: value === undefined ? '0' : value.toLocaleString('en-GB'),
    format: 'numeric',
  })
  return [
    { html: <a href={`/measures/${series.id}`}>{fullTitle(series)}</a> },
    {
      html:
        complete === null ? (
          <>–</>
        ) : (
          <>
            <ConfidenceMark level={confidenceOf(complete)} /> {describeConfidence(complete)},{' '}
            {formatShare(complete)}
            {complete < 1 && leastFull ? ` say ${describeFieldShort(leastFull)}` : ''}
          </>
        ),
    },
    { text: last === null ? 'No month yet' : formatMonth(last) },
    number(doubt?.cases),
    number(doubt?.doubtful),
    number(doubt?.leftOut),
    number(doubtEver(doubt ?? null)),
  ]
}

type Counts = Doubt | null

const doubtEver = (doubt: Counts): number => (doubt === null ? 0 : doubt.allDoubtful + doubt.allLeftOut)

/** Share of the cases that the last month has, or should have. */
const doubtIn = (doubt: Counts): number =>
  doubt === null || doubt.cases + doubt.leftOut === 0
    ? 0
    : (doubt.doubtful + doubt.leftOut) / (doubt.cases + doubt.leftOut)

function describeAll(
  shown: readonly SeriesDefinition[],
  available: ReadonlyMap<string, Availability>,
  doubts: ReadonlyMap<string, Doubt>,
): { bold: string; rest: string } {
  const harmed = shown.filter(({ id }) => isMonthDoubtful(doubts.get(id))).length
  const thin = shown.filter(({ id }) => (available.get(id)?.complete ?? 1) < 0.9).length
  return {
    bold:
      harmed === 0
        ? `No fault in the data changes the last month of any of the ${shown.length} measures.`
        : `A fault in the data may change the last month of ${harmed} of ${shown.length} measures.`,
    rest:
      thin === 0
        ? 'The fields that they need are 90% full or more.'
        : `${thin} ${thin === 1 ? 'rests' : 'rest'} on a field that is less than 90% full.`,
  }
}
