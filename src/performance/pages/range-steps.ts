import type { RangeStep } from '../../ui/charts/usual-range.tsx'
import { boundsOf, type SeriesDefinition } from '../../measures/index.ts'
import type { Spc } from '../spc/spc.ts'

/**
 * The usual range as a picture draws it, within what values can be, by the place of the point that it starts at: one step for an XmR chart, a step a
 * month for a p-chart, and a new stretch where limits start anew. A month without a figure keeps the range before it.
 */
export function rangeSteps({ limits, breaks }: Spc, series: SeriesDefinition): RangeStep<number>[] {
  const [least, most] = boundsOf(series)
  const within = (value: number) => Math.min(most, Math.max(least, value))
  const steps: RangeStep<number>[] = []
  let before = -1
  for (const [at, found] of limits.entries()) {
    if (found === null) continue
    const here = { ...found, lower: within(found.lower), upper: within(found.upper) }
    const anew = breaks.some((each) => each.at > before && each.at <= at)
    before = at
    const last = steps.at(-1)?.limits
    const same = last && last.lower === here.lower && last.upper === here.upper && last.centre === here.centre
    if (!same || anew) steps.push({ from: at, limits: here, anew })
  }
  return steps
}
