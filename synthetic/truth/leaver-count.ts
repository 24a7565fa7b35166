import { addMonths } from '../../src/platform/day.ts'
import { ageAt, birthday, dayOf, numberOf, type DayNumber } from '../day-number.ts'
import type { CareLeaver } from '../event-log.ts'
import type { ExtractView } from '../extract-view.ts'
import type { AreaCount } from './area-count.ts'
import type { KnownChild } from './known-child.ts'
import { openTally, type TruthSource } from './series-truth.ts'
import type { TruthMonths } from './truth-months.ts'

const NOTE = 'On the day of the extract alone: files have the latest record of each.'
/** Died, and returned home for six months or more. */
const OUT_OF_SCOPE = ['DIED', 'RHOM']
const NOT_IN_TOUCH = 'NO'
/** Gone abroad, deported. */
const ABROAD = ['G', 'H']
const UNKNOWN_HOME = 'R'
/** Bed and breakfast, custody. */
const NEVER_SUITABLE = ['W', 'X']
/** Illness or disability, pregnancy or parenting. */
const UNAVAILABLE = ['G4', 'G6']
const EIGHT_WEEKS = 56

/** Care leavers as they were known on the day of the extract. */
export function countLeavers(months: TruthMonths, view: ExtractView): AreaCount {
  const last = months.names.length - 1
  const tallies = openTallies(months)
  const { inTouch, live, active, activeAt17, available, suitable, suitableAt17, planned, stayed } = tallies
  const sixMonthsAgo = numberOf(addMonths(dayOf(view.asAt), -6))

  function countOne(child: KnownChild, leaver: CareLeaver): void {
    const { bornOn, care } = child.log
    const add = (tally: typeof inTouch, met: boolean) => tally.add(last, leaver.position.team, met)
    if (OUT_OF_SCOPE.includes(leaver.inTouch)) return
    const contact = latest(leaver.inTouch === NOT_IN_TOUCH ? leaver.contacts.slice(0, 1) : leaver.contacts)
    add(live, contact !== null && contact >= view.asAt - EIGHT_WEEKS)
    const review = latest(leaver.pathwayReviews)
    add(planned, review !== null && review >= sixMonthsAgo)
    const isActive = /^[FP]/.test(leaver.activity)
    const isSuitable = leaver.isSuitable && !NEVER_SUITABLE.includes(leaver.accommodation)
    const isHomeCounted =
      !ABROAD.includes(leaver.accommodation) &&
      (leaver.accommodation !== UNKNOWN_HOME || leaver.inTouch !== 'YES')
    const age = ageAt(bornOn, view.asAt)
    if (age >= 19 && age <= 21) {
      add(inTouch, leaver.inTouch === 'YES')
      add(active, isActive)
      if (!UNAVAILABLE.includes(leaver.activity)) add(available, isActive)
      if (isHomeCounted) add(suitable, isSuitable)
      const adultOn = birthday(bornOn, 18)
      const home = care
        .flatMap(({ placements }) => placements)
        .find(({ from, to }) => from < adultOn && to >= adultOn)
      if (age <= 20 && home?.type.startsWith('U')) add(stayed, leaver.accommodation === 'Z')
    } else if ((age === 17 || age === 18) && !wasInCareOn(child, birthday(bornOn, age))) {
      add(activeAt17, isActive)
      if (isHomeCounted) add(suitableAt17, isSuitable)
    }
  }

  const latest = (days: readonly DayNumber[]) => days.findLast((day) => day <= view.asAt) ?? null

  return {
    child(child) {
      const { leaver } = child.log
      if (leaver && leaver.from <= view.asAt && leaver.until > view.asAt) countOne(child, leaver)
    },
    truths: () => Object.values(tallies).map((tally) => tally.truth(last, last)),
  }
}

/** In the order in which they are written. */
function openTallies(months: TruthMonths) {
  const share = (id: string, counts: string, sources?: TruthSource[]) =>
    openTally(months, { id, kind: 'share', counts, note: NOTE, ...(sources && { sources }) })
  const of19To21 = 'young people of 19, 20 or 21 who left care'
  const of17Or18 = 'young people of 17 or 18 who left care before their last birthday'
  return {
    inTouch: share('cl-in-touch.dfe', `${of19To21}: in touch`),
    live: share('cl-in-touch.live', 'care leavers: contact in the last 56 days'),
    active: share('cl-eet.19_21', `${of19To21}: in education, employment or training`),
    activeAt17: share('cl-eet.17_18', `${of17Or18}: in education, employment or training`),
    available: share('cl-eet.excl_unavailable', `${of19To21}, but those who could not: the same`),
    suitable: share('cl-accommodation.19_21', `${of19To21}: in a suitable home`),
    suitableAt17: share('cl-accommodation.17_18', `${of17Or18}: in a suitable home`),
    planned: share('cl-pathway', 'care leavers: pathway plan reviewed in the last six months'),
    eligible: share('cl-pathway.eligible', 'children still looked after, who are on no list of leavers'),
    stayed: share('cl-staying-put', 'those of 19 and 20 who were fostered at 18: still with the carers', [
      'ssd',
    ]),
  }
}

/** At 18 nobody is. */
const wasInCareOn = ({ care, log }: KnownChild, day: DayNumber): boolean =>
  day < birthday(log.bornOn, 18) &&
  care.some(({ from, until }) => from <= day && (until === null || until > day))
