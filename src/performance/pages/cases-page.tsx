import { describeScope, describeWithheld, type Scope } from '../../access/index.ts'
import { formatMonth, type Day } from '../../platform/day.ts'
import type { FrameProps } from '../../ui/frame.tsx'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import {
  isOfRecords,
  needsActionOf,
  type BehindFigure,
  type Split,
  type CaseRow,
  type RecordLink,
  type SeriesDefinition,
} from '../../measures/index.ts'
import { caseHref, type CaseQuestion } from './case-link.tsx'
import { CaseTable } from './case-table.tsx'
import { describeSides, type CaseCounts } from './case-words.ts'
import { fullTitle } from './figure-view.ts'
import { capital, formatCount } from '../../platform/words.ts'

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
  /** Children among them whose records are kept from the reader. */
  withheld: number
  /** How many it counts on each side, of which the list is one. */
  counts: CaseCounts
  asAt: Day
  /** The day of a table that is not as at the day of the figures; null where there is none. */
  otherDays: string | null
}

/** The children behind a figure, without those whom the reader may not see (child-level); or the records behind it. */
export function CasesPage(props: CasesPageProps) {
  const { frame, scope, series, question, rows, total, counts } = props
  const ofRecords = isOfRecords(series.id)
  const { period, met, split } = question
  const { one, many } = props.words
  const sides = describeSides(series, needsActionOf(series), counts)
  return (
    <Page
      frame={frame}
      title={`The ${many} behind ${fullTitle(series)}`}
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
        {sides.map((side, index) => (
          <>
            {index > 0 ? ' · ' : null}
            {side.met === met ? (
              <b>{side.words}</b>
            ) : (
              <a href={caseHref({ ...question, met: side.met })}>{side.words}</a>
            )}
          </>
        ))}
      </p>
      {props.withheld === 0 ? null : <p>{describeWithheld(props.withheld)}</p>}
      {props.otherDays === null ? null : <p class="wm-note">{props.otherDays}</p>}
      {ofRecords ? null : <Parts {...props} by="team" />}
      {series.detail === null ? null : <Parts {...props} by="detail" />}
      {rows.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <>
          <ScrollRegion label={`The ${many} behind the figure`}>
            <CaseTable {...props} />
          </ScrollRegion>
          <p>
            Download {rows.length === 1 ? `this ${one}` : `these ${formatCount(rows.length, one, many)}`} as{' '}
            <a href={caseHref(question, '.xlsx')}>Excel</a> or <a href={caseHref(question, '.csv')}>CSV</a>
          </p>
        </>
      )}
      <p class="wm-note">
        {ofRecords
          ? null
          : `Your role shows you ${describeScope(scope)}. Opening this list was recorded${one === 'child' ? ', with the children on it' : ''}. `}
        What is counted: <a href={`/measures/${series.id}#definition`}>the definition</a>.
      </p>
    </Page>
  )
}

/** The teams, or the rules, of the cases in the list: each a link to its own. */
function Parts({ question, rows, series, by }: CasesPageProps & { by: Split & ('team' | 'detail') }) {
  const chosen = question.split?.by === by ? question.split.value : null
  if (question.split && chosen === null) return null
  const values = [...new Set(rows.flatMap((row) => row[by] ?? []))].toSorted((a, b) => a.localeCompare(b))
  if (chosen === null && values.length < 2) return null
  return (
    <p>
      {by === 'team' ? 'Team' : capital(series.detail ?? '')}:{' '}
      {chosen === null ? <b>all</b> : <a href={caseHref({ ...question, split: undefined })}>all</a>}
      {(chosen === null ? values : [chosen]).map((value) => (
        <>
          {' · '}
          {value === chosen ? (
            <b>{value}</b>
          ) : (
            <a href={caseHref({ ...question, split: { by, value } })}>
              {value} ({rows.filter((row) => row[by] === value).length})
            </a>
          )}
        </>
      ))}
    </p>
  )
}

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
    {total === 0 ? `No ${words.one} matches.` : 'None of them is shown to you.'}{' '}
    <a href={`/measures/${series.id}`}>Back to the measure</a>
  </p>
)
