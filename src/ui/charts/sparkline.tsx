import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { GRID, INK, LINE, SECONDARY } from './colour.ts'
import { px } from './chart-svg.tsx'
import { PointMark } from './point-mark.tsx'
import { UsualRange, type Limits, type RangeStep } from './usual-range.tsx'
import type { Verdict } from './verdict.ts'

export type { Limits } from './usual-range.tsx'

interface SparklineProps {
  /** By month, the latest last; null where there is no figure. */
  values: readonly (number | null)[]
  limits?: Limits | null | undefined
  /** In place of `limits`, where the usual range changes: each with the index in `values` that it starts at. */
  ranges?: readonly RangeStep<number>[] | undefined
  target?: number | null | undefined
  verdict: Verdict
  /** Indexes in `values` of the run that includes the last point: only these are marked. */
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
 * The series and its usual range. A target within 0.4 of that widens the domain; one further off is drawn at the frame
 * with an arrow, so that it never flattens the line.
 */
export function sparklineDomain(
  values: readonly number[],
  limits: readonly Limits[],
  target: number | null | undefined,
): { domain: [number, number]; targetPlace: 'scale' | 'top' | 'bottom' | null } {
  const all = [...values, ...limits.flatMap(({ lower, upper }) => [lower, upper])]
  let [low, high] = [Math.min(...all), Math.max(...all)]
  if (low === high) [low, high] = [low - 1, high + 1]
  if (target === null || target === undefined) return { domain: [low, high], targetPlace: null }
  const margin = 0.4 * (high - low)
  if (target > high + margin) return { domain: [low, high], targetPlace: 'top' }
  if (target < low - margin) return { domain: [low, high], targetPlace: 'bottom' }
  return { domain: [Math.min(low, target), Math.max(high, target)], targetPlace: 'scale' }
}

export function Sparkline(props: SparklineProps) {
  const { width = 190, height = 44, target } = props
  if (props.values.every((value) => value === null)) return null
  const { x, y, left, ranges, domain, targetPlace, last } = layoutOf(props, width, height)
  const path = line<number | null>(
    (_value, index) => px(x(index)),
    (value) => px(y(value ?? 0)),
  ).defined((value) => value !== null)(props.values.slice())
  const run = (props.run ?? []).filter((index) => index !== last)
  const bandLeft = (index: number) => (index === 0 ? left : x(index) - 3)
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
      {targetPlace ? (
        <TargetLine
          place={targetPlace}
          y={targetPlace === 'top' ? 2 : targetPlace === 'bottom' ? height - 2 : px(y(target ?? 0))}
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

/** The scales of a sparkline with at least one value, and the parts that they are worked out from. */
function layoutOf(props: SparklineProps, width: number, height: number) {
  const { values, scale, target } = props
  const first = values.findIndex((value) => value !== null)
  const ranges = props.ranges ?? (props.limits ? [{ from: first, limits: props.limits }] : [])
  const found = sparklineDomain(
    values.filter((value) => value !== null),
    ranges.map(({ limits }) => limits),
    target,
  )
  const domain = scale?.domain ?? found.domain
  const left = scale ? 30 : 2
  return {
    x: scaleLinear([0, Math.max(1, values.length - 1)], [left + 3, width - PAD - 2]),
    y: scaleLinear(domain, [height - PAD, PAD]),
    left,
    ranges,
    domain,
    targetPlace: scale && target !== null && target !== undefined ? 'scale' : found.targetPlace,
    last: values.findLastIndex((value) => value !== null),
  } as const
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
  place: 'scale' | 'top' | 'bottom'
  y: number
  x: [number, number]
  height: number
}) {
  const [left, right] = props.x
  const tip = props.place === 'top' ? 'M-3 5 0 1l3 4M0 1v8' : 'M-3-5 0-1l3-4M0-1v-8'
  return (
    <>
      <path
        d={`M${left} ${props.y}H${props.place === 'scale' ? right : right - 10}`}
        stroke={INK}
        stroke-width="1.6"
        stroke-dasharray="5 3"
      />
      {props.place === 'scale' ? null : (
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
