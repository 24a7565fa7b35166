import { scaleLinear } from 'd3-scale'
import { ChartSvg, px } from '../../ui/charts/chart-svg.tsx'
import { DARK_BLUE, INK, LIMIT, ORANGE, ORANGE_EDGE, SECONDARY, WHITE } from '../../ui/charts/colour.ts'
import type { Drawing } from '../../ui/charts/month-axis.tsx'

interface Marked {
  value: number
  text: string
}

interface StripChartProps {
  id: string
  title: string
  desc: string
  drawing: Drawing
  /** Every authority that publishes. */
  values: readonly number[]
  neighbours: readonly number[]
  england: Marked | null
  region: Marked | null
  /** The council's own, published or as known now; null when neither can be drawn. */
  own: Marked | null
  say: (value: number) => string
}

const SIZES = {
  wide: { width: 926, left: 12, right: 914, text: 13 },
  narrow: { width: 290, left: 8, right: 282, text: 12 },
} as const
const TOP = 44
const TALL = 40
const NEIGHBOURS = TOP + TALL + 16
const AXIS = NEIGHBOURS + 14

/** Every authority as a stroke on one line; below it the neighbours; across both England, the region and the council. */
export function StripChart(props: StripChartProps) {
  const { drawing, values, neighbours, england, region, own } = props
  const size = SIZES[drawing]
  const all = [...values, ...[england, region, own].flatMap((mark) => (mark ? [mark.value] : []))]
  const x = scaleLinear([Math.min(...all), Math.max(...all)], [size.left + 8, size.right - 8]).nice(5)
  const xOf = (value: number) => px(x(value))
  const ticks = x.ticks(drawing === 'wide' ? 7 : 4)
  return (
    <ChartSvg
      id={props.id}
      title={props.title}
      desc={props.desc}
      width={size.width}
      height={AXIS + 24}
      drawing={drawing}
    >
      <path
        d={values.map((value) => `M${xOf(value)} ${TOP}v${TALL}`).join('')}
        stroke={LIMIT}
        stroke-width="1"
      />
      {neighbours.map((value) => (
        <circle cx={xOf(value)} cy={NEIGHBOURS} r="4.5" fill={DARK_BLUE} stroke={WHITE} stroke-width="1" />
      ))}
      {region ? <Post mark={region} x={xOf(region.value)} y={30} size={size} dashed /> : null}
      {england ? <Post mark={england} x={xOf(england.value)} y={14} size={size} /> : null}
      {own ? (
        <>
          <path
            class="wm-orange"
            d={`M${xOf(own.value)} ${TOP + TALL / 2 - 9}l9 9-9 9-9-9z`}
            fill={ORANGE}
            stroke={ORANGE_EDGE}
            stroke-width="1.5"
          />
          <Words x={xOf(own.value)} y={TOP + TALL / 2 + 5} size={size} bold gap={14}>
            {own.text}
          </Words>
        </>
      ) : null}
      <g font-size={size.text} text-anchor="middle" fill={SECONDARY}>
        <path d={`M${size.left} ${AXIS}H${size.right}`} stroke={LIMIT} fill="none" />
        {ticks.map((tick) => (
          <>
            <path d={`M${xOf(tick)} ${AXIS}v5`} stroke={LIMIT} />
            <text x={xOf(tick)} y={AXIS + 19}>
              {props.say(tick)}
            </text>
          </>
        ))}
      </g>
    </ChartSvg>
  )
}

type Size = (typeof SIZES)[Drawing]

const Post = (props: { mark: Marked; x: number; y: number; size: Size; dashed?: boolean }) => (
  <>
    <path
      d={`M${props.x} ${props.y + 4}V${NEIGHBOURS + 8}`}
      stroke={INK}
      stroke-width="1.8"
      stroke-dasharray={props.dashed ? '5 3' : undefined}
    />
    <Words x={props.x} y={props.y} size={props.size} gap={0}>
      {props.mark.text}
    </Words>
  </>
)

/** Words on white, to that side of their place on which there is room. */
function Words(props: { x: number; y: number; size: Size; gap: number; bold?: boolean; children: string }) {
  const isLeft = props.x < (props.size.left + props.size.right) / 2
  return (
    <text
      x={isLeft ? props.x + props.gap : props.x - props.gap}
      y={props.y}
      font-size={props.size.text}
      font-weight={props.bold ? 'bold' : undefined}
      text-anchor={isLeft ? 'start' : 'end'}
      fill={INK}
      stroke={WHITE}
      stroke-width="4"
      paint-order="stroke"
      stroke-linejoin="round"
    >
      {props.children}
    </text>
  )
}
