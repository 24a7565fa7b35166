import type { Variation } from '../performance/index.ts'
import { formatMonth } from '../platform/day.ts'
import type { Drawing } from '../ui/charts/month-axis.tsx'
import type { Verdict } from '../ui/charts/verdict.ts'
import { XmrChart } from '../ui/charts/xmr-chart.tsx'
import type { ReportChart } from './report.ts'
import { formatPlain } from './format-figure.ts'

/** The mark of each verdict of process control. */
export const VERDICTS: Readonly<Record<Variation, Verdict>> = {
  common: 'steady',
  improving: 'improving',
  worsening: 'worsening',
  higher: 'higher',
  lower: 'lower',
  none: 'none',
}

const say = (chart: ReportChart, value: number): string =>
  chart.isRate ? `${value.toFixed(1)}%` : formatPlain(value)

/** What the picture shows, for those who cannot see it: the sentence, then the first, the least, the most and the last month. */
export function chartAlt(chart: ReportChart): string {
  const known = chart.points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]))
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last) return `${chart.caption}. There are no figures.`
  const least = known.reduce((low, point) => (point.value < low.value ? point : low))
  const most = known.reduce((high, point) => (point.value > high.value ? point : high))
  const at = (point: typeof first) => `${say(chart, point.value)} in ${formatMonth(point.period)}`
  return `${chart.caption}. Monthly line from ${at(first)} to ${at(last)}; lowest ${at(least)}, highest ${at(most)}.`
}

/** The picture as it was when the report was built: everything it draws is in the report. */
export function ChartPicture({ chart, id, drawing }: { chart: ReportChart; id: string; drawing: Drawing }) {
  const { centre, lower, upper, trial } = chart.limits
  const limits = centre === null || lower === null || upper === null ? null : { centre, lower, upper, trial }
  return (
    <XmrChart
      id={`${id}-${drawing}`}
      title={chart.title}
      desc={chartAlt(chart)}
      points={chart.points.map(({ period, value, provisional }, at) => ({
        month: period,
        value,
        provisional,
        verdict: at === chart.points.length - 1 ? VERDICTS[chart.limits.variation] : 'steady',
      }))}
      limits={limits}
      target={
        chart.target === null
          ? null
          : { value: chart.target, text: `Target ${formatPlain(chart.target)}${chart.isRate ? '%' : ''}` }
      }
      say={(value) => say(chart, value)}
      unit={chart.isRate ? '%' : undefined}
      bounds={chart.isRate ? [0, 100] : undefined}
      drawing={drawing}
    />
  )
}
