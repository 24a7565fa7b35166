import { draws } from './chance.ts'
import type { Line, Reading } from './line.ts'

/** How far ahead a date is given. */
export const HORIZON = 36
/** Months whose average must be at the target for it to be met: a single good month does not count. */
export const HELD_OVER = 3
/** How much a month's change may drift from the recent rate: after a year by about a third of it. */
const RATE_DRIFT = 0.1

const PATHS = 1000
const SEED = 20_150_131

/** Futures of a series on its scale: of each, the average of three months to each month ahead. */
export type Paths = readonly (readonly number[])[]

/**
 * Futures at the recent rate. Each draws the line anew within what the months leave open, lets its rate drift, and adds
 * what a month carries over from the last and chance of its own; then averages over three months, the last ones known
 * among them.
 */
export function pathsAhead(line: Line, readings: readonly Reading[], weight: number): Paths {
  const { normal, spread } = draws(SEED)
  const last = readings.at(-1)!
  const recent = [readings.at(-2)!.level, last.level] as const
  const noisePerMonth = 1 / Math.sqrt(weight)
  const apart = (last.level - line.level(last.at)) * Math.sqrt(last.weight)
  return Array.from({ length: PATHS }, () => {
    const wild = 1 / Math.sqrt(spread(line.freedom))
    let rate = line.slope + line.slopeError * wild * normal()
    let level = line.level(line.middle) + line.middleError * wild * normal() + rate * (last.at - line.middle)
    const deviation = Math.sqrt(line.variance) * wild
    let noise = apart
    const own = deviation * Math.sqrt(1 - line.carried ** 2)
    let [before, latest] = recent
    return Array.from({ length: HORIZON }, () => {
      rate += RATE_DRIFT * line.slope * normal()
      level += rate
      noise = line.carried * noise + own * normal()
      const month = level + noise * noisePerMonth
      const average = (before + latest + month) / HELD_OVER
      before = latest
      latest = month
      return average
    })
  })
}

/** Of each future, how many months ahead it is first at the level; Infinity when not within the horizon. */
export const arrivals = (paths: Paths, level: number, upwards: boolean): number[] =>
  paths.map((path) => {
    const index = path.findIndex((value) => (upwards ? value >= level : value <= level))
    return index < 0 ? Infinity : index + 1
  })

/** The values below which those shares of the values lie. */
export function quantiles<const Shares extends readonly number[]>(
  values: readonly number[],
  shares: Shares,
): { [Place in keyof Shares]: number } {
  const sorted = Float64Array.from(values).sort()
  return shares.map((share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!) as {
    [Place in keyof Shares]: number
  }
}
