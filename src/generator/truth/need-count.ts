import type { AreaCount } from './area-count.ts'
import { latestBegun } from './latest-begun.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

/** Children with an open episode of need. */
export function countNeed(months: TruthMonths): AreaCount {
  const open = openTally(months, {
    id: 'cin-open',
    kind: 'count',
    counts: 'children with an open episode of need at the month end, whatever came of it later',
    note: 'Of all who are open; a child once, in the team of the latest episode.',
  })
  return {
    child({ needs }) {
      for (const [place, { desk }] of latestBegun(months, needs)) open.add(place, desk.team)
    },
    truths: () => [open.truth()],
  }
}
