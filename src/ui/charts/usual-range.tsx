import { px } from './chart-svg.tsx'
import { BAND, LIMIT, LINE, MEAN } from './colour.ts'

export interface Limits {
  centre: number
  lower: number
  upper: number
  /** Under 12 points: the edges are dashed, because they may still move. */
  trial: boolean
}

/** A usual range from `from` on, until the next step. */
export interface RangeStep<Place> {
  from: Place
  limits: Limits
  /** Limits start anew here for a named cause: nothing joins them to those before. */
  anew?: boolean | undefined
}

interface UsualRangeProps {
  steps: readonly RangeStep<number>[]
  /** Where the last one ends. */
  right: number
  y: (value: number) => number
  domain: readonly [number, number]
  /** How the two edges and the mean are drawn. */
  edge: number
  dashes: string
}

/** The band of the usual range, its edges and its mean; in steps where it differs from month to month. */
export function UsualRange({ steps, right, y, domain, edge, dashes }: UsualRangeProps) {
  const heightOf = (value: number) => px(y(Math.min(Math.max(value, domain[0]), domain[1])))
  const ends = steps.map((_step, index) => steps[index + 1]?.from ?? right)
  const starts = steps.flatMap((step, index) => (index === 0 || step.anew ? [index] : []))
  return (
    <>
      {starts.map((start, stretchIndex) => {
        const stretch = steps.slice(start, starts[stretchIndex + 1])
        const { limits } = stretch[0]!
        const along = (side: 'upper' | 'lower' | 'centre') =>
          stretch
            .map((step, index) => {
              const height = heightOf(step.limits[side])
              const before = stretch[index - 1]
              const join =
                before === undefined
                  ? `M${px(step.from)} ${height}`
                  : heightOf(before.limits[side]) === height
                    ? ''
                    : `V${height}`
              return `${join}H${px(ends[start + index]!)}`
            })
            .join('')
        // The band is one shape, along the upper edge and back along the lower, so that it has no seams.
        const places = stretch.map((step, index) => [step, px(step.from), px(ends[start + index]!)] as const)
        const upper = places
          .map(([step, from, to]) => `${from} ${heightOf(step.limits.upper)}H${to}`)
          .join('L')
        const lower = places
          .toReversed()
          .map(([step, from, to]) => `${to} ${heightOf(step.limits.lower)}H${from}`)
          .join('L')
        return (
          <>
            <path d={`M${upper}L${lower}Z`} fill={BAND} />
            {(['upper', 'lower'] as const).map((side) => (
              <path
                d={along(side)}
                fill="none"
                stroke={LIMIT}
                stroke-width={edge}
                stroke-dasharray={limits.trial ? dashes : undefined}
              />
            ))}
            <path d={along('centre')} fill="none" stroke={limits.trial || edge === 1 ? MEAN : LINE} />
          </>
        )
      })}
    </>
  )
}
