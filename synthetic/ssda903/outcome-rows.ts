import { ageAt, birthday } from '../day-number.ts'
import type { AdoptionPath, CareLeaver, CarePeriod, ChildLog, YearlyHealth } from '../event-log.ts'
import { knownDay } from '../extract-view.ts'
import type { AdopterCouple } from './adopter-couple.ts'
import type { ReturnRow } from './return-row.ts'
import { byEnd, codeIn, isInYear, type ReturnYear } from './return-year.ts'

const flag = (is: boolean): string => (is ? '1' : '0')

/** Development is asked of children under 5, convictions of those of 10 and over. */
const CHECKED_UNDER = 5
const ANSWERABLE_FROM = 10

/** OC2: a child who on 31 March had been looked after for the whole year, with what was asked then; null for another. */
export function healthRow(child: ChildLog, returnYear: ReturnYear): ReturnRow<'oc2'> | null {
  const period = child.care.findLast((candidate) => wasLookedAfterAllYear(candidate, returnYear))
  const health = period?.yearlyHealth.find(({ year }) => year === returnYear.year)
  if (!health) return null
  const age = ageAt(child.bornOn, returnYear.to)
  return {
    CHILD: child.id,
    DOB: child.bornOn,
    SDQ_SCORE: health.sdqScore,
    SDQ_REASON: health.sdqScore === null ? health.sdqReason : null,
    CONVICTED: age < ANSWERABLE_FROM ? null : flag(health.wasConvicted),
    HEALTH_CHECK: age < CHECKED_UNDER ? flag(health.hadHealthChecks) : null,
    IMMUNISATIONS: flag(health.isImmunised),
    TEETH_CHECK: flag(health.hadDentalCheck),
    HEALTH_ASSESSMENT: flag(health.hadHealthAssessment),
    ...substanceMisuse(health),
  }
}

const wasLookedAfterAllYear = ({ started, ended }: CarePeriod, { view, from, to }: ReturnYear): boolean =>
  view.asAt === to && knownDay(view, started) !== null && started.on < from && knownDay(view, ended) === null

/** Help is asked about where there was need of it, and its offer where none was taken. */
const substanceMisuse = ({
  misusesSubstances,
  wasHelpTaken,
  wasHelpOffered,
}: YearlyHealth): ReturnRow<'oc2'> => ({
  SUBSTANCE_MISUSE: flag(misusesSubstances),
  INTERVENTION_RECEIVED: misusesSubstances ? flag(wasHelpTaken) : null,
  INTERVENTION_OFFERED: misusesSubstances && !wasHelpTaken ? flag(wasHelpOffered) : null,
})

const LEAVERS_ASKED_FROM = 17
const LEAVERS_ASKED_TO = 21

/** OC3: a young person who has left care and whose 17th to 21st birthday fell in the year; null for another. */
export function careLeaverRow(child: ChildLog, returnYear: ReturnYear): ReturnRow<'oc3'> | null {
  const { leaver, bornOn } = child
  const age = ageAt(bornOn, returnYear.to)
  if (!leaver || age < LEAVERS_ASKED_FROM || age > LEAVERS_ASKED_TO) return null
  const askedOn = birthday(bornOn, age)
  if (leaver.from > askedOn || !isInYear(returnYear, askedOn)) return null
  const { inTouch } = leaver
  return {
    CHILD: child.id,
    DOB: bornOn,
    IN_TOUCH: inTouch,
    ...(inTouch === 'YES' ? positionOf(leaver, returnYear.year) : { ACTIV: '0', ACCOM: '0' }),
  }
}

const positionOf = ({ activity, accommodation, isSuitable }: CareLeaver, year: number): ReturnRow<'oc3'> => ({
  ACTIV: codeIn(year, 'ssda903_activity', activity),
  ACCOM: `${accommodation}${isSuitable ? 1 : 2}`,
})

export const wasAdoptedInYear = ({ adoptedOn }: AdoptionPath, returnYear: ReturnYear): boolean =>
  isInYear(returnYear, adoptedOn)

/** AD1: a child adopted in the year. What is said of the adopters is blank where nobody is known. */
export const adoptionRow = (
  child: ChildLog,
  path: AdoptionPath,
  couple: AdopterCouple | null,
): ReturnRow<'ad1'> => ({
  CHILD: child.id,
  DOB: child.bornOn,
  DATE_INT: path.decidedOn,
  DATE_MATCH: path.matchedOn,
  FOSTER_CARE: flag(path.fosteredForAdoptionOn !== null),
  NB_ADOPTR: couple && String(couple.count),
  SEX_ADOPTR: couple && couple.sex,
  LS_ADOPTR: couple && couple.legalStatus,
})

/** A decision that a child should be adopted, until the adoption or until it is reversed. */
export function placementDecisionRow(
  child: ChildLog,
  returnYear: ReturnYear,
): ReturnRow<'placed_adoption'> | null {
  const { adoption } = child
  if (!adoption || byEnd(returnYear, adoption.decidedOn) === null) return null
  const endedOn = byEnd(returnYear, adoption.adoptedOn ?? adoption.reversedOn)
  if (endedOn !== null && endedOn < returnYear.from) return null
  const reversedOn = byEnd(returnYear, adoption.reversedOn)
  return {
    CHILD: child.id,
    DOB: child.bornOn,
    DATE_PLACED: adoption.decidedOn,
    DATE_PLACED_CEASED: reversedOn,
    REASON_PLACED_CEASED: reversedOn === null ? null : adoption.reversedReason,
  }
}
