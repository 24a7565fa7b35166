import { NeedsAction } from '../performance/web.ts'
import { SpcMark } from '../ui/charts/marks.tsx'
import { Sparkline } from '../ui/charts/sparkline.tsx'
import { statedFigure } from '../ui/stated-figure.ts'
import type { MeasureChange } from './home.ts'
import { VERDICTS } from './report-chart.tsx'

/** The columns of what changed: of measures with their line, of ratings without. */
export const Columns = ({ line }: { line: boolean }) => (
  <colgroup>
    <col class="wm-changes__mark" />
    <col />
    <col class="wm-changes__figure" />
    <col class="wm-changes__figure" />
    {line ? <col class="wm-changes__line" /> : null}
    <col class="wm-changes__ref" />
  </colgroup>
)

/** The measures that changed, each with those of it who need action. */
export const Measures = ({
  changes,
  mayOpen,
}: { changes: readonly MeasureChange[] } & { mayOpen: ReadonlySet<string> }) =>
  changes.length === 0 ? (
    <p>No measure has figures yet.</p>
  ) : (
    <table class="govuk-table wm-changes">
      <Columns line />
      <thead class="govuk-table__head">
        <tr>
          <th scope="col" colspan={2} class="govuk-table__header">
            Measures
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            Was
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            Now
          </th>
          <th scope="col" class="govuk-table__header wm-changes__line">
            <span class="govuk-visually-hidden">Its months</span>
          </th>
          <th scope="col" class="govuk-table__header wm-changes__ref">
            <span class="govuk-visually-hidden">Measure</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ row, text, was, now }) => (
          <tr>
            <td class="govuk-table__cell">
              <SpcMark verdict={VERDICTS[row.spc.variation]} direction={row.spc.direction ?? undefined} />
            </td>
            <td class="govuk-table__cell">
              {text} <NeedsAction row={row} mayOpen={mayOpen.has(row.id)} />
            </td>
            <td
              class="govuk-table__cell govuk-table__cell--numeric"
              {...(row.previous && statedFigure(row.id, row.previous.period))}
            >
              {was}
            </td>
            <td
              class="govuk-table__cell govuk-table__cell--numeric"
              {...(row.latest && statedFigure(row.id, row.latest.period))}
            >
              <b>{now}</b>
            </td>
            <td class="govuk-table__cell wm-changes__line">
              <ChangeLine change={{ row, text, was, now }} />
            </td>
            <td class="govuk-table__cell wm-changes__ref">
              <a href={`/measures/${row.id}`}>{row.ref || 'Open'}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )

function ChangeLine({ change: { row, was, now } }: { change: MeasureChange }) {
  const { centre, lower, upper, trial } = row.spc
  const limits = centre === null || lower === null || upper === null ? null : { centre, lower, upper, trial }
  return (
    <Sparkline
      values={row.points.map((point) => point.value)}
      limits={limits}
      target={row.target}
      verdict={VERDICTS[row.spc.variation]}
      label={`${row.points.length} months, ${was} and then ${now}`}
      width={132}
      height={36}
    />
  )
}
