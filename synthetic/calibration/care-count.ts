import { ageAt, type DayNumber } from '../day-number.ts'
import type { CarePeriod, ChildLog } from '../event-log.ts'
import { LOOKED_AFTER_AGE, noteBand } from './band.ts'
import { ethnicGroup, ETHNIC_GROUPS } from './ethnic-group.ts'
import { happenedIn, isIn, isOpenOn, monthsOf, yearsBefore, type Period } from './period.ts'
import { countMissing } from './missing-count.ts'
import { countYearlyHealth } from './health-count.ts'
import { add, happened, note, sort, spread, type Tally } from './tally.ts'

export const LEGAL = [
  'full care order',
  'interim care order',
  'section 20',
  'placement order',
  'other',
] as const

function legalGroup(status: string): (typeof LEGAL)[number] {
  if (status === 'C2') return 'full care order'
  if (status === 'C1') return 'interim care order'
  if (status === 'E1') return 'placement order'
  return status.startsWith('V') ? 'section 20' : 'other'
}

export const PLACEMENTS = [
  'foster',
  "children's and secure homes",
  'supported accommodation',
  'with parents',
  'placed for adoption',
  'other residential',
  'other',
] as const

/** Codes of the looked-after return. Semi-independent (H5) and independent living (P2) are supported accommodation. */
function placementGroup(type: string): (typeof PLACEMENTS)[number] {
  if (type.startsWith('U')) return 'foster'
  if (type === 'K1' || type === 'K2') return "children's and secure homes"
  if (type === 'H5' || type === 'P2') return 'supported accommodation'
  if (type === 'P1') return 'with parents'
  if (type.startsWith('A')) return 'placed for adoption'
  return type.startsWith('R') || type === 'S1' ? 'other residential' : 'other'
}

const CARE_ENDS = ['home', 'special guardianship', 'adoption', 'independence', 'other'] as const

function careEnd(reason: string): (typeof CARE_ENDS)[number] {
  if (reason === 'E11' || reason === 'E12') return 'adoption'
  if (reason.startsWith('E4A') || reason === 'E4B' || reason === 'E13') return 'home'
  if (['E45', 'E46', 'E47', 'E48', 'E43', 'E44'].includes(reason)) return 'special guardianship'
  return reason === 'E5' || reason === 'E6' ? 'independence' : 'other'
}

export function countCare(tally: Tally, period: Period, child: ChildLog): void {
  let wasInYear = false
  for (const care of child.care) {
    const { started, ended } = care
    if (happenedIn(period, started)) {
      happened(tally, 'care-begun')
      add(tally, 'care-entries-per-100-referrals', 1, 0)
      note(tally, 'care-begun-unaccompanied', child.isUnaccompanied)
    }
    if (happenedIn(period, ended)) countEnded(tally, care, ended.on)
    if (isOpenOn(started, ended, period.to)) countOpen(tally, period, child, care)
    countPlacements(tally, period, care)
    countYearlyHealth(tally, period, child, care)
    wasInYear ||= started.on <= period.to && (ended === null || ended.on > yearsBefore(period.to, 1))
  }
  if (wasInYear) {
    happened(tally, 'in-care-in-year')
    countMissing(tally, period, child)
  }
  const { adoption } = child
  if (adoption?.adoptedOn != null && isIn(period, adoption.adoptedOn)) happened(tally, 'adopted')
  if (adoption?.placedOn != null && isIn(period, adoption.placedOn))
    add(tally, 'months-to-adoptive-placement', monthsOf(adoption.placedOn - adoption.enteredCareOn), 1)
}

function countEnded(tally: Tally, { started, endReason }: CarePeriod, endedOn: DayNumber): void {
  happened(tally, 'care-ended')
  spread(tally, 'care-ended-days', endedOn - started.on)
  sort(tally, 'care-end', CARE_ENDS, careEnd(endReason))
}

function countOpen(tally: Tally, period: Period, child: ChildLog, care: CarePeriod): void {
  const { to } = period
  happened(tally, 'looked-after')
  add(tally, 'placements-each', 0, period.years)
  note(tally, 'looked-after-unaccompanied', child.isUnaccompanied)
  noteBand(tally, LOOKED_AFTER_AGE, ageAt(child.bornOn, to))
  sort(tally, 'looked-after-ethnicity', ETHNIC_GROUPS, ethnicGroup(child.ethnicity))
  note(tally, 'looked-after-male', child.sex === 'M')
  sort(tally, 'legal', LEGAL, legalGroup(care.statuses.findLast(({ from }) => from <= to)?.status ?? ''))
  const placements = care.placements.filter(({ from }) => from <= to)
  const now = placements.at(-1)
  sort(tally, 'placement', PLACEMENTS, now ? placementGroup(now.type) : 'other')
  note(tally, 'placed-over-20-miles', now !== undefined && now.distance > 20)
  note(tally, 'placed-outside', now !== undefined && now.isOutside)
  note(
    tally,
    'three-placements',
    placements.filter((placement) => placement.to > yearsBefore(to, 1)).length >= 3,
  )
  const isLong = care.started.on <= yearsBefore(to, 2.5) && ageAt(child.bornOn, to) < 16
  if (isLong && now) note(tally, 'stable-placement', isStable(now.type, now.from, to))
  countReviews(tally, care, to)
}

/** Two years with the same carer, or placed for adoption. */
const isStable = (type: string, from: DayNumber, to: DayNumber): boolean =>
  from <= yearsBefore(to, 2) || placementGroup(type) === 'placed for adoption'

/** Within 20 working days (28 days), then three months, then every six; of those in care long enough for the first. */
function countReviews(tally: Tally, { started, reviews, visits }: CarePeriod, to: DayNumber): void {
  if (to - started.on < 28) return
  let dueOn = started.on + 29
  let isInTime = true
  for (const [index, { on }] of reviews.entries()) {
    if (on > to) break
    if (on > dueOn) isInTime = false
    dueOn = on + (index === 0 ? 92 : 184)
  }
  note(tally, 'care-reviews-in-time', isInTime && dueOn >= to)
  const last = visits.findLast(({ on }) => on <= to)
  note(tally, 'care-visit-in-6-weeks', last !== undefined && to - last.on <= 42)
}

function countPlacements(tally: Tally, period: Period, { placements, ended }: CarePeriod): void {
  for (const { from, to } of placements) {
    if (isIn(period, from)) add(tally, 'placements-each', 1, 0)
    const last = ended === null ? to : Math.min(to, ended.on)
    if (isIn(period, last)) spread(tally, 'placement-ended-days', last - from)
  }
}
