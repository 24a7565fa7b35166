import { describePublished, describeSimilar } from '../benchmarks/describe-published.ts'
import { formatMonth, type Month } from '../../platform/day.ts'
import { formatLimit } from '../../measures/index.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import {
  Changing,
  ConfidenceText,
  LatestFigure,
  NeedsAction,
  OtherDays,
  RowSparkline,
  WillMeet,
  pageSentence,
} from './row-parts.tsx'
import type { TrackerSection } from './tracker-view.ts'

const COLUMNS = [
  'ref',
  'measure',
  'value',
  'target',
  'line',
  'change',
  'meet',
  'words',
  'compare',
  'confidence',
]

export interface SectionsProps {
  sections: readonly TrackerSection[]
  month: Month | null
  /** The measures whose lists the reader may open. */
  mayOpen: ReadonlySet<string>
}

/** The tracker on a wide screen and on paper: one fixed table, a heading for each group. */
export const TrackerTable = ({ sections, month, mayOpen }: SectionsProps) => (
  <table class="wm-tracker">
    <caption class="govuk-visually-hidden">Headline measures, with where each is going</caption>
    <colgroup>
      {COLUMNS.map((column) => (
        <col class={`wm-tracker__c-${column}`} />
      ))}
    </colgroup>
    <thead>
      <tr>
        <th scope="col">
          <span class="govuk-visually-hidden">Reference</span>
        </th>
        <th scope="col">Measure</th>
        <th scope="col" class="wm-tracker__number">
          {month ? formatMonth(month) : 'Latest'}
        </th>
        <th scope="col" class="wm-tracker__number">
          Target
        </th>
        <th scope="col">{month ? `24 months to ${formatMonth(month)}` : '24 months'}</th>
        <th scope="col">Is it changing?</th>
        <th scope="col">Will it meet the target?</th>
        <th scope="col">In plain words</th>
        <th scope="col">England and similar councils</th>
        <th scope="col">Confidence</th>
      </tr>
    </thead>
    {sections.map((section) => (
      <tbody>
        <tr>
          <th scope="rowgroup" colspan={COLUMNS.length} class="wm-tracker__group" id={section.id}>
            <b>{section.rows.length}</b> {section.title}
            {section.means ? <span>{section.means}</span> : null}
          </th>
        </tr>
        {section.rows.map((row) => (
          <TrackerLine row={row} month={month} mayOpen={mayOpen.has(row.id)} />
        ))}
      </tbody>
    ))}
  </table>
)

const TrackerLine = ({ row, month, mayOpen }: { row: TrackerRow; month: Month | null; mayOpen: boolean }) => (
  <tr>
    <td class="wm-secondary">{row.ref}</td>
    <th scope="row" class="wm-tracker__name">
      <a href={`/measures/${row.series.id}`}>{row.title}</a>
    </th>
    <td class="wm-tracker__number">
      <LatestFigure row={row} month={month} />
    </td>
    <td class="wm-tracker__number">{row.target === null ? '–' : formatLimit(row.target, row.series)}</td>
    <td>
      <RowSparkline row={row} />
    </td>
    <td>
      <Changing spc={row.spc} available={row.available} />
    </td>
    <td>
      <WillMeet row={row} under />
    </td>
    <td>
      {pageSentence(row)} <NeedsAction row={row} mayOpen={mayOpen} />
      <OtherDays row={row} />
    </td>
    <td>
      <Comparison row={row} />
    </td>
    <td>
      <ConfidenceText row={row} />
    </td>
  </tr>
)

function Comparison({ row }: { row: TrackerRow }) {
  const { england, neighbours, comparison } = row
  if (england.value === null && neighbours.median === null)
    return <span class="wm-secondary">Not published</span>
  return (
    <>
      <dl class="wm-compare">
        {england.value === null ? null : (
          <>
            <dt>England</dt>
            <dd>
              {comparison ? describePublished(comparison, comparison.unit) : ''}, {england.period}
            </dd>
          </>
        )}
        {neighbours.median === null ? null : (
          <>
            <dt>Similar</dt>
            <dd>
              {describeSimilar(row)}, {neighbours.period}
            </dd>
          </>
        )}
      </dl>
      {comparison?.unit === 'per 10,000' ? <span class="wm-secondary">per 10,000</span> : null}
    </>
  )
}
