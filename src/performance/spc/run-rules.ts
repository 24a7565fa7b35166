import { compareValues } from './compare-values.ts'
import type { Limits } from './limits.ts'

/** How many points running make a shift (on one side of the mean) or a trend (up or down). A council's own setting. */
export interface RunLengths {
  shift: number
  trend: number
}

/** "Making Data Count": others use 6 or 8, so the length in force is printed under every chart. */
export const USUAL_RUNS: RunLengths = { shift: 7, trend: 7 }

export type SpcRule = 'outside' | 'shift' | 'trend' | 'two-of-three'
export type Direction = 'up' | 'down'

/** A rule that is broken at one point, and which way. */
export interface Signal {
  rule: SpcRule
  direction: Direction
}

type Sign = -1 | 0 | 1
const directionOf = (sign: Sign): Direction => (sign > 0 ? 'up' : 'down')

/** Marks every point of each run of `length` or more equal, non-zero signs. */
function runsOf(signs: readonly Sign[], length: number): Sign[] {
  const marked: Sign[] = signs.map(() => 0)
  let start = 0
  for (let index = 1; index <= signs.length; index += 1) {
    if (index < signs.length && signs[index] === signs[start]) continue
    if (signs[start] !== 0 && index - start >= length) marked.fill(signs[start]!, start, index)
    start = index
  }
  return marked
}

/**
 * Of each value, the rules that it breaks against its own limits, the one that marks it first. Rules and their order are
 * those of the NHS-R community's R package NHSRplotthedots (0.2.2, `ptd_special_cause_type`): outside, trend, two of
 * three, shift. Of two of three, all three lie on one side of the mean; a point beyond the limit is in no outer third.
 */
export function signalsOf(
  values: readonly number[],
  limits: readonly Limits[],
  runs: RunLengths,
): Signal[][] {
  const sides = values.map((value, index) => compareValues(value, limits[index]!.centre))
  const beyond = (thirds: number) =>
    values.map((value, index): Sign => {
      const { centre, upper } = limits[index]!
      const reach = (thirds * (upper - centre)) / 3
      return sides[index]! > 0
        ? (Math.max(0, compareValues(value, centre + reach)) as Sign)
        : (Math.min(0, compareValues(value, centre - reach)) as Sign)
    })
  const outside = beyond(3)
  const outer = beyond(2).map((sign, index): Sign => (outside[index] === 0 ? sign : 0))
  const broken: [SpcRule, readonly Sign[]][] = [
    ['outside', outside],
    ['trend', trendOf(values, runs.trend)],
    ['two-of-three', twoOfThree(sides, outer)],
    ['shift', runsOf(sides, runs.shift)],
  ]
  return values.map((_, index) =>
    broken.flatMap(([rule, signs]) => {
      const sign = signs[index]!
      return sign === 0 ? [] : [{ rule, direction: directionOf(sign) }]
    }),
  )
}

/** Seven points running up are six steps; the point before the first step belongs to the run, and a turning point to the later. */
function trendOf(values: readonly number[], length: number): Sign[] {
  const steps = values.map((value, index) => (index === 0 ? 0 : compareValues(value, values[index - 1]!)))
  const marked = runsOf(steps, length - 1)
  return marked.map((sign, index) => marked[index + 1] || sign)
}

const twoOfThree = (sides: readonly Sign[], outer: readonly Sign[]): Sign[] =>
  outer.map((sign, index) => {
    if (sign === 0) return 0
    const windows = [index - 2, index - 1, index].filter((first) => first >= 0 && first + 3 <= outer.length)
    const isBroken = windows.some(
      (first) =>
        sides.slice(first, first + 3).every((side) => side === sign) &&
        outer.slice(first, first + 3).filter((side) => side === sign).length >= 2,
    )
    return isBroken ? sign : 0
  })

/** How many points running, the last included, lie on the side of the mean (or keep the direction) of a signal. */
export function runAtEnd(values: readonly number[], centre: number, { rule, direction }: Signal): number {
  const sign: Sign = direction === 'up' ? 1 : -1
  const along = (index: number): boolean =>
    rule === 'trend'
      ? index > 0 && compareValues(values[index]!, values[index - 1]!) === sign
      : compareValues(values[index]!, centre) === sign
  let run = 0
  for (let index = values.length - 1; index >= 0 && along(index); index -= 1) run += 1
  return rule === 'trend' ? run + 1 : run
}
