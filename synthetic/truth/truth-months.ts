import { lastOf, monthOf, monthsFrom, type Month } from '../../src/platform/day.ts'
import { dayOf, firstOfMonth, monthNumberOf, numberOf, type DayNumber } from '../day-number.ts'
import type { ExtractView } from '../extract-view.ts'
import type { CouncilPlan } from '../plans/council-plan.ts'

/** The months that a council is counted for, each by its place: 0 is the first. */
export interface TruthMonths {
  readonly names: readonly Month[]
  readonly firstDays: readonly DayNumber[]
  /** The whole month's last day, whether or not it has come. */
  readonly wholeLastDays: readonly DayNumber[]
  /** The last day counted: the month's own, or the day of the extract in its month. */
  readonly lastDays: readonly DayNumber[]
  /** The place of a day's month; -1 for a day that is in none of them. */
  indexOf(day: DayNumber): number
  /** The places of the month ends on which something stood that began on `from` and was over by `until`; null: it goes on. */
  endsWithin(from: DayNumber, until: DayNumber | null): Generator<number>
}

/** From the plan's first month to be shown to the month of the extract. */
export function truthMonths(plan: CouncilPlan, { asAt }: ExtractView): TruthMonths {
  const names = monthsFrom(monthOf(plan.shownFrom), monthOf(dayOf(asAt)))
  const first = monthNumberOf(numberOf(plan.shownFrom))
  const wholeLastDays = names.map((month) => numberOf(lastOf(month)))
  const lastDays = wholeLastDays.map((day) => Math.min(day, asAt))
  return {
    names,
    firstDays: names.map((_, index) => firstOfMonth(first + index)),
    wholeLastDays,
    lastDays,
    indexOf(day) {
      const index = monthNumberOf(day) - first
      return index >= 0 && day <= asAt ? index : -1
    },
    *endsWithin(from, until) {
      for (let index = Math.max(0, monthNumberOf(from) - first); index < lastDays.length; index += 1) {
        // Over on the day itself is over.
        if (until !== null && until <= lastDays[index]!) return
        if (from <= lastDays[index]!) yield index
      }
    },
  }
}
