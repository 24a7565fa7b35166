import type { RangeStep } from '../../ui/charts/usual-range.tsx'
import type { Spc } from '../index.ts'

/**
 * The usual range as a picture draws it, by the place of the point that it starts at: one step for an XmR chart, a step a
 * month for a p-chart, and a new stretch where limits start anew. A month without a figure keeps the range before it.
 */
export function rangeSteps({ limits, breaks }: Spc): RangeStep<number>[] {
  const steps: RangeStep<number>[] = []
  let before = -1
  for (const [at, here] of limits.entries()) {
    if (here === null) continue
    const anew = breaks.some((each) => each.at > before && each.at <= at)
    before = at
    const last = steps.at(-1)?.limits
    const same = last && last.lower === here.lower && last.upper === here.upper && last.centre === here.centre
    if (!same || anew) steps.push({ from: at, limits: here, anew })
  }
  return steps
}
