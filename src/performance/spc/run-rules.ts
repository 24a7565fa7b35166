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
const signOf = (difference: number): Sign => (difference > 0 ? 1 : difference < 0 ? -1 : 0)
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

/** Of each value, the first rule that it breaks against its own limits; null when it breaks none. */
export function signalsOf(
  values: readonly number[],
  limits: readonly Limits[],
  runs: RunLengths,
): (Signal | null)[] {
  const from = values.map((value, index) => value - limits[index]!.centre)
  const beyond = (thirds: number) =>
    from.map((difference, index): Sign => {
      const third = (limits[index]!.upper - limits[index]!.centre) / 3
      return Math.abs(difference) > thirds * third ? signOf(difference) : 0
    })
  const outside = beyond(3)
  const outer = beyond(2)
  const shift = runsOf(from.map(signOf), runs.shift)
  // Seven points running up are six steps; the point before the first step belongs to the run.
  const steps = values.map((value, index) => (index === 0 ? 0 : signOf(value - values[index - 1]!)))
  const stepRuns = runsOf(steps, runs.trend - 1)
  const trend = stepRuns.map((sign, index) => (sign === 0 ? (stepRuns[index + 1] ?? 0) : sign))
  const twoOfThree = outer.map((sign, index): Sign => {
    if (sign === 0) return 0
    const windows = [index - 2, index - 1, index].filter((first) => first >= 0)
    return windows.some((first) => outer.slice(first, first + 3).filter((side) => side === sign).length >= 2)
      ? sign
      : 0
  })
  const broken: [SpcRule, readonly Sign[]][] = [
    ['outside', outside],
    ['shift', shift],
    ['trend', trend],
    ['two-of-three', twoOfThree],
  ]
  return values.map((_, index) => {
    const first = broken.find(([, signs]) => signs[index] !== 0)
    return first ? { rule: first[0], direction: directionOf(first[1][index]!) } : null
  })
}

/** How many points running, the last included, lie on the side of the mean (or keep the direction) of the last signal. */
export function runAtEnd(values: readonly number[], centre: number, { rule, direction }: Signal): number {
  const along = (index: number): boolean => {
    const difference =
      rule === 'trend' ? values[index]! - (values[index - 1] ?? Number.NaN) : values[index]! - centre
    return direction === 'up' ? difference > 0 : difference < 0
  }
  let run = 0
  for (let index = values.length - 1; index >= 0 && along(index); index -= 1) run += 1
  return rule === 'trend' ? run + 1 : run
}
