import { scaleLinear } from 'd3-scale'
import type { Month } from '../../platform/day.ts'
import { ChartSvg, px } from './chart-svg.tsx'
import { DARK_BLUE, INK, PAST, SECONDARY } from './colour.ts'
import {
  AXIS_HEIGHT,
  middleOf,
  MonthAxis,
  monthScale,
  SHEETS,
  ValueAxis,
  type Drawing,
  type Sheet,
} from './month-axis.tsx'
import { SideLabels } from './side-labels.tsx'

interface ColumnsChartProps {
  id: string
  title: string
  desc: string
  points: readonly { month: Month; value: number | null }[]
  say: (value: number) => string
  target?: { value: number; text: string } | null | undefined
  /** Words for the peak, in place of its bare figure: "486 in July 2014, at inspection". */
  peakText?: string | undefined
  drawing?: Drawing | undefined
  height?: number | undefined
  axis?: boolean | undefined
}

const TOP = 22

/** A stock at each month end: columns from zero, the latest dark, the peak and the latest named. */
export function ColumnsChart(props: ColumnsChartProps) {
  const drawing = props.drawing ?? 'wide'
  const sheet = SHEETS[drawing]
  const bottom = TOP + (props.height ?? 110)
  const months = props.points.map((point) => point.month)
  const x = monthScale(months, sheet)
  const known = props.points.flatMap((point) =>
    point.value === null ? [] : [{ month: point.month, value: point.value }],
  )
  const most = Math.max(1, ...known.map((point) => point.value), props.target?.value ?? 0)
  const y = scaleLinear([0, most], [bottom, TOP]).nice(2)
  const latest = known.at(-1)
  const peak = known.reduce<(typeof known)[number] | undefined>(
    (found, point) => (!found || point.value > found.value ? point : found),
    undefined,
  )
  const peakText =
    peak && (drawing === 'wide' ? (props.peakText ?? props.say(peak.value)) : props.say(peak.value))
  return (
    <ChartSvg
      id={props.id}
      title={props.title}
      desc={props.desc}
      width={sheet.width}
      height={bottom + (props.axis === false ? 8 : AXIS_HEIGHT)}
      drawing={props.drawing}
    >
      <ValueAxis ticks={y.ticks(2)} y={y} sheet={sheet} />
      {known.map((point) => (
        <rect
          x={px(x(point.month) ?? 0)}
          y={px(y(point.value))}
          width={px(x.bandwidth())}
          height={px(bottom - y(point.value))}
          fill={point === latest ? DARK_BLUE : PAST}
        />
      ))}
      {props.target ? <TargetLine target={props.target} y={y} sheet={sheet} bottom={bottom} /> : null}
      {peak && latest && months.indexOf(latest.month) - months.indexOf(peak.month) > 1 ? (
        <PeakLabel words={peakText ?? ''} x={middleOf(x, peak.month)} y={y(peak.value)} sheet={sheet} />
      ) : null}
      {latest ? (
        <text
          x={px(middleOf(x, latest.month))}
          y={px(y(latest.value) - 6)}
          font-size={sheet.text}
          font-weight="bold"
          text-anchor={drawing === 'wide' ? 'middle' : 'end'}
        >
          {props.say(latest.value)}
        </text>
      ) : null}
      {props.axis === false ? null : <MonthAxis months={months} scale={x} y={bottom} sheet={sheet} />}
    </ChartSvg>
  )
}

interface TargetLineProps {
  target: { value: number; text: string }
  y: (value: number) => number
  sheet: Sheet
  bottom: number
}

const TargetLine = ({ target, y, sheet, bottom }: TargetLineProps) => (
  <>
    <path
      d={`M${sheet.left} ${px(y(target.value))}H${sheet.right}`}
      stroke={INK}
      stroke-width="1.8"
      stroke-dasharray="7 4"
    />
    {sheet.drawing === 'wide' ? (
      <SideLabels
        labels={[{ text: target.text, y: y(target.value), bold: true }]}
        x={sheet.right + 8}
        top={TOP}
        bottom={bottom}
      />
    ) : null}
  </>
)

const PeakLabel = ({ words, x, y, sheet }: { words: string; x: number; y: number; sheet: Sheet }) => (
  <text
    x={px(x)}
    y={px(y - 6)}
    font-size={sheet.text}
    text-anchor={anchorAt(x, sheet.left, sheet.right)}
    fill={SECONDARY}
  >
    {words}
  </text>
)

/** Words near an edge of the plot run inwards. */
const anchorAt = (x: number, left: number, right: number) =>
  x - left < 110 ? 'start' : right - x < 110 ? 'end' : 'middle'
