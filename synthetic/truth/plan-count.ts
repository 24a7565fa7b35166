import type { DayNumber } from '../day-number.ts'
import type { AreaCount } from './area-count.ts'
import { latestBegun } from './latest-begun.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

/** The day of a plan, its first being day 1, from which it has lasted two years. */
const TWO_YEARS = 730

/** Child protection plans: how many, how they move, how many are second plans, and how many last two years. */
export function countPlans(months: TruthMonths): AreaCount {
  const count = (id: string, counts: string) => openTally(months, { id, kind: 'count', counts })
  const share = (id: string, counts: string, note?: string) =>
    openTally(months, { id, kind: 'share', counts, ...(note !== undefined && { note }) })
  const open = count(
    'cp-rate.open',
    'children with a plan open at the month end; a child once, in the team of the latest',
  )
  const starts = count('cp-rate.starts', 'plans that started in the month')
  const ends = count('cp-rate.ends', 'plans that ended in the month')
  const longOpen = share('cp-2-years.open', 'of plans open at the month end, those then in day 730 or later')
  const longEnded = share(
    'cp-2-years.ended',
    'of plans that ended in the month, those that ended on day 730 or later',
  )
  const repeat = share(
    'cp-repeat.ever',
    'of plans that started in the month, those of a child with an earlier plan',
    'By the case system’s own count of earlier plans.',
  )
  const isLong = (from: DayNumber, day: DayNumber) => day - from + 1 >= TWO_YEARS
  return {
    child({ plans }) {
      // Ended before it started is an error, and no plan.
      const real = plans.filter(({ from, until }) => until === null || until >= from)
      for (const { from, until, position, previousPlans } of real) {
        const startPlace = months.indexOf(from)
        starts.add(startPlace, position.team)
        repeat.add(startPlace, position.team, previousPlans >= 1)
        for (const index of months.endsWithin(from, until))
          longOpen.add(index, position.team, isLong(from, months.lastDays[index]!))
        if (until === null) continue
        const endPlace = months.indexOf(until)
        ends.add(endPlace, position.team)
        longEnded.add(endPlace, position.team, isLong(from, until))
      }
      for (const [index, { position }] of latestBegun(months, real)) open.add(index, position.team)
    },
    truths: () => [open, starts, ends, longOpen, longEnded, repeat].map((tally) => tally.truth()),
  }
}
