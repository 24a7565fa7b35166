import { describeScope, type Scope } from '../../access/index.ts'
import { formatMonth } from '../../platform/day.ts'
import type { FrameProps } from '../../ui/frame.tsx'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import {
  isOfRecords,
  type BehindFigure,
  type CaseRow,
  type RecordLink,
  type SeriesDefinition,
} from '../../measures/index.ts'
import { caseHref, type CaseQuestion } from './case-link.tsx'
import { CaseTable } from './case-table.tsx'
import { fullTitle } from './figure-view.ts'
import { formatCount } from '../../platform/words.ts'

interface CasesPageProps {
  frame: FrameProps
  scope: Scope
  series: SeriesDefinition
  question: CaseQuestion
  /** Those in the reader's scope. */
  rows: readonly CaseRow[]
  words: BehindFigure['words']
  /** Of a list of records: what each is called, and its page, by the id of the case. */
  links: ReadonlyMap<string, RecordLink>
  /** How many the figure counts. */
  total: number
}

/** The children behind a figure, without those whom the reader may not see (child-level); or the records behind it. */
export function CasesPage(props: CasesPageProps) {
  const { frame, scope, series, question, rows, words, total } = props
  const ofRecords = isOfRecords(series.id)
  const { period, met, split } = question
  const [one, many] =
    !ofRecords && rows.every((row) => row.child_id === null) ? ['row', 'rows'] : [words.one, words.many]
  return (
    <Page
      frame={frame}
      title={`The ${words.many} behind ${fullTitle(series)}`}
      section="/tracker"
      breadcrumbs={[
        { text: 'Tracker', href: '/tracker' },
        { text: fullTitle(series), href: `/measures/${series.id}` },
      ]}
    >
      <PageHeading
        caption={`${formatMonth(period)}${split ? ` · ${split.value}` : ''}`}
        title={fullTitle(series)}
        sentence={sentenceOf(rows.length, total, ofRecords ? null : scope)}
      />
      <p>
        {choicesOf(series).map(([choice, words], index) => (
          <>
            {index > 0 ? ' · ' : null}
            {choice === met ? <b>{words}</b> : <a href={caseHref({ ...question, met: choice })}>{words}</a>}
          </>
        ))}
      </p>
      {rows.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <>
          <ScrollRegion label={`The ${words.many} behind the figure`}>
            <CaseTable {...props} />
          </ScrollRegion>
          <p>
            <a href={caseHref(question, '.csv')}>
              Download these {formatCount(rows.length, one, many)} as CSV
            </a>
          </p>
        </>
      )}
      <p class="wm-note">
        {ofRecords
          ? null
          : `Your role shows you ${describeScope(scope)}. Opening this list was recorded, with the children on it. `}
        What is counted: <a href={`/measures/${series.id}#definition`}>the definition</a>.
      </p>
    </Page>
  )
}

const choicesOf = (series: SeriesDefinition): (readonly [CaseQuestion['met'], string])[] =>
  series.kind === 'rate'
    ? [
        ['no', 'Not met'],
        ['yes', 'Met'],
        ['all', 'All that are counted'],
      ]
    : []

/** Without a scope where the list is of records, of which only those about a child are left out. */
function sentenceOf(seen: number, total: number, scope: Scope | null): { bold: string; rest: string } {
  if (total === 0) return { bold: 'This list is empty.', rest: 'The figure is zero.' }
  if (seen === total)
    return {
      bold:
        total === 1 ? 'The only one in this figure.' : `All ${total.toLocaleString('en-GB')} in this figure.`,
      rest: 'The list and the figure agree.',
    }
  return {
    bold: `You can see ${seen === 0 ? 'none' : seen.toLocaleString('en-GB')} of the ${total.toLocaleString('en-GB')} in this figure.`,
    rest: scope
      ? `Your role shows you ${describeScope(scope)}; the figure counts the whole council.`
      : 'This list leaves out records about a child; the figure counts them.',
  }
}

const Nothing = ({ series, words, total }: Pick<CasesPageProps, 'series' | 'words' | 'total'>) => (
  <p>
    {total === 0 ? `No ${words.one} matches.` : 'Your role shows you none of them.'}{' '}
    <a href={`/measures/${series.id}`}>Back to the measure</a>
  </p>
)
