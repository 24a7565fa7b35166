import { scaleLinear, type ScaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { ChartSvg, px } from './chart-svg.tsx'
import { GRID, LIMIT, LINE, SECONDARY, WHITE } from './colour.ts'
import { SHEETS, ValueAxis, type Drawing, type Sheet } from './month-axis.tsx'
import { PointMark } from './point-mark.tsx'
import { SideLabels } from './side-labels.tsx'
import type { Verdict } from './verdict.ts'

export interface FunnelMark {
  /** How many cases. */
  cases: number
  value: number
  verdict: Verdict
  /** Too few cases to be judged: drawn hollow. */
  small: boolean
  /** Written next to the mark; null for one that is within the limits. */
  label: string | null
}

type FunnelLine = 'apart' | 'far'

interface FunnelChartProps {
  id: string
  title: string
  desc: string
  marks: readonly FunnelMark[]
  centre: number
  /** The ends of what chance explains for a whole number of cases: the dashed line and, further out, the solid one. */
  limits: (cases: number, line: FunnelLine) => readonly [number, number]
  /** The words beside the solid and the dashed line. */
  lines: Readonly<Record<FunnelLine, string>>
  say: (value: number) => string
  /** The words under the axis: "Cases in the 12 months". */
  across: string
  drawing: Drawing
}

const TOP = 14
const STEPS = 60

/** Teams by number of cases and share met, with limits for what chance explains. */
export function FunnelChart(props: FunnelChartProps) {
  const { marks, centre, limits, lines, drawing, say } = props
  const sheet = SHEETS[drawing]
  const bottom = TOP + (drawing === 'wide' ? 260 : 220)
  const most = Math.max(...marks.map(({ cases }) => cases))
  const x = scaleLinear([0, most * 1.08], [sheet.left, sheet.right])
  const domain = domainOf(props, most)
  const y = scaleLinear(domain, [bottom, TOP])
  const end = Math.max(1, Math.floor(x.domain()[1]!))
  const yWithin = (value: number) => y(Math.min(Math.max(value, domain[0]), domain[1]))
  return (
    <ChartSvg
      id={`${props.id}-${drawing}`}
      title={props.title}
      desc={props.desc}
      width={sheet.width}
      height={bottom + 44}
      drawing={drawing}
    >
      <ValueAxis ticks={y.ticks(4)} y={y} sheet={sheet} unit="%" />
      <CasesAxis x={x} bottom={bottom} sheet={sheet} words={props.across} />
      <path d={`M${sheet.left} ${px(y(centre))}H${sheet.right}`} stroke={LINE} />
      <LimitLines limits={limits} x={x} y={yWithin} />
      {marks.map((mark) => (
        <PointMark x={x(mark.cases)} y={y(mark.value)} verdict={mark.verdict} provisional={mark.small} />
      ))}
      <MarkLabels marks={marks} x={x} y={y} sheet={sheet} />
      {drawing === 'wide' ? (
        <SideLabels
          labels={[
            { text: lines.far, y: yWithin(limits(end, 'far')[1]) },
            { text: lines.apart, y: yWithin(limits(end, 'apart')[1]) },
            { text: `The council ${say(centre)}`, y: y(centre), bold: true },
          ]}
          x={sheet.right + 8}
          top={TOP}
          bottom={bottom}
        />
      ) : null}
    </ChartSvg>
  )
}

/** From the lowest to the highest of the marks and of the limits at the most cases, with a margin and round ends. */
function domainOf({ marks, limits }: FunnelChartProps, most: number): [number, number] {
  const [low, high] = [
    Math.min(...marks.map(({ value }) => value), limits(most, 'far')[0]),
    Math.max(...marks.map(({ value }) => value), limits(most, 'far')[1]),
  ]
  const margin = (high - low || 10) * 0.12
  const nice = scaleLinear([low - margin, high + margin], [0, 1])
    .nice(4)
    .domain()
  return [Math.max(0, nice[0]!), Math.min(100, nice[1]!)]
}

type CasesScale = ScaleLinear<number, number>

interface CasesAxisProps {
  x: CasesScale
  bottom: number
  sheet: Sheet
  words: string
}

const CasesAxis = ({ x, bottom, sheet, words }: CasesAxisProps) => (
  <g font-size={sheet.text} text-anchor="middle" fill={SECONDARY}>
    <path d={`M${sheet.left} ${bottom}H${sheet.right}`} stroke={LIMIT} fill="none" />
    {x
      .ticks(sheet.drawing === 'wide' ? 6 : 3)
      .filter((tick) => tick > 0)
      .map((tick) => (
        <>
          <path d={`M${px(x(tick))} ${TOP}V${bottom}`} stroke={GRID} />
          <text x={px(x(tick))} y={bottom + 18}>
            {tick.toLocaleString('en-GB')}
          </text>
        </>
      ))}
    <text x={sheet.right} y={bottom + 36} text-anchor="end">
      {words}
    </text>
  </g>
)

interface LimitLinesProps {
  limits: FunnelChartProps['limits']
  x: CasesScale
  y: (value: number) => number
}

function LimitLines({ limits, x, y }: LimitLinesProps) {
  const last = x.domain()[1]!
  // Limits are drawn from one case on: with none, chance explains every value.
  const cases = [
    ...new Set(
      Array.from({ length: STEPS + 1 }, (_, step) => 1 + Math.floor((Math.max(0, last - 1) * step) / STEPS)),
    ),
  ]
  const along = (side: FunnelLine, end: 0 | 1) =>
    line<number>(
      (count) => px(x(count)),
      (count) => px(y(limits(count, side)[end])),
    )(cases) ?? ''
  return (
    <>
      {(['apart', 'far'] as const).map((side) =>
        ([0, 1] as const).map((end) => (
          <path
            d={along(side, end)}
            fill="none"
            stroke={LIMIT}
            stroke-width={side === 'far' ? 1.6 : 1.2}
            stroke-dasharray={side === 'apart' ? '4 3' : undefined}
          />
        )),
      )}
    </>
  )
}

interface MarkLabelsProps {
  marks: readonly FunnelMark[]
  x: CasesScale
  y: (value: number) => number
  sheet: Sheet
}

/** Near the right edge a label is on the left of its mark. */
const MarkLabels = ({ marks, x, y, sheet }: MarkLabelsProps) => (
  <g font-size={sheet.text} stroke={WHITE} stroke-width="3" paint-order="stroke" stroke-linejoin="round">
    {marks.map((mark) =>
      mark.label ? (
        <text
          x={px(x(mark.cases) + (x(mark.cases) > sheet.right - 110 ? -9 : 9))}
          y={px(y(mark.value) + 4.5)}
          text-anchor={x(mark.cases) > sheet.right - 110 ? 'end' : 'start'}
          font-weight={mark.small ? undefined : 'bold'}
        >
          {mark.label}
        </text>
      ) : null,
    )}
  </g>
)
