import { workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const LIMIT = 15

/** Initial conferences in time: one for each child and day, timed from the first enquiry that led to it. */
export function countConferences(months: TruthMonths): AreaCount {
  const inTime = openTally(months, {
    id: 's47-icpc-15wd.s47',
    kind: 'share',
    counts:
      'of initial conferences held in the month, one for each child, those by working day 15 after the strategy discussion',
  })
  return {
    child({ enquiries }) {
      const firsts = new Map<DayNumber, KnownChild['enquiries'][number]>()
      for (const enquiry of enquiries) {
        const { from, conferenceOn } = enquiry
        // Held before its enquiry is an error, and counts nowhere.
        if (conferenceOn === null || conferenceOn < from) continue
        const first = firsts.get(conferenceOn)
        if (!first || from < first.from) firsts.set(conferenceOn, enquiry)
      }
      for (const [on, { from, position }] of firsts)
        inTime.add(months.indexOf(on), position.team, on <= workingDaysAfter(from, LIMIT))
    },
    truths: () => [inTime.truth()],
  }
}
