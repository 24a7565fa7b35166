import { describeScope, type Scope } from '../../access/index.ts'
import { formatDay, formatMonth } from '../../platform/day.ts'
import { childHref } from '../../ui/links.ts'
import type { FrameProps } from '../../ui/frame.tsx'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Page, PageHeading } from '../../ui/page.tsx'
import type { CaseRow, SeriesDefinition } from '../../measures/index.ts'
import { caseHref, type CaseQuestion } from './case-link.tsx'
import { fullTitle } from './figure-view.ts'
import { capital, formatCount } from '../../platform/words.ts'

interface CasesPageProps {
  frame: FrameProps
  scope: Scope
  series: SeriesDefinition
  question: CaseQuestion
  /** Those in the reader's scope. */
  rows: readonly CaseRow[]
  /** How many the figure counts. */
  total: number
}

/** Child-level. The children behind a figure, without those whom the reader may not see. */
export function CasesPage({ frame, scope, series, question, rows, total }: CasesPageProps) {
  const { period, met, split } = question
  const noun = rows.every((row) => row.child_id === null) ? 'row' : 'child'
  return (
    <Page
      frame={frame}
      title={`The children behind ${fullTitle(series)}`}
      section="/tracker"
      breadcrumbs={[
        { text: 'Tracker', href: '/tracker' },
        { text: fullTitle(series), href: `/measures/${series.id}` },
      ]}
    >
      <PageHeading
        caption={`${formatMonth(period)}${split ? ` · ${split.value}` : ''}`}
        title={fullTitle(series)}
        sentence={sentenceOf(rows.length, total, scope)}
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
        <Nothing series={series} total={total} />
      ) : (
        <>
          <ScrollRegion label="The children behind the figure">
            <CaseTable rows={rows} series={series} />
          </ScrollRegion>
          <p>
            <a href={caseHref(question, '.csv')}>
              Download these {formatCount(rows.length, noun, noun === 'row' ? 'rows' : 'children')} as CSV
            </a>
          </p>
        </>
      )}
      <p class="wm-note">
        Your role shows you {describeScope(scope)}. Opening this list was recorded, with the children on it.
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

function sentenceOf(seen: number, total: number, scope: Scope): { bold: string; rest: string } {
  if (total === 0) return { bold: 'This list is empty.', rest: 'The figure is zero.' }
  if (seen === total)
    return {
      bold:
        total === 1 ? 'The only one in this figure.' : `All ${total.toLocaleString('en-GB')} in this figure.`,
      rest: 'The list and the figure agree.',
    }
  return {
    bold: `You can see ${seen === 0 ? 'none' : seen.toLocaleString('en-GB')} of the ${total.toLocaleString('en-GB')} in this figure.`,
    rest: `Your role shows you ${describeScope(scope)}; the figure counts the whole council.`,
  }
}

const Nothing = ({ series, total }: { series: SeriesDefinition; total: number }) => (
  <p>
    {total === 0 ? 'No child matches.' : 'Your role shows you none of them.'}{' '}
    <a href={`/measures/${series.id}`}>Back to the measure</a>
  </p>
)

const valueHead = ({ clock, kind, unit }: SeriesDefinition): string =>
  clock.startsWith('working days')
    ? 'Working days'
    : kind === 'rate' || kind === 'count'
      ? 'Value'
      : capital(unit)

interface CaseTableProps {
  rows: readonly CaseRow[]
  series: SeriesDefinition
}

function CaseTable({ rows, series }: CaseTableProps) {
  const withValue = rows.some((row) => row.value !== null)
  const rate = series.kind === 'rate'
  const valueWords = valueHead(series)
  return (
    <table class="govuk-table wm-records">
      <caption class="govuk-visually-hidden">The children behind the figure</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Child', 'Case', 'Day', 'Team', 'Worker', ...(rate ? ['Met'] : [])].map((head) => (
            <th scope="col" class="govuk-table__header">
              {head}
            </th>
          ))}
          {withValue ? (
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {valueWords}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {row.ref ? <a href={childHref(row.ref)}>{row.child_id}</a> : (row.child_id ?? '–')}
            </th>
            {(
              [
                ['Case', row.case_id],
                ['Day', formatDay(row.on_date)],
                ['Team', row.team ?? 'Not recorded'],
                ['Worker', row.worker ?? 'Not recorded'],
                ...(rate ? [['Met', row.met ? 'Yes' : 'No'] as const] : []),
              ] as const
            ).map(([label, words]) => (
              <td class="govuk-table__cell" data-label={label}>
                {words}
              </td>
            ))}
            {withValue ? (
              <td class="govuk-table__cell govuk-table__cell--numeric" data-label={valueWords}>
                {row.value === null ? '–' : row.value.toLocaleString('en-GB', { maximumFractionDigits: 1 })}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
