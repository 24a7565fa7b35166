import type { Variation } from '../performance/index.ts'
import { formatMonth } from '../platform/day.ts'
import type { Drawing } from '../ui/charts/month-axis.tsx'
import type { Verdict } from '../ui/charts/verdict.ts'
import { XmrChart } from '../ui/charts/xmr-chart.tsx'
import type { ReportChart } from './report.ts'
import { formatPlain } from './format-figure.ts'

export const VERDICTS: Readonly<Record<Variation, Verdict>> = {
  common: 'steady',
  improving: 'improving',
  worsening: 'worsening',
  higher: 'higher',
  lower: 'lower',
  none: 'none',
}

const formatChartValue = (chart: ReportChart, value: number): string =>
  chart.isRate ? `${value.toFixed(1)}%` : formatPlain(value)

/** The text alternative: the caption, then the first, last, lowest and highest months. */
export function chartAlt(chart: ReportChart): string {
  const known = chart.points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last) return `${chart.caption}. There are no figures.`
  const lowest = known.reduce((low, point) => (point.value < low.value ? point : low))
  const highest = known.reduce((high, point) => (point.value > high.value ? point : high))
  const describePoint = (point: typeof first) =>
    `${formatChartValue(chart, point.value)} in ${formatMonth(point.period)}`
  return `${chart.caption}. Monthly line from ${describePoint(first)} to ${describePoint(last)}; lowest ${describePoint(lowest)}, highest ${describePoint(highest)}.`
}

/** Draws only what is stored in the report, so an issued chart never changes. */
export function ChartPicture({ chart, id, drawing }: { chart: ReportChart; id: string; drawing: Drawing }) {
  const { centre, lower, upper, trial } = chart.limits
  const limits = centre === null || lower === null || upper === null ? null : { centre, lower, upper, trial }
  return (
    <XmrChart
      id={`${id}-${drawing}`}
      title={chart.title}
      desc={chartAlt(chart)}
      points={chart.points.map(({ period, value, provisional }, index) => ({
        month: period,
        value,
        provisional,
        verdict: index === chart.points.length - 1 ? VERDICTS[chart.limits.variation] : 'steady',
      }))}
      limits={limits}
      target={
        chart.target === null
          ? null
          : { value: chart.target, text: `Target ${formatPlain(chart.target)}${chart.isRate ? '%' : ''}` }
      }
      say={(value) => formatChartValue(chart, value)}
      unit={chart.isRate ? '%' : undefined}
      bounds={chart.isRate ? [0, 100] : undefined}
      drawing={drawing}
    />
  )
}
