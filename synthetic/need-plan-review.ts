import { nextWorking, type DayNumber } from './day-number.ts'
import { seededRandom } from './random.ts'

/** A review of a child in need plan, or what was written down as one. */
export interface NeedPlanReview {
  on: DayNumber
  /** Which other agencies came; null where nobody wrote it down. */
  agencies: string | null
  decision: 'go on' | 'change the plan' | null
}

const FIRST_WITHIN = 42
const LATER_WITHIN = 84

/**
 * The reviews of one plan up to its end or a day, in order. They are drawn from a stream of their own, by the seed, the child and the
 * day the plan began: nothing else that is drawn moves by them, and every extract tells them alike.
 */
export function needPlanReviews(
  seed: number,
  childId: string,
  from: DayNumber,
  until: DayNumber,
): NeedPlanReview[] {
  const draw = seededRandom(seed, `need plan reviews ${childId} ${from}`)
  const reviews: NeedPlanReview[] = []
  let last = from
  for (;;) {
    const within = reviews.length === 0 ? FIRST_WITHIN : LATER_WITHIN
    const isInTime = draw.chance(0.74)
    const after = isInTime ? draw.between(within - 20, within - 3) : draw.between(within + 1, within + 70)
    const on = nextWorking(last + after)
    // Of some a visit was written down as a review: neither who came nor what was decided.
    const isReview = !draw.chance(0.06)
    const agencies = draw.weighted({
      school: 4,
      'school, health visitor': 2,
      'health visitor': 2,
      'school, housing': 1,
      '': 1,
    })
    const decision = draw.chance(0.8) ? 'go on' : 'change the plan'
    if (on > until) return reviews
    reviews.push({
      on,
      agencies: isReview && agencies !== '' ? agencies : null,
      decision: isReview ? decision : null,
    })
    last = on
  }
}

/** A visit that was written down as a review is none. */
export const isReview = ({ agencies, decision }: NeedPlanReview): boolean =>
  agencies !== null || decision !== null
