import {
  ageAt,
  birthday,
  firstOfMonth,
  monthNumberOf,
  monthOfYear,
  nextWorking,
  numberOf,
  type DayNumber,
} from '../day-number.ts'
import type { ChildLog, EducationPlan } from '../event-log.ts'
import type { Random } from '../random.ts'

/**
 * An education, health and care plan of a child known to social care. `share` of all come to have one; of disabled
 * children nine times as many are asked for as of others.
 */
export function educationPlan(
  detail: Random,
  child: ChildLog,
  share: number,
  until: DayNumber,
): EducationPlan | null {
  const askedAt = detail.quantile([
    [0, 2],
    [0.4, 5],
    [0.8, 10],
    [1, 16],
  ])
  const askedOn = child.bornOn + Math.round(askedAt * 365.25)
  const requestedOn = nextWorking(Math.max(askedOn, transferredOn(child)))
  if (!detail.chance(Math.min(0.9, child.isDisabled ? share * 9 : share)) || requestedOn > until) return null
  const isAgreed = detail.chance(0.78)
  const agreedOn = nextWorking(requestedOn + detail.between(25, 46))
  // Twenty weeks are allowed in all.
  const issuedOn = nextWorking(requestedOn + detail.between(105, 190))
  return {
    requestedOn,
    agreedOn: isAgreed ? agreedOn : null,
    issuedOn: isAgreed ? issuedOn : null,
    ceasedOn: isAgreed && detail.chance(0.06) ? issuedOn + detail.between(400, 1500) : null,
    need: child.isDisabled
      ? detail.weighted({ ASD: 36, SLD: 14, MLD: 16, PMLD: 6, SLCN: 12, PD: 8, HI: 3, VI: 2, SEMH: 3 })
      : detail.weighted({ SEMH: 58, SLCN: 22, MLD: 10, SPLD: 8, OTH: 2 }),
  }
}

/**
 * There were statements before there were plans. Children who had one were moved to a plan between 1 September 2014
 * and 31 March 2018: Children and Families Act 2014, transitional provisions. Their day comes by the day of birth.
 */
const transferredOn = ({ bornOn }: ChildLog): DayNumber => FIRST_PLANS + (bornOn % DAYS_OF_TRANSFER)
const FIRST_PLANS = numberOf('2014-09-01')
const DAYS_OF_TRANSFER = 1308

/** Months, January as 0, in which a term's personal education plan is made. */
const PLAN_MONTHS = [1, 5, 9]

/** A looked-after child's personal education plans: one each term of school age, and some terms none. */
export function personalEducationPlans(
  detail: Random,
  child: ChildLog,
  from: DayNumber,
  until: DayNumber,
): DayNumber[] {
  const found: DayNumber[] = []
  const last = Math.min(until, birthday(child.bornOn, 18))
  for (let month = monthNumberOf(from); firstOfMonth(month) <= last; month += 1) {
    if (!PLAN_MONTHS.includes(monthOfYear(month))) continue
    const on = nextWorking(firstOfMonth(month) + detail.between(0, 26))
    if (on > from + 14 && on <= last && ageAt(child.bornOn, on) >= 4 && detail.chance(0.93)) found.push(on)
  }
  return found
}
