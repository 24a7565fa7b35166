import type { RangeStep } from '../../ui/charts/usual-range.tsx'
import { boundsOf, type SeriesDefinition } from '../../measures/index.ts'
import type { Spc } from '../spc/spc.ts'

/**
 * The usual range as a chart draws it, within the values that are possible. Each step has the index of the point it
 * starts at: one step for an XmR chart, a step a month for a p-chart, and a new one where limits start anew. A month
 * without a figure keeps the range before it.
 */
export function rangeSteps({ limits, breaks }: Spc, series: SeriesDefinition): RangeStep<number>[] {
  const [min, max] = boundsOf(series)
  const within = (value: number) => Math.min(max, Math.max(min, value))
  const steps: RangeStep<number>[] = []
  let previous = -1
  for (const [index, found] of limits.entries()) {
    if (found === null) continue
    const step = { ...found, lower: within(found.lower), upper: within(found.upper) }
    const anew = breaks.some(({ at }) => at > previous && at <= index)
    previous = index
    const last = steps.at(-1)?.limits
    const same = last && last.lower === step.lower && last.upper === step.upper && last.centre === step.centre
    if (!same || anew) steps.push({ from: index, limits: step, anew })
  }
  return steps
}
