import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { BAND, GRID, INK, LIMIT, LINE, MEAN, SECONDARY } from './colour.ts'
import { px } from './chart-svg.tsx'
import { PointMark } from './point-mark.tsx'
import type { Verdict } from './verdict.ts'

export interface Limits {
  centre: number
  lower: number
  upper: number
  /** Under 12 points: the edges are dashed, because they may still move. */
  trial: boolean
}

export interface SparklineProps {
  /** One for each month shown, the latest last; null where there is no figure. A short series starts late. */
  values: readonly (number | null)[]
  limits?: Limits | null | undefined
  /** The first value that the limits rest on, when not the first there is. */
  limitsFrom?: number | undefined
  target?: number | null | undefined
  verdict: Verdict
  /** Places in `values` of the run that is still alive at the last point: they alone are marked. */
  run?: readonly number[] | undefined
  /** Read out in place of the picture. */
  label: string
  width?: number | undefined
  height?: number | undefined
  /** One scale for several sparklines, lowest first, with its two ends written at the left. */
  scale?: { domain: readonly [number, number]; ends: readonly [string, string] } | undefined
}

const PAD = 6

/**
 * What the picture spans: the series and its usual range. A target within 0.4 of that widens it; one further off is
 * drawn at the frame with an arrow, so that it never flattens the line.
 */
export function sparklineDomain(
  values: readonly number[],
  limits: Limits | null | undefined,
  target: number | null | undefined,
): { domain: [number, number]; targetAt: 'scale' | 'top' | 'bottom' | null } {
  const all = limits ? [...values, limits.lower, limits.upper] : values
  let [low, high] = [Math.min(...all), Math.max(...all)]
  if (low === high) [low, high] = [low - 1, high + 1]
  if (target === null || target === undefined) return { domain: [low, high], targetAt: null }
  const margin = 0.4 * (high - low)
  if (target > high + margin) return { domain: [low, high], targetAt: 'top' }
  if (target < low - margin) return { domain: [low, high], targetAt: 'bottom' }
  return { domain: [Math.min(low, target), Math.max(high, target)], targetAt: 'scale' }
}

/** Twenty-four months in 190 by 44: usual range, mean, target, line, and the run that is still alive. */
export function Sparkline(props: SparklineProps) {
  const { width = 190, height = 44, limits, target } = props
  const known = props.values.filter((value) => value !== null)
  if (known.length === 0) return null
  const found = sparklineDomain(known, limits, target)
  const domain = props.scale?.domain ?? found.domain
  const targetAt = props.scale && target !== null && target !== undefined ? 'scale' : found.targetAt
  const left = props.scale ? 30 : 2
  const right = width - PAD - 2
  const x = scaleLinear([0, Math.max(1, props.values.length - 1)], [left + 3, right])
  const y = scaleLinear(domain, [height - PAD, PAD])
  const path = line<number | null>(
    (_value, index) => px(x(index)),
    (value) => px(y(value ?? 0)),
  ).defined((value) => value !== null)(props.values.slice())
  const first = Math.max(
    props.limitsFrom ?? 0,
    props.values.findIndex((value) => value !== null),
  )
  const last = props.values.findLastIndex((value) => value !== null)
  const run = (props.run ?? []).filter((index) => index !== last)
  const bandLeft = px(first === 0 ? left : x(first) - 3)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="wm-chart"
      role="img"
      aria-label={props.label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family="Arial, Arimo, Helvetica, sans-serif"
    >
      {props.scale ? (
        <ScaleEnds ends={props.scale.ends} y={[y(domain[0]), y(domain[1])]} x={[left, width]} />
      ) : null}
      {limits ? <Band limits={limits} y={y} x={[bandLeft, width - 2]} domain={domain} /> : null}
      {targetAt ? (
        <TargetLine
          at={targetAt}
          y={targetAt === 'top' ? 2 : targetAt === 'bottom' ? height - 2 : px(y(target ?? 0))}
          x={[left, width - 2]}
          height={height}
        />
      ) : null}
      <path d={path ?? ''} fill="none" stroke={LINE} stroke-width="1.3" />
      {run.map((index) => (
        <PointMark x={x(index)} y={y(props.values[index] ?? 0)} verdict={props.verdict} scale={0.7} />
      ))}
      <PointMark x={x(last)} y={y(props.values[last] ?? 0)} verdict={props.verdict} scale={1.1} />
    </svg>
  )
}

const ScaleEnds = (props: { ends: readonly [string, string]; y: [number, number]; x: [number, number] }) => (
  <>
    {props.ends.map((end, index) => (
      <>
        <path d={`M${props.x[0]} ${px(props.y[index] ?? 0)}H${props.x[1]}`} stroke={GRID} />
        <text x="0" y={px((props.y[index] ?? 0) + 4)} font-size="12" fill={SECONDARY}>
          {end}
        </text>
      </>
    ))}
  </>
)

interface BandProps {
  limits: Limits
  y: (value: number) => number
  x: readonly [number, number]
  domain: readonly [number, number]
}

function Band({ limits, y, x, domain }: BandProps) {
  const within = (value: number) => Math.min(Math.max(value, domain[0]), domain[1])
  const [top, bottom] = [px(y(within(limits.upper))), px(y(within(limits.lower)))]
  const across = (at: number) => `M${x[0]} ${at}H${x[1]}`
  const dashes = limits.trial ? '2 3' : undefined
  return (
    <>
      <rect x={x[0]} y={top} width={px(x[1] - x[0])} height={px(bottom - top)} fill={BAND} />
      <path d={across(top)} stroke={LIMIT} stroke-dasharray={dashes} />
      <path d={across(bottom)} stroke={LIMIT} stroke-dasharray={dashes} />
      <path d={across(px(y(limits.centre)))} stroke={MEAN} />
    </>
  )
}

function TargetLine(props: {
  at: 'scale' | 'top' | 'bottom'
  y: number
  x: [number, number]
  height: number
}) {
  const [left, right] = props.x
  const tip = props.at === 'top' ? 'M-3 5 0 1l3 4M0 1v8' : 'M-3-5 0-1l3-4M0-1v-8'
  return (
    <>
      <path
        d={`M${left} ${props.y}H${props.at === 'scale' ? right : right - 10}`}
        stroke={INK}
        stroke-width="1.6"
        stroke-dasharray="5 3"
      />
      {props.at === 'scale' ? null : (
        <path
          d={tip}
          transform={`translate(${right - 3} ${props.y})`}
          fill="none"
          stroke={INK}
          stroke-width="1.6"
        />
      )}
    </>
  )
}
