import { sayDayOfYear, sayMonth, shiftMonth, type Day, type Month } from '../../platform/day.ts'
import { ColumnsChart } from '../../ui/charts/columns-chart.tsx'
import { ChartFigure, Panel } from '../../ui/charts/figure.tsx'
import type { Drawing } from '../../ui/charts/month-axis.tsx'
import { XmrChart, type XmrChartProps } from '../../ui/charts/xmr-chart.tsx'
import { sayChartRule, sayLimit, sayValue, type TrackerRow } from '../index.ts'
import { describeSeries, limitsOf } from './figure-view.ts'
import { figureCaption, openCount, type Backlog } from './measure-sentence.ts'
import { chartMonths, pointVerdict, type SeriesState } from './measure-state.ts'

interface MeasureFigureProps {
  state: SeriesState
  backlog: Backlog | null
  asAt: Day
  target: number | null
}

const DRAWINGS: readonly Drawing[] = ['wide', 'narrow']

/** The measure's picture; for assessments, flow, cohort and stock on one time axis. */
export function MeasureFigure({ state, backlog, asAt, target }: MeasureFigureProps) {
  const { series } = state
  const months = chartMonths(asAt, backlog ? [state, backlog.cohort, backlog.stock] : [state])
  const main = xmrOf(state, months, target)
  const provisional = state.points.some((point) => point.provisional)
  return (
    <ChartFigure
      sentence={figureCaption(state, backlog)}
      note={`${sayChartRule(state.spc)}${provisional ? ' Hollow point: provisional, because work recorded late will still change it.' : ''}`}
      tableHref="#months"
      csvHref={`/measures/${series.id}.csv`}
    >
      {backlog ? (
        <>
          <Panel name="Flow." title="Of assessments completed in the month, the share within 45 working days">
            {DRAWINGS.map((drawing) => (
              <XmrChart {...main} id={`flow-${drawing}`} drawing={drawing} axis={drawing === 'narrow'} />
            ))}
          </Panel>
          <Panel
            name="Cohort."
            title="Of assessments started in the month, the share completed within 45 working days"
          >
            {DRAWINGS.map((drawing) => (
              <XmrChart
                {...cohortOf(backlog.cohort, months, asAt)}
                id={`cohort-${drawing}`}
                drawing={drawing}
                height={drawing === 'wide' ? 90 : 120}
                axis={drawing === 'narrow'}
              />
            ))}
          </Panel>
          <Panel name="Stock." title="Assessments still open past day 45 at each month end">
            {DRAWINGS.map((drawing) => (
              <StockColumns state={backlog.stock} months={months} drawing={drawing} />
            ))}
          </Panel>
        </>
      ) : (
        <Panel name={series.timing === 'flow' ? 'Each month.' : 'At each month end.'} title={series.asks}>
          {DRAWINGS.map((drawing) => (
            <XmrChart {...main} id={`main-${drawing}`} drawing={drawing} />
          ))}
        </Panel>
      )}
    </ChartFigure>
  )
}

function xmrOf(
  state: SeriesState,
  months: readonly Month[],
  target: number | null,
): Omit<XmrChartProps, 'id'> {
  const { series, points, spc } = state
  const at = new Map(points.map((point, index) => [point.period, { point, signal: spc.signals[index] }]))
  return {
    title: `${series.title}, by month`,
    desc: describeSeries(points, series, spc),
    points: months.map((month) => {
      const found = at.get(month)
      return {
        month,
        value: found?.point.value ?? null,
        provisional: found?.point.provisional,
        verdict: pointVerdict(found?.signal, series.polarity),
      }
    }),
    limits: limitsOf(spc),
    target: target === null ? null : { value: target, text: `Target ${sayLimit(target, series)}` },
    say: (value) => sayValue(value, series),
    unit: series.unit === '%' ? '%' : '',
    bounds: series.unit === '%' ? [0, 100] : [0, Infinity],
  }
}

/** A month that has not matured has no point: some of its children may still be in time. */
function cohortOf(state: TrackerRow, months: readonly Month[], asAt: Day): Omit<XmrChartProps, 'id'> {
  const last = state.points.findLast((point) => point.value !== null)?.period
  const from = last ? shiftMonth(last, 1) : months[0]
  const young = from !== undefined && months.includes(from)
  return {
    ...xmrOf(state, months, state.target),
    limits: null,
    notYetKnown: young ? { from, words: ['Not yet known: day 45', `is after ${sayDayOfYear(asAt)}`] } : null,
  }
}

function StockColumns({
  state,
  months,
  drawing,
}: {
  state: TrackerRow
  months: readonly Month[]
  drawing: Drawing
}) {
  const counts = state.points.map((point) => ({ month: point.period, value: openCount(point) }))
  const known = counts.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }]))
  const peak = known.reduce<(typeof known)[number] | null>(
    (found, point) => (found === null || point.value > found.value ? point : found),
    null,
  )
  const latest = known.at(-1)
  const say = (value: number) => value.toLocaleString('en-GB')
  return (
    <ColumnsChart
      id={`stock-${drawing}`}
      title="Assessments open past day 45, at each month end"
      desc={
        latest && peak
          ? `${say(latest.value)} in ${sayMonth(latest.month)}; the most were ${say(peak.value)} in ${sayMonth(peak.month)}.`
          : 'No figures yet.'
      }
      points={months.map((month) => ({
        month,
        value: known.find((point) => point.month === month)?.value ?? null,
      }))}
      say={say}
      peakText={peak ? `${say(peak.value)} in ${sayMonth(peak.month)}` : undefined}
      drawing={drawing}
    />
  )
}
