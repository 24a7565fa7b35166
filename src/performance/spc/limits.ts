/** The usual range at one point. The ends are arithmetic: of a share they may lie beyond 0 or 100. */
export interface Limits {
  centre: number
  lower: number
  upper: number
  /** True while there are fewer points than make limits firm. */
  trial: boolean
}

/** `xmr`: by how much one month differs from the next. `p`: by how many cases each month's share is of. */
export type ChartKind = 'xmr' | 'p'

/** Fewer points than this have trial limits. */
export const FIRM_POINTS = 12
/** Limits are this many mean moving ranges from the mean: 3 / 1.128, as published. */
const LIMIT = 2.66
/** A moving range this many times the mean moving range is itself a special cause. */
const SCREEN = 3.267
/** The mean moving range of pure chance, in standard deviations. */
const CHANCE_RANGE = 1.128

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** The distances from one number to the next; those at or over 3.267 times their mean are left out, once. */
function movingRanges(numbers: readonly number[], screen: boolean): number[] {
  const ranges = numbers.slice(1).map((number, index) => Math.abs(number - numbers[index]!))
  const average = mean(ranges)
  return screen && average > 0 ? ranges.filter((range) => range < SCREEN * average) : ranges
}

const meanMovingRange = (numbers: readonly number[], screen: boolean): number =>
  mean(movingRanges(numbers, screen))

/** Where so many of the moving ranges are 0, what is left of them says nothing of what is usual. */
const NEARLY_ALL = 0.8

/** Whether nearly every month was as the one before it, so that limits from its moving ranges have next to no width. */
export function hasHardlyMoved(values: readonly number[], screen: boolean): boolean {
  const ranges = movingRanges(values, screen)
  return ranges.filter((range) => range < SAME).length >= NEARLY_ALL * ranges.length
}

/** Equal values may differ in the last bits. */
const SAME = 1e-9

/** One range for all points: mean ± 2.66 × mean moving range. Needs two points. */
export function xmrLimits(values: readonly number[], screen: boolean): Limits[] {
  const centre = mean(values)
  const reach = LIMIT * meanMovingRange(values, screen)
  const limits = { centre, lower: centre - reach, upper: centre + reach, trial: values.length < FIRM_POINTS }
  return values.map(() => limits)
}

/**
 * A range for each point, of shares in per cent and what each is a share of: the share of all cases ± 3 standard errors.
 * Where months differ by more than chance alone would make them, the limits are that many times wider (Laney's p′);
 * they are never narrower. Needs two points, and no denominator of 0.
 */
export function pLimits(
  values: readonly number[],
  denominators: readonly number[],
  screen: boolean,
): { limits: Limits[]; dispersion: number } {
  const cases = denominators.reduce((sum, denominator) => sum + denominator, 0)
  const met = values.reduce((sum, value, index) => sum + (value * denominators[index]!) / 100, 0)
  const centre = (100 * met) / cases
  const errors = denominators.map((denominator) => Math.sqrt((centre * (100 - centre)) / denominator))
  const apart = values.map((value, index) => (errors[index] === 0 ? 0 : (value - centre) / errors[index]!))
  const dispersion = Math.max(1, meanMovingRange(apart, screen) / CHANCE_RANGE)
  const limits = errors.map((error) => {
    const reach = 3 * error * dispersion
    return { centre, lower: centre - reach, upper: centre + reach, trial: values.length < FIRM_POINTS }
  })
  return { limits, dispersion }
}
