import { ageAt, dayOf } from '../day-number.ts'
import type { CarePeriod, ChildLog } from '../event-log.ts'
import type { Period } from './period.ts'
import { add, note, type Tally } from './tally.ts'

/** What the looked-after return asks once a year of children in care for twelve months or more. */
export function countYearlyHealth(tally: Tally, period: Period, child: ChildLog, care: CarePeriod): void {
  const firstYear = Number(dayOf(period.from).slice(0, 4))
  const lastYear = Number(dayOf(period.to).slice(0, 4))
  for (const health of care.yearlyHealth) {
    if (health.year < firstYear || health.year > lastYear) continue
    note(tally, 'health-assessment', health.hadHealthAssessment)
    note(tally, 'dental-check', health.hadDentalCheck)
    note(tally, 'immunised', health.isImmunised)
    note(tally, 'substance-misuse', health.misusesSubstances)
    const age = ageAt(child.bornOn, period.to)
    if (age >= 10) note(tally, 'convicted', health.wasConvicted)
    if (health.sdqScore !== null) {
      add(tally, 'sdq-score', health.sdqScore, 1)
      note(tally, 'sdq-concern', health.sdqScore >= 17)
    }
  }
}
