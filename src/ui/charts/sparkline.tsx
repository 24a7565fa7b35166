import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { GRID, INK, LINE, SECONDARY } from './colour.ts'
import { px } from './chart-svg.tsx'
import { PointMark } from './point-mark.tsx'
import { UsualRange, type Limits, type RangeStep } from './usual-range.tsx'
import type { Verdict } from './verdict.ts'

export type { Limits } from './usual-range.tsx'

export interface SparklineProps {
  /** One for each month shown, the latest last; null where there is no figure. A short series starts late. */
  values: readonly (number | null)[]
  limits?: Limits | null | undefined
  /** The usual range by the place in `values` that it starts at, where it is not one for all: in place of `limits`. */
  ranges?: readonly RangeStep<number>[] | undefined
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
  limits: readonly Limits[],
  target: number | null | undefined,
): { domain: [number, number]; targetAt: 'scale' | 'top' | 'bottom' | null } {
  const all = [...values, ...limits.flatMap(({ lower, upper }) => [lower, upper])]
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
  const { width = 190, height = 44, target } = props
  const known = props.values.filter((value) => value !== null)
  if (known.length === 0) return null
  const first = props.values.findIndex((value) => value !== null)
  const ranges = props.ranges ?? (props.limits ? [{ from: first, limits: props.limits }] : [])
  const found = sparklineDomain(
    known,
    ranges.map(({ limits }) => limits),
    target,
  )
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
  const last = props.values.findLastIndex((value) => value !== null)
  const run = (props.run ?? []).filter((index) => index !== last)
  const bandLeft = (place: number) => (place === 0 ? left : x(place) - 3)
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
      <UsualRange
        steps={ranges.map((range) => ({ ...range, from: bandLeft(range.from) }))}
        right={width - 2}
        y={y}
        domain={domain}
        edge={1}
        dashes="2 3"
      />
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
