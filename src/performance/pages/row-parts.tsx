import { ConfidenceMark, confidenceOf, SpcMark, TargetMark } from '../../ui/charts/marks.tsx'
import { Sparkline } from '../../ui/charts/sparkline.tsx'
import { describeTargetVerdict, describeVerdict, type Verdict } from '../../ui/charts/verdict.ts'
import { formatFigure, type Point, type SeriesDefinition } from '../../measures/index.ts'
import { statedFigure } from '../../ui/stated-figure.ts'
import type { Spc } from '../spc/spc.ts'
import { describeUnavailable } from '../unavailable.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { describeSeries, lastTwoYears, runAtEnd, formatParts, shortMonth, verdictOf } from './figure-view.ts'
import { NeedingLink } from './needing-link.tsx'
import { rangeSteps } from './range-steps.ts'

export const Changing = ({ spc, available = true }: { spc: Spc; available?: boolean }) => (
  <span class="wm-said">
    <SpcMark verdict={verdictOf(spc)} direction={spc.direction ?? undefined} />
    <span>{available ? describeChange(spc) : 'Not available'}</span>
  </span>
)

/** The tracker's sentence; without the names of columns where the files cannot answer. */
export const pageSentence = (row: TrackerRow): string =>
  (row.available ? null : describeUnavailable(row.why ?? '')?.sentence) ?? row.sentence

/** The verdict in a word or two or, without one, why in short. */
export function describeChange(spc: Spc): string {
  const verdict: Verdict = verdictOf(spc)
  if (verdict !== 'none') return describeVerdict(verdict)
  return spc.applies ? 'Too few points' : 'No limits'
}

export function WillMeet({ row, under = false }: { row: TrackerRow; under?: boolean }) {
  const verdict = row.meeting
  if (verdict === 'no-target') {
    return <span class="wm-secondary">{row.target === null ? 'No target' : 'Cannot tell'}</span>
  }
  return (
    <span class={under ? 'wm-said--under' : 'wm-said'}>
      <TargetMark verdict={verdict} />
      <span>{describeTargetVerdict(verdict)}</span>
    </span>
  )
}

/** The latest figure, with its month where that is not the month of the page. */
export function LatestFigure({ row, month }: { row: TrackerRow; month: string | null }) {
  const { latest } = row
  if (!latest || (latest.value === null && !latest.denominator)) return <span class="wm-value">–</span>
  return (
    <>
      <span class="wm-value" {...statedFigure(row.id, latest.period)}>
        {latest.value === null ? formatParts(latest, row.series) : formatFigure(latest, row.series)}
      </span>
      {month && latest.period !== month ? (
        <span class="wm-secondary wm-nowrap">{shortMonth(latest.period)}</span>
      ) : null}
    </>
  )
}

export const RowSparkline = ({ row, ...size }: { row: TrackerRow; width?: number; height?: number }) => (
  <SeriesSparkline series={row.series} points={row.points} spc={row.spc} target={row.target} {...size} />
)

interface SeriesSparklineProps {
  series: SeriesDefinition
  points: readonly Point[]
  spc: Spc
  target: number | null
  width?: number
  height?: number
}

/** The last 24 months of a series with its usual range. */
export function SeriesSparkline({ series, points, spc, target, width, height }: SeriesSparklineProps) {
  const values = lastTwoYears(points)
  if (values.every((value) => value === null)) return <span class="wm-secondary">No series</span>
  const shift = Math.max(0, 24 - points.length)
  const signals = points.length > 24 ? points.length - 24 : 0
  return (
    <Sparkline
      values={values}
      ranges={rangeSteps(spc, series).map((step) => ({
        ...step,
        from: Math.max(0, step.from + shift - signals),
      }))}
      target={target}
      verdict={verdictOf(spc)}
      run={runAtEnd(spc).map((index) => index + shift - signals)}
      label={`24 months: ${describeSeries(points, series, spc)}`}
      width={width}
      height={height}
    />
  )
}

/** Those of the latest figure who need action. */
export const NeedsAction = ({ row, mayOpen }: { row: TrackerRow; mayOpen: boolean }) => (
  <span>
    <NeedingLink series={row.series} point={row.latest} may={mayOpen} />
  </span>
)

/** The day of a table that is not as at the day of the figures. */
export const OtherDays = ({ row: { tableDaysSentence } }: { row: TrackerRow }) =>
  tableDaysSentence === null ? null : <p class="wm-note">{tableDaysSentence}</p>

export function ConfidenceText({ row }: { row: TrackerRow }) {
  const { complete } = row.confidence
  if (complete === null) return <>–</>
  const level = confidenceOf(complete)
  return (
    <span class="wm-said wm-confidence">
      <ConfidenceMark level={level} />
      <span>
        {describeConfidence(complete)}
        <br />
        <span class="wm-secondary">{formatShare(complete)}</span>
      </span>
    </span>
  )
}

export const describeConfidence = (complete: number): string =>
  ({ high: 'High', medium: 'Medium', low: 'Low' })[confidenceOf(complete)]

/** Rounded down, so that only what is complete says 100%. */
export const formatShare = (share: number): string => `${Math.floor(share * 100 + 1e-9)}%`
