import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Month } from '../../platform/day.ts'
import { ChartSvg, Hatching, px } from './chart-svg.tsx'
import { INK, LINE, WHITE } from './colour.ts'
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
import { SideLabels } from './side-labels.tsx'
import { UsualRange } from './usual-range.tsx'
import type { XmrChartProps, XmrPoint } from './xmr-chart-props.ts'
import { labelsOf, LatestLabel, NarrowLabels, narrowLabelsHeight } from './xmr-labels.tsx'

const TOP = 12

/** From the lowest to the highest of series, limits and target, with a margin and round ends. Not from zero: it is a line. */
export function xmrDomain(
  props: Pick<XmrChartProps, 'points' | 'limits' | 'ranges' | 'target' | 'path' | 'bounds'>,
): [number, number] {
  const values = props.points.flatMap(({ value, firstReported }) =>
    [value, firstReported ?? null].filter((number) => number !== null),
  )
  const all = [
    ...values,
    ...rangesOf(props).flatMap(({ limits }) => [limits.lower, limits.upper]),
    ...(props.path?.steps.map(({ value }) => value) ?? []),
    ...(props.target ? [props.target.value] : []),
  ]
  const [low, high] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1]
  const margin = (high - low || Math.abs(high) || 1) * 0.06
  const [bound, max] = props.bounds ?? [-Infinity, Infinity]
  // The margin alone takes no axis below zero: a sum of money that was never negative is drawn from zero.
  const min = low >= 0 ? Math.max(bound, 0) : bound
  // Cut before the ends are made round: a margin beyond 100 would move the lower end down by as much.
  const nice = scaleLinear([Math.max(low - margin, min), Math.min(high + margin, max)], [0, 1])
    .nice(4)
    .domain()
  return [Math.max(nice[0] ?? 0, min), Math.min(nice[1] ?? 1, max)]
}

function rangesOf({ points, limits, ranges }: Pick<XmrChartProps, 'points' | 'limits' | 'ranges'>) {
  const first = points.find(({ value }) => value !== null)
  return ranges ?? (limits && first ? [{ from: first.month, limits }] : [])
}

/** A line by month with its usual range, mean and target, each named at the right. */
export function XmrChart(props: XmrChartProps) {
  const drawing = props.drawing ?? 'wide'
  const sheet = SHEETS[drawing]
  const plotHeight = props.height ?? (drawing === 'wide' ? 220 : 200)
  const bottom = TOP + plotHeight
  const foot = bottom + (props.axis === false ? 8 : AXIS_HEIGHT)
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
      height={foot + (drawing === 'narrow' ? narrowLabelsHeight(props) : 0)}
      drawing={props.drawing}
    >
      <ValueAxis ticks={ticks} y={y} sheet={sheet} unit={props.unit} />
      <UsualRange
        steps={rangesOf(props).map((range) => ({ ...range, from: stepStart(range.from, x, sheet) }))}
        right={sheet.right}
        y={y}
        domain={domain}
        edge={1.2}
        dashes="3 3"
      />
      <NotYetKnown id={props.id} what={props.notYetKnown} x={x} sheet={sheet} bottom={bottom} />
      {props.target ? (
        <path
          d={`M${sheet.left} ${px(y(props.target.value))}H${sheet.right}`}
          stroke={INK}
          stroke-width="1.8"
          stroke-dasharray="7 4"
        />
      ) : null}
      {props.path ? <Path steps={props.path.steps} x={x} y={y} /> : null}
      {(props.anew ?? []).map((what, index) => (
        <Anew what={what} x={x} bottom={bottom} sheet={sheet} row={index} />
      ))}
      <path d={path ?? ''} fill="none" stroke={LINE} stroke-width="1.6" />
      <Points points={known} x={x} y={y} drawing={drawing} />
      <Labels props={props} latest={latest} x={x} y={y} bottom={bottom} foot={foot} sheet={sheet} />
      {props.axis === false ? null : <MonthAxis months={months} scale={x} y={bottom} sheet={sheet} />}
    </ChartSvg>
  )
}

interface LabelsProps {
  props: XmrChartProps
  latest: XmrPoint | undefined
  x: MonthScale
  y: (value: number) => number
  bottom: number
  /** The foot of the drawing without its words. */
  foot: number
  sheet: Sheet
}

const Labels = ({ props, latest, x, y, bottom, foot, sheet }: LabelsProps) => (
  <>
    {sheet.drawing === 'wide' ? (
      <SideLabels labels={labelsOf(props, latest, y, bottom)} x={sheet.right + 8} top={TOP} bottom={bottom} />
    ) : (
      <NarrowLabels props={props} sheet={sheet} foot={foot} />
    )}
    {latest && (sheet.drawing === 'narrow' || props.notYetKnown) ? (
      <LatestLabel latest={latest} say={props.say} x={x} y={y} bottom={bottom} sheet={sheet} />
    ) : null}
  </>
)

interface PointsProps {
  points: readonly XmrPoint[]
  x: MonthScale
  y: (value: number) => number
  drawing: Drawing
}

/** The points, then a short bar before each that was first reported differently. */
const Points = ({ points, x, y, drawing }: PointsProps) => (
  <>
    {points.map((point) => (
      <PointMark
        x={middleOf(x, point.month)}
        y={y(point.value ?? 0)}
        verdict={point.verdict ?? 'steady'}
        provisional={point.provisional}
        scale={drawing === 'wide' ? 1 : 0.85}
      />
    ))}
    {points.map(({ month, firstReported }) =>
      firstReported === null || firstReported === undefined ? null : (
        <path
          d={`M${px(middleOf(x, month) - 16)} ${px(y(firstReported))}h10`}
          stroke={INK}
          stroke-width="2"
        />
      ),
    )}
  </>
)

/** A range starts half-way between its month and the one before; from the first month on, at the frame. */
function stepStart(month: Month, x: MonthScale, sheet: Sheet): number {
  const start = x(month) ?? sheet.left
  return start - sheet.left < x.step() ? sheet.left : start - (x.step() - x.bandwidth()) / 2
}

/** The agreed path to the target: short strokes, so that it is neither the line nor the target. */
function Path(props: {
  steps: readonly { month: Month; value: number }[]
  x: MonthScale
  y: (value: number) => number
}) {
  const shown = props.steps.filter(({ month }) => props.x(month) !== undefined)
  const along = line<(typeof shown)[number]>(
    ({ month }) => px(middleOf(props.x, month)),
    ({ value }) => px(props.y(value)),
  )(shown)
  return <path d={along ?? ''} fill="none" stroke={INK} stroke-width="1.8" stroke-dasharray="2 3" />
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

const LETTER = 6.4

/** A vertical line with its cause on the left or, near the left edge, on the right. */
function Anew(props: {
  what: { month: Month; words: string }
  x: MonthScale
  bottom: number
  sheet: Sheet
  row: number
}) {
  const { what, x, sheet } = props
  const start = px(stepStart(what.month, x, sheet))
  const fits = start - sheet.left > what.words.length * LETTER
  return (
    <>
      <path d={`M${start} 2V${props.bottom}`} stroke={INK} stroke-width="1.8" />
      <text
        x={fits ? start - 6 : start + 6}
        y={12 + (props.row % 3) * 15}
        font-size={sheet.text}
        text-anchor={fits ? 'end' : 'start'}
        stroke={WHITE}
        stroke-width="3"
        paint-order="stroke"
        stroke-linejoin="round"
      >
        {what.words}
      </text>
    </>
  )
}
