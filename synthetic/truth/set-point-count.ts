import { workingDaysAfter, type DayNumber } from '../day-number.ts'
import { SET_POINTS } from '../event-log.ts'
import type { AreaCount } from './area-count.ts'
import { openTally } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const GRACE = 2

/** The set points that assessments came to, and whether a manager looked by two working days after each. */
export function countSetPoints(months: TruthMonths): AreaCount {
  const held = openTally(months, {
    id: 'as-review-point-held',
    kind: 'share',
    counts:
      'of set points that fell in the month while the assessment was under way, those looked at within two working days',
    sources: ['capture'],
  })
  return {
    child({ assessments }) {
      for (const { from, until, position, event } of assessments) {
        const falls = SET_POINTS.map((point) => workingDaysAfter(from, point))
        const reviews = reviewOfEach(falls, event.managerReviews)
        for (const [index, on] of falls.entries()) {
          if (until !== null && until < on) continue
          const review = reviews[index]
          const isHeld = review !== undefined && review <= workingDaysAfter(from, SET_POINTS[index]! + GRACE)
          held.add(months.indexOf(on), position.team, isHeld)
        }
      }
    },
    truths: () => [held.truth()],
  }
}

/** A manager's review is for the earliest point without one, unless the point after that has fallen by then. */
function reviewOfEach(falls: readonly DayNumber[], reviews: readonly DayNumber[]): (DayNumber | undefined)[] {
  const found: (DayNumber | undefined)[] = []
  let next = 0
  for (const index of falls.keys()) {
    const review = reviews[next]
    if (review === undefined || review >= (falls[index + 1] ?? Infinity)) found.push(undefined)
    else {
      found.push(review)
      next += 1
    }
  }
  return found
}
