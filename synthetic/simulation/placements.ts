import { PLACEMENT_MONTHS } from '../calibration/everywhere.ts'
import { ageAt, type DayNumber } from '../day-number.ts'
import type { ChildLog, Placement } from '../event-log.ts'
import { DAYS_IN_MONTH, type FamilyContext } from './course.ts'
import { postcodeIn } from './postcode.ts'

/** The days of a period of care, so far as they bear on where the child lives. */
interface PlacedCare {
  from: DayNumber
  /** The last day lived. */
  until: DayNumber
  to: DayNumber
  /** The day the child moves to adopters; null when nobody adopts. */
  adoptiveFrom: DayNumber | null
  /** With carers who keep the child for years, when the first months are over. */
  isSettled: boolean
}

/** Where a child lives while in care, one placement after another. */
export function placementCourse(
  context: FamilyContext,
  child: ChildLog,
  { from, until, to, adoptiveFrom, isSettled }: PlacedCare,
): Placement[] {
  const { random, detail } = context
  const planned: Placement[] = []
  const last = adoptiveFrom === null ? until : Math.min(until, adoptiveFrom - 1)
  for (let day = from; day <= last;) {
    planned.push(placement(context, child, day))
    day += Math.max(2, Math.round(random.quantile(PLACEMENT_MONTHS) * DAYS_IN_MONTH))
  }
  if (adoptiveFrom !== null && adoptiveFrom <= until) {
    planned.push({ ...placement(context, child, adoptiveFrom), type: 'A6', provider: 'PR1', urn: '' })
  }
  const placements = planned.filter(
    (placement, index) =>
      index === 0 || placement.type === 'A6' || detail.chance(moves(placement.from - from, isSettled)),
  )
  for (const [index, placement] of placements.entries()) {
    const next = placements[index + 1]
    placement.to = next?.from ?? to
    if (next) placement.changeReason = next.type === 'A6' ? 'CARPL' : detail.weighted(CHANGES)
  }
  return placements
}

/** Of moves that carers and plans would make, those that come about. */
const moves = (daysInCare: number, isSettled: boolean): number =>
  isSettled ? (daysInCare < 300 ? 0.75 : 0.08) : 0.75

/** Why placements change: care plan 34, carer's request 16, and others, of 100 in England. */
const CHANGES = {
  CARPL: 42,
  CREQB: 14,
  CREQO: 5,
  OTHER: 23,
  CHILD: 4,
  STAND: 4,
  ALLEG: 2,
  CLOSE: 3,
  LAREQ: 2,
  APPRR: 1,
} as const

function placement(context: FamilyContext, child: ChildLog, from: DayNumber): Placement {
  const { council, random, detail } = context
  const { placements, placedOutside, placedFar } = council.plan.profile
  const age = ageAt(child.bornOn, from)
  const kind = age >= 16 ? 'older' : age >= 11 ? 'underSixteen' : 'underEleven'
  const type = random.weighted(child.isUnaccompanied ? placements.unaccompanied : placements[kind])
  const isHome = type === 'P1'
  const isOutside = !isHome && random.chance(placedOutside)
  const provider = isHome ? 'PR0' : random.weighted({ PR1: 52, PR4: 38, PR5: 6, PR2: 4 })
  return {
    from,
    to: from,
    type,
    provider,
    postcode: postcodeIn(random, random.between(1, 40)),
    // Homes and agencies are registered; our own carers and families are not. 999 numbers are nobody's.
    urn: provider === 'PR4' ? `SC999${random.between(100, 999)}` : '',
    isOutside,
    distance: isHome ? 0 : milesFromHome(detail, isOutside, placedFar),
    changeReason: '',
    authority: isOutside
      ? random.pick(['Eastmere', 'Holtham', 'Wexborough', 'North Valeshire'])
      : council.plan.name.replace(/ (City )?Council$/, ''),
  }
}

/** `far` are those outside the area who live more than 20 miles from home. */
function milesFromHome(detail: FamilyContext['detail'], isOutside: boolean, far: number): number {
  const miles = detail.quantile(
    isOutside
      ? [
          [0, 1],
          [(1 - far) * 0.55, 9],
          [1 - far, 20],
          [1 - far * 0.3, 60],
          [1, 190],
        ]
      : [
          [0, 0.1],
          [0.5, 2.4],
          [1, 9],
        ],
  )
  return Math.round(miles * 10) / 10
}
