import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import { monthsAfter } from './in-need-count.ts'
import { latestBegun } from './latest-begun.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

/** Children with an open episode of need. */
export function countNeed(months: TruthMonths, view: ExtractView): AreaCount {
  const open = openTally(months, {
    id: 'cin-open',
    kind: 'count',
    counts: 'children with an open episode of need at the month end, whatever came of it later',
    note: 'Of all who are open; a child once, in the team of the latest episode.',
  })
  const awaiting = openTally(months, {
    id: 'cin-open.awaiting',
    kind: 'count',
    counts: 'children with an open episode of need at the month end in which no assessment had been finished',
  })
  const long = openTally(months, {
    id: 'cin-duration.episode_gt24',
    kind: 'share',
    counts:
      'of children with an open episode of need at the month end, those of whom it began over 24 months before',
  })
  return {
    child({ needs, assessments }) {
      for (const [index, { from, position }] of latestBegun(months, needs)) {
        const day = months.lastDays[index]!
        open.add(index, position.team)
        long.add(index, position.team, day > monthsAfter(from, 24))
        const wasAssessed = assessments.some(
          ({ from: startedOn, until }) =>
            until !== null && until >= from && until >= startedOn && until <= day,
        )
        // Of a case older than the extract, one that was assessed before it is not in it.
        const isTold =
          from >= view.from ||
          assessments.some(({ from: startedOn }) => startedOn >= from && startedOn < view.from)
        if (!wasAssessed && isTold) awaiting.add(index, position.team)
      }
    },
    truths: () => [open, awaiting, long].map((tally) => tally.truth()),
  }
}
