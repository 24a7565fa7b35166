import { ageAt, monthNumberOf, monthOfYear, weekdayOf, type DayNumber } from '../day-number.ts'
import type { ChildLog, FamilyLog, NeedEpisode, ReferralEvent } from '../event-log.ts'
import { FAMILY_SIZE, noteBand, REFERRED_AGE } from './band.ts'
import { isIn, workingDaysTaken, yearsBefore, type Period } from './period.ts'
import { add, happened, note, sort, spread, type Tally } from './tally.ts'

/** The days of the week and the months as `seasonal rows` name them. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
export const MONTHS =
  'January February March April May June July August September October November December'.split(' ')

export const SOURCES = ['police', 'schools', 'health', 'other'] as const

/** Of the census codes: schools are 2A alone, education services (2B) are others, as the published shares have it. */
export function sourceGroup(code: string): (typeof SOURCES)[number] {
  if (code === '6') return 'police'
  if (code === '2A') return 'schools'
  return code.startsWith('3') ? 'health' : 'other'
}

/** Closed after the assessment without a service: what the statistics call assessed and not in need. */
export const isNotInNeed = ({ closeReason }: NeedEpisode): boolean =>
  closeReason === 'RC8' || closeReason === 'RC9'

export function countReferrals(tally: Tally, period: Period, child: ChildLog): void {
  const { referrals } = child
  let lastBlock = -1
  for (const [index, referral] of referrals.entries()) {
    const { on } = referral.received
    if (!isIn(period, on)) continue
    happened(tally, 'referrals')
    const block = Math.floor((period.to - on) / 365.25)
    add(tally, 'children-per-100-referrals', block === lastBlock ? 0 : 1, 1)
    lastBlock = block
    const before = referrals[index - 1]
    note(tally, 're-referred', before !== undefined && before.received.on >= yearsBefore(on, 1))
    sort(tally, 'referral-source', SOURCES, sourceGroup(referral.source))
    sort(tally, 'referral-month', MONTHS, MONTHS[monthOfYear(monthNumberOf(on))]!)
    sort(tally, 'referral-weekday', WEEKDAYS, WEEKDAYS[weekdayOf(on) - 1]!)
    note(tally, 'referral-at-weekend', weekdayOf(on) > 5)
    noteBand(tally, REFERRED_AGE, ageAt(child.bornOn, on))
    noteAugust(tally, referral)
    noteLag(tally, referral)
    countOutcome(tally, child, referral)
  }
}

function noteAugust(tally: Tally, { received, source }: ReferralEvent): void {
  if (sourceGroup(source) !== 'schools') return
  note(tally, 'school-referrals-in-august', monthOfYear(monthNumberOf(received.on)) === 7)
}

/** Days from what happened to its being recorded; what is late at a month's end is chased and comes sooner. */
function noteLag(tally: Tally, { received }: ReferralEvent): void {
  const lag = received.recordedOn - received.on
  note(tally, 'recorded-same-day', lag === 0)
  note(tally, 'recorded-in-3-days', lag <= 3)
  note(tally, 'recorded-in-10-days', lag <= 10)
}

/** Of every referral: what came of it. Enquiries and plans are events of their own, over referrals. */
function countOutcome(tally: Tally, child: ChildLog, { number, isNfa, received }: ReferralEvent): void {
  const need = child.needs.find(({ referral }) => referral === number)
  note(tally, 'nfa', isNfa)
  note(tally, 'not-in-need', need !== undefined && isNotInNeed(need))
  note(tally, 'episode-started', need !== undefined && !isNotInNeed(need))
  for (const id of ['enquiries', 'conferences', 'plans', 'care-entries'])
    add(tally, `${id}-per-100-referrals`, 0, 1)
  const assessment = child.assessments.find(({ referral }) => referral === number)
  if (!assessment) return
  spread(tally, 'days-to-assessment', workingDaysTaken(received.on, assessment.started.on))
  note(tally, 'assessment-begun-next-day', workingDaysTaken(received.on, assessment.started.on) <= 1)
}

/** Brothers and sisters, the unborn among them, of a family that is referred for the first time. */
export function countFamilySize(tally: Tally, period: Period, { children }: FamilyLog): void {
  const firsts = children.flatMap(({ referrals }) => referrals[0]?.received.on ?? [])
  if (firsts.length === 0) return
  const first: DayNumber = Math.min(...firsts)
  if (isIn(period, first)) noteBand(tally, FAMILY_SIZE, children.length)
}
