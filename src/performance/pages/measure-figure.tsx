import { formatDayOfYear, formatMonth, shiftMonth, type Day, type Month } from '../../platform/day.ts'
import { ColumnsChart } from '../../ui/charts/columns-chart.tsx'
import { ChartFigure, Panel } from '../../ui/charts/figure.tsx'
import type { Drawing } from '../../ui/charts/month-axis.tsx'
import { XmrChart } from '../../ui/charts/xmr-chart.tsx'
import type { XmrChartProps } from '../../ui/charts/xmr-chart-props.ts'
import { boundsOf, companionsOf, formatLimit, formatValue } from '../../measures/index.ts'
import { describeChartRule } from '../spc/describe-rule.ts'
import type { PathStep } from '../tracker/target-path.ts'
import type { TrackerRow } from '../tracker/tracker-row.ts'
import { chartWords, describeSeries, limitsOf } from './figure-view.ts'
import { figureCaption, openCount, type CompanionRow } from './measure-sentence.ts'
import { chartMonths, pointVerdict, type SeriesState } from './measure-state.ts'
import { rangeSteps } from './range-steps.ts'

interface MeasureFigureProps {
  row: TrackerRow
  companions: readonly CompanionRow[]
  asAt: Day
}

const DRAWINGS: readonly Drawing[] = ['wide', 'narrow']
const PART_NAMES = { flow: 'Flow.', cohort: 'Cohort.', stock: 'Stock.' } as const

/** The measure's chart, and on the same time axis those that it must be read with: flow, cohort and stock. */
export function MeasureFigure({ row, companions, asAt }: MeasureFigureProps) {
  const { series, spc } = row
  const months = withPath(chartMonths(asAt, [row, ...companions.map((companion) => companion.row)]), row.path)
  const provisional = row.points.some((point) => point.provisional)
  const main = xmrOf(row, months, row)
  const alone = companions.length === 0
  const name = alone
    ? series.timing === 'flow'
      ? 'Each month.'
      : 'At each month end.'
    : PART_NAMES[series.timing]
  return (
    <ChartFigure
      sentence={[figureCaption(row, companions), row.tableDaysSentence].filter(Boolean).join('. ')}
      note={[
        describeChartRule(spc),
        row.path.length > 0 ? 'Short strokes: the agreed path to the target.' : null,
        provisional ? 'Hollow point: provisional, because work recorded late will still change it.' : null,
      ]
        .filter((sentence) => sentence !== null && sentence !== '')
        .join(' ')}
      tableHref="#months"
      csvHref={`/measures/${series.id}.csv`}
      pictureHref={`/measures/${series.id}/chart`}
      altText={chartWords(row)}
    >
      <Panel name={name} title={(alone ? null : companionsOf(series)?.title) ?? series.asks}>
        {DRAWINGS.map((drawing) => (
          <XmrChart {...main} id={`main-${drawing}`} drawing={drawing} axis={alone || drawing === 'narrow'} />
        ))}
      </Panel>
      {companions.map((shown, index) => (
        <CompanionPanel
          shown={shown}
          index={index}
          months={months}
          asAt={asAt}
          axis={index === companions.length - 1}
        />
      ))}
    </ChartFigure>
  )
}

interface CompanionPanelProps {
  shown: CompanionRow
  index: number
  months: readonly Month[]
  asAt: Day
  /** Whether the wide drawing has the months under it: of panels that share an axis, only the last has. */
  axis: boolean
}

function CompanionPanel({ shown: { companion, row }, index, months, asAt, axis }: CompanionPanelProps) {
  const line =
    companion.part === 'cohort'
      ? cohortOf(row, months, asAt)
      : { ...xmrOf(row, months), limits: null, ranges: [] }
  return (
    <Panel name={PART_NAMES[companion.part]} title={companion.title}>
      {DRAWINGS.map((drawing) =>
        companion.part === 'stock' ? (
          <StockColumns
            id={`beside-${index}-${drawing}`}
            title={companion.title}
            row={row}
            months={months}
            drawing={drawing}
            axis={axis || drawing === 'narrow'}
          />
        ) : (
          <XmrChart
            {...line}
            id={`beside-${index}-${drawing}`}
            drawing={drawing}
            height={drawing === 'wide' ? 90 : 120}
            axis={axis || drawing === 'narrow'}
          />
        ),
      )}
    </Panel>
  )
}

/** An agreed path is drawn to its end, at most a year ahead. */
const MAX_MONTHS_AHEAD = 12

function withPath(months: readonly Month[], path: readonly PathStep[]): Month[] {
  const [last, end] = [months.at(-1), path.at(-1)?.month]
  if (!last || !end || end <= last) return [...months]
  const ahead = Array.from({ length: MAX_MONTHS_AHEAD }, (_, index) => shiftMonth(last, index + 1))
  return [...months, ...ahead.filter((month) => month <= end)]
}

/** A series' line; with `goal`, its target and the path to it. */
export function xmrOf(
  state: SeriesState,
  months: readonly Month[],
  goal?: Pick<TrackerRow, 'target' | 'path'>,
): Omit<XmrChartProps, 'id'> {
  const { series, points, spc } = state
  const byMonth = new Map(points.map((point, index) => [point.period, { point, signal: spc.signals[index] }]))
  const target = goal?.target ?? null
  const path = goal && goal.path.length > 0 ? goal.path : null
  return {
    title: `${series.title}, by month`,
    desc: describeSeries(points, series, spc),
    points: months.map((month) => {
      const found = byMonth.get(month)
      return {
        month,
        value: found?.point.value ?? null,
        provisional: found?.point.provisional,
        verdict: pointVerdict(found?.signal, series.polarity),
      }
    }),
    limits: limitsOf(spc),
    ranges: rangeSteps(spc, series).map((step) => ({ ...step, from: points[step.from]!.period })),
    anew: spc.breaks.map(({ at: index, cause }) => ({ month: points[index]!.period, words: cause })),
    target: target === null ? null : { value: target, text: `Target ${formatLimit(target, series)}` },
    path: path && { steps: path, text: 'Agreed path' },
    say: (value) => formatValue(value, series),
    unit: series.unit === '%' ? '%' : '',
    bounds: boundsOf(series),
  }
}

/** A month that is too recent has no point: some of its children may still be in time. */
function cohortOf(row: TrackerRow, months: readonly Month[], asAt: Day): Omit<XmrChartProps, 'id'> {
  const last = row.points.findLast((point) => point.value !== null)?.period
  const from = last ? shiftMonth(last, 1) : months[0]
  const isRecent = from !== undefined && months.includes(from)
  return {
    ...xmrOf(row, months, row),
    limits: null,
    ranges: [],
    notYetKnown: isRecent
      ? { from, words: ['Not yet known: day 45', `is after ${formatDayOfYear(asAt)}`] }
      : null,
  }
}

interface StockColumnsProps {
  id: string
  title: string
  row: TrackerRow
  months: readonly Month[]
  drawing: Drawing
  axis: boolean
}

function StockColumns({ id, title, row, months, drawing, axis }: StockColumnsProps) {
  const counts = row.points.map((point) => ({ month: point.period, value: openCount(point) }))
  const known = counts.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }]))
  const peak = known.reduce<(typeof known)[number] | null>(
    (found, point) => (found === null || point.value > found.value ? point : found),
    null,
  )
  const latest = known.at(-1)
  const format = (value: number) => value.toLocaleString('en-GB')
  return (
    <ColumnsChart
      id={id}
      title={title}
      desc={
        latest && peak
          ? `${format(latest.value)} in ${formatMonth(latest.month)}; the most were ${format(peak.value)} in ${formatMonth(peak.month)}.`
          : 'No figures yet.'
      }
      points={months.map((month) => ({
        month,
        value: known.find((point) => point.month === month)?.value ?? null,
      }))}
      say={format}
      peakText={peak ? `${format(peak.value)} in ${formatMonth(peak.month)}` : undefined}
      drawing={drawing}
      axis={axis}
    />
  )
}
