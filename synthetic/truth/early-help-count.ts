import { addMonths } from '../../src/platform/day.ts'
import { dayOf, numberOf, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { AreaCount } from './area-count.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

/** Early help has no team of the council's. */
const NO_TEAM = 'Not recorded'
const MONTHS_AFTER = 3
const DAYS_TO_TAKE_UP = 20
const FOUR_WEEKS = 28

/** Early help: how much begins and ends, what it came to, and how children step up to social care and down from it. */
export function countEarlyHelp(months: TruthMonths): AreaCount {
  const started = openTally(months, {
    id: 'eh-assessments',
    kind: 'count',
    counts: 'early help begun in the month, one for each child',
  })
  const completed = openTally(months, {
    id: 'eh-assessments.completed',
    kind: 'count',
    counts: 'early help that ended in the month, one for each child',
  })
  const steppedUp = openTally(months, {
    id: 'eh-step-up',
    kind: 'share',
    counts:
      'of early help that ended in the month, that whose child was referred and taken on during it or within three months',
  })
  const takenUp = openTally(months, {
    id: 'eh-step-down',
    kind: 'share',
    counts: 'of cases closed as RC9 in the month, those with early help going on or begun by working day 20',
  })
  const met = openTally(months, {
    id: 'eh-outcomes',
    kind: 'share',
    counts: 'of early help of more than four weeks that ended in the month, that whose needs were met',
    sources: ['ssd'],
  })
  return {
    child({ earlyHelp, referrals, needs }) {
      for (const { from, until, event } of earlyHelp) {
        if (until !== null && until < from) continue
        started.add(months.indexOf(from), NO_TEAM)
        if (until === null) continue
        const index = months.indexOf(until)
        completed.add(index, NO_TEAM)
        const last = monthsAfter(until, MONTHS_AFTER)
        const isUp = referrals.some(({ on, isNfa }) => !isNfa && on >= from && on <= last)
        steppedUp.add(index, NO_TEAM, isUp)
        if (until - from > FOUR_WEEKS) met.add(index, NO_TEAM, event.endReason === 'Needs met')
      }
      for (const { from, until, position, event } of needs) {
        if (until === null || until < from || event.closeReason !== 'RC9') continue
        const last = workingDaysAfter(until, DAYS_TO_TAKE_UP)
        const isTaken = earlyHelp.some((help) =>
          help.from >= until ? help.from <= last : help.until === null || help.until > until,
        )
        takenUp.add(months.indexOf(until), position.team, isTaken)
      }
    },
    truths: () => [started, completed, steppedUp, takenUp, met].map((tally) => tally.truth()),
  }
}

const monthsAfter = (day: DayNumber, count: number): DayNumber => numberOf(addMonths(dayOf(day), count))
