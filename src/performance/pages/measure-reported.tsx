import { formatMonth } from '../../platform/day.ts'
import type { TableCell } from '../../ui/components/table.tsx'
import { recordedSince, describeRestated } from '../restatement/reported-figure.ts'
import { formatValue, type Point, type SeriesDefinition } from '../../measures/index.ts'

export const REPORTED_COLUMNS = ['First reported', 'Recorded since']

const numeric = (text: string): TableCell => ({ text, format: 'numeric' })

/** What the month was first reported as, and how many cases were recorded of it since. */
export function reportedCells(series: SeriesDefinition, { reported, ...now }: Point): TableCell[] {
  if (!reported || now.hidden) return [numeric('–'), numeric('–')]
  const since = reported.version === series.version ? recordedSince(series, reported, now) : null
  return [
    numeric(reported.value === null ? '–' : formatValue(reported.value, series)),
    numeric(since === null ? '–' : `${since > 0 ? '+' : ''}${since.toLocaleString('en-GB')}`),
  ]
}

/** The latest of these months that says something else now than when it was first reported, in a sentence. */
export function Restated({ series, points }: { series: SeriesDefinition; points: readonly Point[] }) {
  const point = points.find(
    ({ restated, value, reported }) => restated && value !== null && reported && reported.value !== null,
  )
  const sentence = point && describeRestated(series, point)
  return sentence ? (
    <p class="wm-note">
      {formatMonth(point.period)}. {sentence}
    </p>
  ) : null
}
