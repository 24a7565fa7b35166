import { formatNumber } from '../../platform/words.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import type { ClinicView } from './clinic-read.ts'
import { boardSentence } from './clinic-words.ts'

const WIDTH = 120

/** Reasons as counts, last time hollow and today filled, on one scale, with the sentence that they make for the Board. */
export function ReasonsForBoard({ view }: { view: ClinicView }) {
  const { reasons, counts, clinic } = view
  const sentence = boardSentence(clinic, counts, reasons)
  return (
    <section>
      <h2 class="wm-section">Reasons, for the Board</h2>
      {reasons.length === 0 ? (
        <p>No reason has been given yet.</p>
      ) : (
        <ScrollRegion label="Reasons, for the Board">
          <ReasonTable view={view} />
        </ScrollRegion>
      )}
      {sentence === '' ? null : (
        <p class="govuk-inset-text">
          <b>Sentence for the Board report:</b> “{sentence}”{' '}
          {clinic.state === 'closed' ? null : <span class="wm-secondary">Ready when the clinic closes.</span>}
        </p>
      )}
    </section>
  )
}

function ReasonTable({ view: { reasons, clinic } }: { view: ClinicView }) {
  const most = Math.max(1, ...reasons.flatMap(({ last, today }) => [last, today]))
  return (
    <table class="govuk-table wm-clinic-reasons">
      <caption class="govuk-visually-hidden">How many children each reason was given for</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Reason
          </th>
          <th scope="col" class="govuk-table__header">
            Last time: {reasons.reduce((sum, { last }) => sum + last, 0)}
          </th>
          <th scope="col" class="govuk-table__header">
            {clinic.state === 'closed' ? 'At this clinic' : 'Today, so far'}:{' '}
            {reasons.reduce((sum, { today }) => sum + today, 0)}
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {reasons.map(({ reason, last, today }) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header wm-clinic-reason">
              {reason}
            </th>
            <td class="govuk-table__cell">
              {last === 0 ? '–' : formatNumber(last)} <Bar count={last} most={most} />
            </td>
            <td class="govuk-table__cell">
              <b>{today === 0 ? '–' : formatNumber(today)}</b> <Bar count={today} most={most} isFilled />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Bar = ({ count, most, isFilled = false }: { count: number; most: number; isFilled?: boolean }) => (
  <svg width={WIDTH} height="12" viewBox={`0 0 ${WIDTH} 12`} aria-hidden="true" focusable="false">
    <line x1="1" x2="1" y1="0" y2="12" stroke="#0b0c0c" />
    {count === 0 ? null : (
      <rect
        x="1"
        y="2"
        width={Math.round((count / most) * (WIDTH - 3))}
        height="8"
        fill={isFilled ? '#7d93a6' : '#ffffff'}
        stroke="#505a5f"
      />
    )}
  </svg>
)
