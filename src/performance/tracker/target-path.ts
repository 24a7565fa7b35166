import { isMonth, monthOf, type Day, type Month } from '../../platform/day.ts'

/** One month of the agreed path to a target, and the value that it is to reach by then. */
export interface PathStep {
  month: Month
  value: number
}

const MAX_STEPS = 60

/**
 * Reads a path as it is typed: a line for each month, `2015-02 86`. Answers the steps in order, or what is wrong with
 * the first line that cannot be read. An empty text is no path.
 */
export function readPath(
  text: string,
  within: readonly [number, number],
): { steps: PathStep[] } | { error: string } {
  const steps: PathStep[] = []
  for (const [index, line] of text
    .split('\n')
    .map((line) => line.trim())
    .entries()) {
    if (line === '') continue
    const [, month, number] = /^(\d{4}-\d{2})[\s,:;]+£?(-?[\d,]+(?:\.\d+)?)%?$/.exec(line) ?? []
    const value = number === undefined ? Number.NaN : Number(number.replaceAll(',', ''))
    const name = `Line ${index + 1} of the path`
    if (!isMonth(month) || !Number.isFinite(value))
      return { error: `${name} must be a month and a value, like 2015-02 86` }
    if (value < within[0] || value > within[1])
      return { error: `${name} must be between ${within[0]} and ${within[1]}` }
    if (steps.some((step) => step.month === month)) return { error: `${name}: ${month} is there twice` }
    steps.push({ month, value })
  }
  if (steps.length === 1) return { error: 'Enter two months of the path or more, or none' }
  if (steps.length > MAX_STEPS) return { error: `Enter ${MAX_STEPS} months of the path or fewer` }
  return { steps: steps.toSorted((a, b) => (a.month < b.month ? -1 : 1)) }
}

export const writePath = (steps: readonly PathStep[]): string =>
  steps.map(({ month, value }) => `${month} ${value}`).join('\n')

const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))

/** What the path asks of a month: between two of its months, on the straight line; before and after them, nothing. */
export function pathAt(steps: readonly PathStep[], month: Month): number | null {
  const after = steps.findIndex((step) => step.month >= month)
  const to = steps[after]
  if (!to) return null
  if (to.month === month) return to.value
  const from = steps[after - 1]
  if (!from) return null
  const share =
    (monthNumber(month) - monthNumber(from.month)) / (monthNumber(to.month) - monthNumber(from.month))
  return from.value + share * (to.value - from.value)
}

/** Whether a path ends no later than the target's day. */
export const endsInTime = (steps: readonly PathStep[], targetBy: Day | null): boolean =>
  targetBy === null || steps.length === 0 || steps.at(-1)!.month <= monthOf(targetBy)
