import { lastOf, monthOf, monthsFrom, type Day } from '../src/platform/day.ts'
import { dayOf, numberOf, workingDaysAfter } from './day-number.ts'
import type { CouncilPlan } from './plans/council-plan.ts'

/** `last`: one extract, of the plan's last day. `monthly`: one of each month shown as well. */
export type ExtractRhythm = 'last' | 'monthly'
export const EXTRACT_RHYTHMS: readonly ExtractRhythm[] = ['last', 'monthly']

export interface ExtractDay {
  asAt: Day
  /** The second working day after: the month's figures are pulled, and part of its recording is still to come. */
  recordedTo: Day
}

const pulledAfter = (asAt: Day): ExtractDay => ({
  asAt,
  recordedTo: dayOf(workingDaysAfter(numberOf(asAt), 2)),
})

export const lastExtract = (plan: CouncilPlan): ExtractDay => pulledAfter(plan.asAt)

/** The extract of each month shown, at its end; the last at the plan's own last day. */
export const monthlyExtracts = ({ shownFrom, asAt }: CouncilPlan): ExtractDay[] =>
  monthsFrom(monthOf(shownFrom), monthOf(asAt)).map((month) =>
    pulledAfter(month === monthOf(asAt) ? asAt : lastOf(month)),
  )
