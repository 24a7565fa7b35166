import { scaleLog } from 'd3-scale'
import { ChartSvg, px } from './chart-svg.tsx'
import { DARK_BLUE, GRID, INK, LINE, ORANGE, ORANGE_EDGE, SECONDARY } from './colour.ts'

/** One line of the picture: how many times as often, with the range that chance allows. */
export interface RatioLine {
  label: string
  value: number
  low: number
  high: number
  /** Whether the range leaves out 1, and which way is worse, if either is. */
  tone: 'worse' | 'better' | 'differs' | 'none'
  /** At the right: "62% of 160". */
  text: string
}

interface RatioChartProps {
  id: string
  title: string
  desc: string
  lines: readonly RatioLine[]
}

const ROW = 34
const TOP = 30
const TICKS = [0.25, 0.5, 1, 2, 4]
const FURTHEST = { low: 0.2, high: 5 }

/** A dot for each group and the range around it, next to an upright at "as often as the others". */
export const RatioChart = (props: RatioChartProps) => (
  <>
    <Drawing {...props} drawing="wide" width={900} left={250} right={640} />
    <Drawing {...props} id={`${props.id}-n`} drawing="narrow" width={290} left={8} right={282} />
  </>
)

interface DrawingProps extends RatioChartProps {
  drawing: 'wide' | 'narrow'
  width: number
  left: number
  right: number
}

function Drawing({ id, title, desc, lines, drawing, width, left, right }: DrawingProps) {
  const isNarrow = drawing === 'narrow'
  const row = isNarrow ? ROW + 20 : ROW
  const height = TOP + row * lines.length + 30
  const x = scaleLog([FURTHEST.low, FURTHEST.high], [left, right])
  const within = (ratio: number) => px(x(Math.min(FURTHEST.high, Math.max(FURTHEST.low, ratio))))
  const bottom = height - 26
  return (
    <ChartSvg id={id} title={title} desc={desc} width={width} height={height} drawing={drawing}>
      {TICKS.map((tick) => (
        <>
          <path
            d={`M${px(x(tick))} ${TOP - 8}V${bottom}`}
            stroke={tick === 1 ? INK : GRID}
            stroke-width={tick === 1 ? 1.5 : 1}
          />
          <text x={px(x(tick))} y={height - 8} font-size="13" text-anchor="middle" fill={SECONDARY}>
            {tick === 1 ? 'as often' : `${tick}×`}
          </text>
        </>
      ))}
      {lines.map((line, at) => {
        const middle = TOP + row * at + (isNarrow ? row - 14 : row / 2)
        return (
          <>
            <text
              x={isNarrow ? left : 0}
              y={isNarrow ? middle - 14 : middle + 4}
              font-size="14"
              font-weight={line.tone === 'none' ? 'normal' : 'bold'}
            >
              {isNarrow ? `${line.label}, ${line.text}` : line.label}
            </text>
            <path d={`M${within(line.low)} ${middle}H${within(line.high)}`} stroke={LINE} stroke-width="2" />
            <Mark x={within(line.value)} y={middle} tone={line.tone} />
            {isNarrow ? null : (
              <text x={right + 24} y={middle + 4} font-size="14">
                {line.text}
              </text>
            )}
          </>
        )
      })}
    </ChartSvg>
  )
}

/** The shapes of every chart: a diamond is worse, a square better, a dot no difference that chance would not make. */
function Mark({ x, y, tone }: { x: number; y: number; tone: RatioLine['tone'] }) {
  if (tone === 'worse')
    return <path d={`M${x} ${y - 7}l7 7l-7 7l-7 -7z`} fill={ORANGE} stroke={ORANGE_EDGE} stroke-width="1.5" />
  if (tone === 'better') return <rect x={x - 5} y={y - 5} width="10" height="10" fill={DARK_BLUE} />
  return (
    <circle cx={x} cy={y} r="5" fill={tone === 'differs' ? INK : '#ffffff'} stroke={LINE} stroke-width="2" />
  )
}
