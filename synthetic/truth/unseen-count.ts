import { workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { Visit } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const LIMIT = 10
const SERIES = {
  id: 'as-unseen-10wd',
  kind: 'share',
  counts: 'of assessments of born children open after working day 10, those with the child not seen',
} as const

/** Open assessments whose child nobody has seen. */
export function countUnseen(months: TruthMonths, view: ExtractView): AreaCount {
  const asAtDay = openTally(months, {
    ...SERIES,
    note: 'By the word of the assessment or a day last seen: an extract knows them for its own day alone.',
  })
  const byVisits = openTally(months, { ...SERIES, sources: ['ssd'], note: 'By visits alone.' })

  return {
    child(child) {
      const { assessments, log } = child
      for (const { from, until, position, event } of assessments) {
        if (until !== null && until < from) continue
        const due = workingDaysAfter(from, LIMIT)
        for (const index of months.endsWithin(from, until)) {
          const last = months.lastDays[index]!
          if (last <= due || log.bornOn > last) continue
          const visits = visitsOf(child, view)
          byVisits.add(index, position.team, visits.some(({ on }) => on >= from && on <= last) ? 0 : 1)
          if (last !== view.asAt) continue
          const wasSeen = event.wasSeen === true || latestSeen(child, view) >= from
          asAtDay.add(index, position.team, wasSeen ? 0 : 1)
        }
      }
    },
    truths: () => [asAtDay.truth(months.names.length - 1), byVisits.truth()],
  }
}

/** Those at which the child was seen, of whatever kind. */
function visitsOf({ needs, plans, care }: KnownChild, view: ExtractView): Visit[] {
  return [...needs, ...plans, ...care]
    .flatMap(({ event }) => event.visits)
    .filter(({ on, wasSeen }) => wasSeen && on >= view.from && on <= view.asAt)
}

/** The latest visit to a child in need, of each episode until it closed; 0 where none saw the child. */
const latestSeen = ({ needs }: KnownChild, view: ExtractView): DayNumber =>
  Math.max(
    0,
    ...needs.flatMap(({ until, event: { visits } }) =>
      visits.flatMap(({ on, wasSeen }) =>
        wasSeen && on <= (until ?? view.asAt) && on <= view.asAt ? [on] : [],
      ),
    ),
  )
