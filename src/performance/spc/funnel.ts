/** One team's cases: how many were met of how many. */
interface FunnelPart {
  name: string
  met: number
  all: number
}

/** How a part compares with what chance explains: `far` beyond 3 standard errors of the council's rate, `apart` beyond 2. */
type FunnelStanding = 'within' | 'apart' | 'far' | 'small'

export interface FunnelPoint extends FunnelPart {
  /** Per cent. */
  value: number
  standing: FunnelStanding
  direction: 'up' | 'down'
}

/** Parts of a council against its own rate, by how many cases each has. */
export interface Funnel {
  /** The council's rate, in per cent. */
  centre: number
  /** How many times further apart parts lie than chance alone would have them; 1 where chance is enough. */
  dispersion: number
  /** By the number of cases, fewest first. */
  points: FunnelPoint[]
}

/** Fewer parts than this are not compared. */
export const MIN_PARTS = 4
/** A part of fewer cases than this is not judged. */
const MIN_CASES = 10
/** The share of parts at each end that count no more than the next towards how far apart all are. */
const WINSORISED = 0.1

const errorOf = (centre: number, cases: number): number => Math.sqrt((centre * (100 - centre)) / cases)

/** The ends of what chance explains for a number of cases, in per cent, this many standard errors out. */
export function funnelLimits(
  { centre, dispersion }: Pick<Funnel, 'centre' | 'dispersion'>,
  cases: number,
  errors: 2 | 3,
): [number, number] {
  const reach = errors * errorOf(centre, cases) * dispersion
  return [Math.max(0, centre - reach), Math.min(100, centre + reach)]
}

/**
 * The council's parts against `council`, its own rate. Where parts lie further apart than chance alone would have them
 * (over-dispersion: they serve different children), the limits are that many times wider, found from all parts with the
 * outermost tenth at each end drawn in (Spiegelhalter). Null when fewer than four parts have cases.
 */
export function funnelOf(parts: readonly FunnelPart[], council: { met: number; all: number }): Funnel | null {
  const known = parts.filter(({ all }) => all > 0).toSorted((a, b) => a.all - b.all)
  if (known.length < MIN_PARTS || council.all === 0) return null
  const centre = (100 * council.met) / council.all
  const values = known.map(({ met, all }) => (100 * met) / all)
  const apart = known.map(({ all }, index) => {
    const error = errorOf(centre, all)
    return error === 0 ? 0 : (values[index]! - centre) / error
  })
  const dispersion = dispersionOf(apart.filter((_, index) => known[index]!.all >= MIN_CASES))
  const points = known.map((part, index): FunnelPoint => {
    const errors = Math.abs(apart[index]!) / dispersion
    return {
      ...part,
      value: values[index]!,
      standing: part.all < MIN_CASES ? 'small' : errors > 3 ? 'far' : errors > 2 ? 'apart' : 'within',
      direction: apart[index]! < 0 ? 'down' : 'up',
    }
  })
  return { centre, dispersion, points }
}

function dispersionOf(apart: readonly number[]): number {
  if (apart.length < MIN_PARTS) return 1
  const sorted = apart.toSorted((a, b) => a - b)
  const cut = Math.max(1, Math.floor(sorted.length * WINSORISED))
  const [low, high] = [sorted[cut]!, sorted[sorted.length - 1 - cut]!]
  const drawnIn = sorted.map((value) => Math.min(high, Math.max(low, value)))
  return Math.max(1, Math.sqrt(drawnIn.reduce((sum, value) => sum + value * value, 0) / drawnIn.length))
}
