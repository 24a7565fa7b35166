import { ageAt, dayOf, numberOf, type DayNumber } from '../day-number.ts'
import type { Day } from '../../src/platform/day.ts'
import type { CarePeriod, ChildLog, YearlyHealth } from '../event-log.ts'
import type { FamilyContext } from './course.ts'

/** What is asked each 31 March of a child who has then been in care for a year. */
export function yearlyHealth(
  context: FamilyContext,
  child: ChildLog,
  from: DayNumber,
  to: DayNumber,
): YearlyHealth[] {
  const years: CarePeriod['yearlyHealth'] = []
  for (let year = Number(dayOf(from).slice(0, 4)) + 1; ; year += 1) {
    const asked = numberOf(`${year}-03-31` as Day)
    if (asked > Math.min(to, context.council.horizon)) return years
    if (asked - from >= 365) years.push(healthOf(context, child, year, asked))
  }
}

function healthOf(
  { council, detail }: FamilyContext,
  child: ChildLog,
  year: number,
  on: DayNumber,
): YearlyHealth {
  const { health, sdqScore } = council.plan.profile
  const age = ageAt(child.bornOn, on)
  const isAsked = age >= 4 && age <= 16
  const isAnswered = isAsked && detail.chance(health.sdqAnswered)
  const isTeenager = age >= 12
  const misusesSubstances = isTeenager && detail.chance(health.misusesSubstances * 2)
  const wasHelpOffered = misusesSubstances && detail.chance(0.82)
  return {
    year,
    isImmunised: detail.chance(health.immunised),
    hadDentalCheck: detail.chance(health.dentalCheck),
    hadHealthAssessment: detail.chance(health.healthAssessment),
    hadHealthChecks: age < 5 && detail.chance(health.developmentChecks),
    sdqScore: isAnswered ? Math.round(detail.quantile(sdqScore)) : null,
    sdqReason: isAnswered
      ? ''
      : isAsked
        ? detail.weighted({ SDQ2: 25, SDQ3: 20, SDQ4: 40, SDQ5: 15 })
        : 'SDQ1',
    wasConvicted: age >= 10 && detail.chance(health.convicted * 1.7),
    misusesSubstances,
    wasHelpOffered,
    wasHelpTaken: wasHelpOffered && detail.chance(0.6),
  }
}
