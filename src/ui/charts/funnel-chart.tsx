import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { ChartSvg, px } from './chart-svg.tsx'
import { GRID, LIMIT, LINE, SECONDARY, WHITE } from './colour.ts'
import { SHEETS, ValueAxis, type Drawing } from './month-axis.tsx'
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
  /** Written beside the mark; none for one that does not stand out. */
  label: string | null
}

interface FunnelChartProps {
  id: string
  title: string
  desc: string
  marks: readonly FunnelMark[]
  centre: number
  /** The ends of what chance explains for a number of cases, 2 or 3 standard errors out. */
  limits: (cases: number, errors: 2 | 3) => readonly [number, number]
  say: (value: number) => string
  /** What stands under the axis: "Assessments in the 12 months". */
  across: string
  drawing: Drawing
}

const TOP = 14
const STEPS = 60

/** Teams by how many cases they have and what share was met, with what chance explains drawn around the whole. */
export function FunnelChart(props: FunnelChartProps) {
  const { marks, centre, limits, drawing, say } = props
  const sheet = SHEETS[drawing]
  const plot = drawing === 'wide' ? 260 : 220
  const bottom = TOP + plot
  const most = Math.max(...marks.map(({ cases }) => cases))
  const x = scaleLinear([0, most * 1.08], [sheet.left, sheet.right])
  const [low, high] = [
    Math.min(...marks.map(({ value }) => value), limits(most, 3)[0]),
    Math.max(...marks.map(({ value }) => value), limits(most, 3)[1]),
  ]
  const air = (high - low || 10) * 0.12
  const nice = scaleLinear([low - air, high + air], [0, 1])
    .nice(4)
    .domain()
  const domain: [number, number] = [Math.max(0, nice[0]!), Math.min(100, nice[1]!)]
  const y = scaleLinear(domain, [bottom, TOP])
  const within = (value: number) => Math.min(Math.max(value, domain[0]), domain[1])
  // From one case on: of none, chance explains everything.
  const cases = Array.from({ length: STEPS + 1 }, (_, step) => 1 + ((most * 1.08 - 1) * step) / STEPS)
  const along = (errors: 2 | 3, end: 0 | 1) =>
    line<number>(
      (each) => px(x(each)),
      (each) => px(y(within(limits(each, errors)[end]))),
    )(cases) ?? ''
  const [last, first] = [x.domain()[1]!, 0]
  const ticks = x.ticks(drawing === 'wide' ? 6 : 3).filter((tick) => tick > first)
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
      <g font-size={sheet.text} text-anchor="middle" fill={SECONDARY}>
        <path d={`M${sheet.left} ${bottom}H${sheet.right}`} stroke={LIMIT} fill="none" />
        {ticks.map((tick) => (
          <>
            <path d={`M${px(x(tick))} ${TOP}V${bottom}`} stroke={GRID} />
            <text x={px(x(tick))} y={bottom + 18}>
              {tick.toLocaleString('en-GB')}
            </text>
          </>
        ))}
        <text x={sheet.right} y={bottom + 36} text-anchor="end">
          {props.across}
        </text>
      </g>
      <path d={`M${sheet.left} ${px(y(centre))}H${sheet.right}`} stroke={LINE} />
      {([2, 3] as const).map((errors) =>
        ([0, 1] as const).map((end) => (
          <path
            d={along(errors, end)}
            fill="none"
            stroke={LIMIT}
            stroke-width={errors === 3 ? 1.6 : 1.2}
            stroke-dasharray={errors === 2 ? '4 3' : undefined}
          />
        )),
      )}
      {marks.map((mark) => (
        <PointMark x={x(mark.cases)} y={y(mark.value)} verdict={mark.verdict} provisional={mark.small} />
      ))}
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
      {drawing === 'wide' ? (
        <SideLabels
          labels={[
            { text: '3 standard errors', y: y(within(limits(last, 3)[1])) },
            { text: '2 standard errors', y: y(within(limits(last, 2)[1])) },
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
