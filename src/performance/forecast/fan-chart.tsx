import { scaleLinear } from 'd3-scale'
import { area, line } from 'd3-shape'
import type { Month } from '../../platform/day.ts'
import { ChartSvg, px } from '../../ui/charts/chart-svg.tsx'
import { BAND, DARK_BLUE, INK, LINE, PAST } from '../../ui/charts/colour.ts'
import {
  AXIS_HEIGHT,
  middleOf,
  MonthAxis,
  monthScale,
  SHEETS,
  ValueAxis,
  type Drawing,
} from '../../ui/charts/month-axis.tsx'
import { SideLabels } from '../../ui/charts/side-labels.tsx'
import type { FanMonth } from './forecast.ts'

interface FanChartProps {
  id: string
  title: string
  desc: string
  drawing: Drawing
  /** Months known, oldest first. */
  known: readonly { month: Month; value: number | null }[]
  fan: readonly FanMonth[]
  target: { value: number; text: string }
  /** The day by which it is to be met, as a month of the axis; null for none, or beyond the picture. */
  targetBy: Month | null
  say: (value: number) => string
  unit: string
  bounds: readonly [number, number]
}

const TOP = 14
const PLOT = { wide: 200, narrow: 190 } as const

/** The months known as a line, and after them a fan in which four of five futures lie, with the target across. */
export function FanChart(props: FanChartProps) {
  const { known, fan, target, drawing } = props
  const sheet = SHEETS[drawing]
  const bottom = TOP + PLOT[drawing]
  const months = [...known.map(({ month }) => month), ...fan.map(({ month }) => month)]
  const x = monthScale(months, sheet)
  const y = scaleLinear(domainOf(props), [bottom, TOP])
  const drawn = known.filter((point) => point.value !== null)
  const xOf = (month: Month) => px(middleOf(x, month))
  const path = line<(typeof known)[number]>(
    ({ month }) => xOf(month),
    ({ value }) => px(y(value ?? 0)),
  ).defined(({ value }) => value !== null)([...known])
  const band = area<FanMonth>()
    .x(({ month }) => xOf(month))
    .y0(({ low }) => px(y(low)))
    .y1(({ high }) => px(y(high)))([...fan])
  const middle = line<FanMonth>(
    ({ month }) => xOf(month),
    (ahead) => px(y(ahead.middle)),
  )([...fan])
  return (
    <ChartSvg
      id={props.id}
      title={props.title}
      desc={props.desc}
      width={sheet.width}
      height={bottom + AXIS_HEIGHT}
      drawing={drawing}
    >
      <ValueAxis ticks={y.ticks(4)} y={y} sheet={sheet} unit={props.unit} />
      <path d={band ?? ''} fill={BAND} stroke={PAST} stroke-width="1" />
      <path d={middle ?? ''} fill="none" stroke={DARK_BLUE} stroke-width="2" stroke-dasharray="2 3" />
      <path
        d={`M${sheet.left} ${px(y(target.value))}H${sheet.right}`}
        stroke={INK}
        stroke-width="1.8"
        stroke-dasharray="7 4"
      />
      {props.targetBy ? (
        <path d={`M${xOf(props.targetBy)} ${TOP}V${bottom}`} stroke={LINE} stroke-width="1.2" />
      ) : null}
      <path d={path ?? ''} fill="none" stroke={LINE} stroke-width="1.6" />
      {drawn.map(({ month, value }) => (
        <circle cx={xOf(month)} cy={px(y(value ?? 0))} r={drawing === 'wide' ? 3.5 : 2.5} fill={LINE} />
      ))}
      {drawing === 'wide' ? (
        <SideLabels labels={sideLabels(props, y)} x={sheet.right + 8} top={TOP} bottom={bottom} />
      ) : (
        <text x={sheet.left + 4} y={px(y(target.value) - 5)} font-size="12">
          {target.text}
        </text>
      )}
      <MonthAxis months={months} scale={x} y={bottom} sheet={sheet} />
    </ChartSvg>
  )
}

/** The target, and the three ends of the fan or, without one, the last figure. */
function sideLabels({ known, fan, target, say }: FanChartProps, y: (value: number) => number) {
  const wanted = { text: target.text, y: y(target.value), bold: true }
  const end = fan.at(-1)
  if (end) {
    return [
      wanted,
      { text: `${say(end.high)} or more: 1 in 10`, y: y(end.high) },
      { text: `${say(end.middle)} likely`, y: y(end.middle) },
      { text: `${say(end.low)} or less: 1 in 10`, y: y(end.low) },
    ]
  }
  const last = known.findLast(({ value }) => value !== null)
  return last ? [wanted, { text: `${say(last.value ?? 0)} now`, y: y(last.value ?? 0) }] : [wanted]
}

function domainOf({ known, fan, target, bounds }: FanChartProps): [number, number] {
  const values = [
    ...known.flatMap(({ value }) => (value === null ? [] : [value])),
    ...fan.flatMap(({ low, high }) => [low, high]),
    target.value,
  ]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = (high - low || 1) * 0.06
  const nice = scaleLinear([low - air, high + air], [0, 1])
    .nice(4)
    .domain()
  return [Math.max(nice[0] ?? low, bounds[0]), Math.min(nice[1] ?? high, bounds[1])]
}
