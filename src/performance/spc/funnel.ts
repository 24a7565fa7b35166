import { binomialAt, binomialLower, binomialUpTo } from './binomial.ts'
import { compareValues } from './compare-values.ts'
import { normalBelow, normalQuantile } from './normal.ts'

/** One team's cases: how many were met of how many. */
interface FunnelPart {
  name: string
  met: number
  all: number
}

/**
 * How a part compares with what chance explains. If all parts worked alike, any of them would be `apart` or further in
 * one chart of 20, and `far` in one of 100.
 */
type FunnelStanding = 'within' | 'apart' | 'far' | 'small'

export type FunnelLine = 'apart' | 'far'

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
  /** How many parts are judged side by side, which the limits allow for. */
  judged: number
  /** By the number of cases, fewest first. */
  points: FunnelPoint[]
}

/** Fewer parts than this are not compared. */
export const MIN_PARTS = 4
/** A part of fewer cases than this is not judged. */
const MIN_CASES = 10
/** The share of parts at each end that count no more than the next towards how far apart all are. */
const WINSORISED = 0.1
/** The chance that any part lies beyond a line although all work alike. */
const CHANCE: Readonly<Record<FunnelLine, number>> = { apart: 0.05, far: 0.01 }

type FunnelRange = Pick<Funnel, 'centre' | 'dispersion' | 'judged'>

/** The chance of each part beyond each end of a line: Šidák's share of the chance that any is; less where parts differ more. */
function tailOf({ dispersion, judged }: FunnelRange, line: FunnelLine): number {
  const each = 1 - (1 - CHANCE[line]) ** (1 / Math.max(1, judged))
  return dispersion === 1 ? each / 2 : normalBelow(normalQuantile(each / 2) * dispersion)
}

/**
 * The ends of what chance explains for a whole number of cases, in per cent: exact binomial limits. The upper end is the
 * lower end of those not met, so that each is an exact tail.
 */
export function funnelLimits(range: FunnelRange, cases: number, line: FunnelLine): [number, number] {
  const { centre } = range
  if (centre <= 0 || centre >= 100) return [centre, centre]
  const tail = tailOf(range, line)
  const lower = binomialLower(tail, cases, centre / 100)
  const notMet = binomialLower(tail, cases, 1 - centre / 100)
  return [(100 * lower) / cases, 100 - (100 * notMet) / cases]
}

/** How far a part lies from the rate by chance, in standard errors of the normal: its mid-p, half of its own number counted. */
function errorsApart({ met, all }: FunnelPart, centre: number): number {
  const share = centre / 100
  const below = (count: number, chance: number) =>
    normalQuantile(binomialUpTo(count - 1, all, chance) + binomialAt(count, all, chance) / 2)
  return met <= all * share ? below(met, share) : -below(all - met, 1 - share)
}

/**
 * The council's parts against `council`, its own rate. Where parts lie further apart than chance alone would have them
 * (over-dispersion: they serve different children), the limits are that many times wider, found from all parts with the
 * outermost tenth at each end drawn in (Spiegelhalter 2005, the multiplicative approach to over-dispersion). Null when
 * fewer than four parts have cases.
 */
export function funnelOf(parts: readonly FunnelPart[], council: { met: number; all: number }): Funnel | null {
  const known = parts.filter(({ all }) => all > 0).toSorted((a, b) => a.all - b.all)
  if (known.length < MIN_PARTS || council.all === 0) return null
  const centre = (100 * council.met) / council.all
  const judged = known.filter(({ all }) => all >= MIN_CASES)
  const isFixed = centre === 0 || centre === 100
  const dispersion = isFixed ? 1 : dispersionOf(judged.map((part) => errorsApart(part, centre)))
  const range = { centre, dispersion, judged: judged.length }
  return { ...range, points: known.map((part) => pointOf(part, range)) }
}

function pointOf(part: FunnelPart, range: FunnelRange): FunnelPoint {
  const value = (100 * part.met) / part.all
  const isBeyond = (line: FunnelLine): boolean => {
    const [lower, upper] = funnelLimits(range, part.all, line)
    return compareValues(value, lower) < 0 || compareValues(value, upper) > 0
  }
  const standing =
    part.all < MIN_CASES ? 'small' : isBeyond('far') ? 'far' : isBeyond('apart') ? 'apart' : 'within'
  return { ...part, value, standing, direction: value < range.centre ? 'down' : 'up' }
}

function dispersionOf(apart: readonly number[]): number {
  if (apart.length < MIN_PARTS) return 1
  const sorted = apart.toSorted((a, b) => a - b)
  const cut = Math.max(1, Math.floor(sorted.length * WINSORISED))
  const [low, high] = [sorted[cut]!, sorted[sorted.length - 1 - cut]!]
  const drawnIn = sorted.map((value) => Math.min(high, Math.max(low, value)))
  return Math.max(1, Math.sqrt(drawnIn.reduce((sum, value) => sum + value * value, 0) / drawnIn.length))
}
