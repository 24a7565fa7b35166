import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Month } from '../../platform/day.ts'
import { ChartSvg, Hatching, px } from './chart-svg.tsx'
import { BAND, INK, LIMIT, LINE, MEAN, SECONDARY, WHITE } from './colour.ts'
import {
  AXIS_HEIGHT,
  middleOf,
  MonthAxis,
  monthScale,
  SHEETS,
  ValueAxis,
  type Drawing,
  type MonthScale,
  type Sheet,
} from './month-axis.tsx'
import { PointMark } from './point-mark.tsx'
import { SideLabels, type SideLabel } from './side-labels.tsx'
import type { Limits } from './sparkline.tsx'
import type { Verdict } from './verdict.ts'

export interface XmrPoint {
  month: Month
  /** Null where there is no figure. */
  value: number | null
  /** Drawn hollow. */
  provisional?: boolean | undefined
  /** The mark of the point's own verdict; steady when absent. */
  verdict?: Verdict | undefined
}

export interface XmrChartProps {
  id: string
  title: string
  desc: string
  /** Every month of the axis, in order. */
  points: readonly XmrPoint[]
  limits?: Limits | null | undefined
  target?: { value: number; text: string } | null | undefined
  /** What the latest month was first reported as, when that differs. */
  firstReported?: number | null | undefined
  /** The figure as text: "84.0%". */
  say: (value: number) => string
  /** The unit that the topmost gridline carries: "%". */
  unit?: string | undefined
  /** Values that cannot be: a percentage stays within 0 and 100. */
  bounds?: readonly [number, number] | undefined
  /** Months too recent to be known, and why: hatched, never drawn low. */
  notYetKnown?: { from: Month; words: readonly string[] } | null | undefined
  /** Months with a cause for new limits, named on the chart. */
  rebased?: { month: Month; words: string } | null | undefined
  drawing?: Drawing | undefined
  /** Of the plot, without the months' names. */
  height?: number | undefined
  /** False where a panel below carries the months. */
  axis?: boolean | undefined
}

const TOP = 12

/** The values that an axis spans: series, limits and target, a little air, and round ends. Cut, because it is a line. */
export function xmrDomain(
  props: Pick<XmrChartProps, 'points' | 'limits' | 'target' | 'bounds'>,
): [number, number] {
  const values = props.points.flatMap((point) => (point.value === null ? [] : [point.value]))
  const all = [
    ...values,
    ...(props.limits ? [props.limits.lower, props.limits.upper] : []),
    ...(props.target ? [props.target.value] : []),
  ]
  const [low, high] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1]
  const air = (high - low || Math.abs(high) || 1) * 0.06
  const [least, most] = props.bounds ?? [-Infinity, Infinity]
  const nice = scaleLinear([low - air, high + air], [0, 1])
    .nice(4)
    .domain()
  return [Math.max(nice[0] ?? 0, least), Math.min(nice[1] ?? 1, most)]
}

/** A month-by-month line with its usual range, mean and target, each named at the right. */
export function XmrChart(props: XmrChartProps) {
  const drawing = props.drawing ?? 'wide'
  const sheet = SHEETS[drawing]
  const plotHeight = props.height ?? (drawing === 'wide' ? 220 : 200)
  const bottom = TOP + plotHeight
  const months = props.points.map((point) => point.month)
  const x = monthScale(months, sheet)
  const domain = xmrDomain(props)
  const y = scaleLinear(domain, [bottom, TOP])
  const ticks = y.ticks(plotHeight < 120 ? 3 : 4)
  const known = props.points.filter((point) => point.value !== null)
  const latest = known.at(-1)
  const path = line<XmrPoint>(
    (point) => px(middleOf(x, point.month)),
    (point) => px(y(point.value ?? 0)),
  ).defined((point) => point.value !== null)([...props.points])
  return (
    <ChartSvg
      id={props.id}
      title={props.title}
      desc={props.desc}
      width={sheet.width}
      height={bottom + (props.axis === false ? 8 : AXIS_HEIGHT)}
      drawing={props.drawing}
    >
      <ValueAxis
        ticks={ticks}
        y={y}
        sheet={sheet}
        say={(tick, isTop) => `${tick.toLocaleString('en-GB')}${isTop ? (props.unit ?? '') : ''}`}
      />
      <UsualRange limits={props.limits} y={y} domain={domain} x={bandEnds(known, x, sheet)} />
      <NotYetKnown id={props.id} what={props.notYetKnown} x={x} sheet={sheet} bottom={bottom} />
      {props.target ? (
        <path
          d={`M${sheet.left} ${px(y(props.target.value))}H${sheet.right}`}
          stroke={INK}
          stroke-width="1.8"
          stroke-dasharray="7 4"
        />
      ) : null}
      {props.rebased ? <Rebased what={props.rebased} x={x} bottom={bottom} sheet={sheet} /> : null}
      <path d={path ?? ''} fill="none" stroke={LINE} stroke-width="1.6" />
      {known.map((point) => (
        <PointMark
          x={middleOf(x, point.month)}
          y={y(point.value ?? 0)}
          verdict={point.verdict ?? 'steady'}
          provisional={point.provisional}
          scale={drawing === 'wide' ? 1 : 0.85}
        />
      ))}
      {latest && props.firstReported !== null && props.firstReported !== undefined ? (
        <path
          d={`M${px(middleOf(x, latest.month) - 16)} ${px(y(props.firstReported))}h10`}
          stroke={INK}
          stroke-width="2"
        />
      ) : null}
      {drawing === 'wide' ? (
        <SideLabels
          labels={labelsOf(props, latest, y, bottom)}
          x={sheet.right + 8}
          top={TOP}
          bottom={bottom}
        />
      ) : (
        <NarrowLabels props={props} y={y} sheet={sheet} />
      )}
      {latest && (drawing === 'narrow' || props.notYetKnown) ? (
        <LatestLabel latest={latest} say={props.say} x={x} y={y} bottom={bottom} sheet={sheet} />
      ) : null}
      {props.axis === false ? null : <MonthAxis months={months} scale={x} y={bottom} sheet={sheet} />}
    </ChartSvg>
  )
}

/** The band starts where a short series starts. */
function bandEnds(known: readonly XmrPoint[], x: MonthScale, sheet: Sheet): [number, number] {
  const first = known[0]
  const start = first ? (x(first.month) ?? sheet.left) : sheet.left
  return [start - sheet.left < x.step() ? sheet.left : start, sheet.right]
}

interface UsualRangeProps {
  limits: Limits | null | undefined
  y: (value: number) => number
  domain: readonly [number, number]
  x: readonly [number, number]
}

function UsualRange({ limits, y, domain, x }: UsualRangeProps) {
  if (!limits) return null
  const within = (value: number) => Math.min(Math.max(value, domain[0]), domain[1])
  const [top, bottom] = [px(y(within(limits.upper))), px(y(within(limits.lower)))]
  const across = (at: number) => `M${px(x[0])} ${at}H${x[1]}`
  const dashes = limits.trial ? '3 3' : undefined
  return (
    <>
      <rect x={px(x[0])} y={top} width={px(x[1] - x[0])} height={px(bottom - top)} fill={BAND} />
      <path d={across(top)} stroke={LIMIT} stroke-width="1.2" stroke-dasharray={dashes} />
      <path d={across(bottom)} stroke={LIMIT} stroke-width="1.2" stroke-dasharray={dashes} />
      <path d={across(px(y(limits.centre)))} stroke={limits.trial ? MEAN : LINE} />
    </>
  )
}

function NotYetKnown(props: {
  id: string
  what: XmrChartProps['notYetKnown']
  x: MonthScale
  sheet: Sheet
  bottom: number
}) {
  if (!props.what) return null
  const left = px(Math.max(props.sheet.left, (props.x(props.what.from) ?? props.sheet.right) - 4))
  return (
    <>
      <defs>
        <Hatching id={`${props.id}-h`} colour="#c3cad0" />
      </defs>
      <rect x={left} y={TOP} width={px(props.sheet.right - left)} height={props.bottom - TOP} fill={WHITE} />
      <rect
        x={left}
        y={TOP}
        width={px(props.sheet.right - left)}
        height={props.bottom - TOP}
        fill={`url(#${props.id}-h)`}
      />
    </>
  )
}

function Rebased(props: {
  what: { month: Month; words: string }
  x: MonthScale
  bottom: number
  sheet: Sheet
}) {
  const at = px((props.x(props.what.month) ?? props.sheet.left) - 4)
  return (
    <>
      <path d={`M${at} 2V${props.bottom}`} stroke={INK} stroke-width="1.8" />
      <text x={at - 6} y="12" font-size={props.sheet.text} text-anchor="end">
        {props.what.words}
      </text>
    </>
  )
}

function labelsOf(
  props: XmrChartProps,
  latest: XmrPoint | undefined,
  y: (value: number) => number,
  bottom: number,
): SideLabel[] {
  const { limits, target, say } = props
  const labels: SideLabel[] = []
  if (limits) {
    const [least, most] = props.bounds ?? [-Infinity, Infinity]
    const name = (end: string) => (limits.trial ? 'Trial limit' : `${end} limit`)
    // A limit is arithmetic: where nothing can be, the label says so and not a figure that cannot be.
    const beyond = (where: string) => `${limits.trial ? 'Trial limit' : 'Limit'} ${where}${props.unit ?? ''}`
    labels.push({
      text: limits.upper > most ? beyond(`over ${most}`) : `${name('Upper')} ${say(limits.upper)}`,
      y: y(limits.upper),
    })
    labels.push({ text: `Average ${say(limits.centre)}`, y: y(limits.centre) })
    labels.push({
      text: limits.lower < least ? beyond(`under ${least}`) : `${name('Lower')} ${say(limits.lower)}`,
      y: y(limits.lower),
    })
  }
  if (target) labels.push({ text: target.text, y: y(target.value), bold: true })
  for (const [index, words] of (props.notYetKnown?.words ?? []).entries()) {
    labels.push({ text: words, y: bottom - 40 + index * 16 })
  }
  if (latest && latest.value !== null && !props.notYetKnown) {
    labels.push({ text: `${say(latest.value)} now`, y: y(latest.value), bold: true })
    if (props.firstReported !== null && props.firstReported !== undefined) {
      labels.push({ text: `– first said ${say(props.firstReported)}`, y: y(latest.value) + 1 })
    }
  }
  return labels
}

interface NarrowLabelsProps {
  props: XmrChartProps
  y: (value: number) => number
  sheet: Sheet
}

/** With no room at the right, the few words that matter stand inside, on white so that no line crosses them. */
function NarrowLabels({ props, y, sheet }: NarrowLabelsProps) {
  return (
    <g font-size="12" stroke={WHITE} stroke-width="3" paint-order="stroke" stroke-linejoin="round">
      {props.limits ? (
        <text
          x={sheet.left + 4}
          y={px(y(Math.min(props.limits.upper, xmrDomain(props)[1])) + 14)}
          fill={SECONDARY}
        >
          Usual range {props.say(props.limits.lower)} to {props.say(props.limits.upper)}
        </text>
      ) : null}
      {props.target ? (
        <text x={sheet.left + 4} y={px(y(props.target.value) - 5)} fill={INK}>
          {props.target.text}
        </text>
      ) : null}
    </g>
  )
}

interface LatestLabelProps {
  latest: XmrPoint
  say: (value: number) => string
  x: MonthScale
  y: (value: number) => number
  bottom: number
  sheet: Sheet
}

/** The latest figure, under its point or, near the foot of the plot, above it. */
function LatestLabel({ latest, say, x, y, bottom, sheet }: LatestLabelProps) {
  if (latest.value === null) return null
  const at = y(latest.value)
  return (
    <text
      x={px(middleOf(x, latest.month) + 6)}
      y={px(at + 20 > bottom ? at - 9 : at + 18)}
      font-size={sheet.text}
      font-weight="bold"
      text-anchor="end"
      stroke={WHITE}
      stroke-width="3"
      paint-order="stroke"
      stroke-linejoin="round"
    >
      {say(latest.value)}
    </text>
  )
}
