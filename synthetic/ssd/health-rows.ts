import type { Day } from '../../src/platform/day.ts'
import { numberOf, type DayNumber } from '../day-number.ts'
import type { CarePeriod, YearlyHealth } from '../event-log.ts'
import { knownDay } from '../extract-view.ts'
import { seededRandom } from '../random.ts'
import { isSeenOn, type ChildInWindow, type Identified } from './child-in-window.ts'
import { yesNo } from './json-cell.ts'
import type { SsdFiles } from './ssd-files.ts'

/** Checks of children looked after, and what is asked of them each 31 March. Child-level. */
export function writeHealth(seen: ChildInWindow, files: SsdFiles, seed: number): void {
  let latest: YearlyHealth | null = null
  for (const { id, event: period } of seen.care) {
    writeChecks(seen, `${id}-H`, 'Health assessment', period.healthChecks, files)
    writeChecks(seen, `${id}-D`, 'Dental check', period.dentalChecks, files)
    for (const year of period.yearlyHealth) {
      if (!isSeenOn(seen.view, endOf(year))) continue
      latest = year
      writeYear(seen, { id, event: period }, year, files, seed)
    }
  }
  if (!latest) return
  files.row('cla_immunisations', {
    clai_person_id: seen.child.id,
    clai_immunisations_status: yesNo(latest.isImmunised),
    clai_immunisations_status_date: endOf(latest),
  })
}

const endOf = ({ year }: YearlyHealth): DayNumber => numberOf(`${year}-03-31` as Day)

function writeChecks(
  { child, view }: ChildInWindow,
  id: string,
  type: string,
  days: readonly DayNumber[],
  files: SsdFiles,
): void {
  for (const [index, on] of days.entries()) {
    if (!isSeenOn(view, on)) continue
    files.row('cla_health', {
      clah_health_check_id: `${id}${index + 1}`,
      clah_person_id: child.id,
      clah_health_check_type: type,
      clah_health_check_date: on,
      clah_health_check_status: 'Completed',
    })
  }
}

/**
 * The log says of a year that something was so, and not on which day: a questionnaire is dated by the last health
 * assessment of the year, and an offence by chance.
 */
function writeYear(
  { child, view }: ChildInWindow,
  { id, event: period }: Identified<CarePeriod>,
  health: YearlyHealth,
  files: SsdFiles,
  seed: number,
): void {
  const { year } = health
  const askedOn = endOf(health)
  const yearBegan = Math.max(askedOn - 364, period.started.on)
  const checkedOn = period.healthChecks.findLast((on) => on >= yearBegan && on <= askedOn)
  files.row('sdq_scores', {
    csdq_table_id: `${id}-Q${year}`,
    csdq_person_id: child.id,
    csdq_sdq_completed_date: health.sdqScore === null ? null : (checkedOn ?? askedOn),
    csdq_sdq_reason: health.sdqScore === null ? health.sdqReason : null,
    csdq_sdq_score: health.sdqScore === null ? null : String(health.sdqScore),
  })
  if (health.misusesSubstances) {
    files.row('cla_substance_misuse', {
      clas_substance_misuse_id: `${id}-M${year}`,
      clas_person_id: child.id,
      clas_substance_misuse_date: checkedOn ?? askedOn,
      clas_intervention_received: yesNo(health.wasHelpTaken),
    })
  }
  if (health.wasConvicted) {
    const last = Math.min(askedOn, knownDay(view, period.ended) ?? askedOn)
    files.row('cla_convictions', {
      clac_cla_conviction_id: `${id}-O${year}`,
      clac_person_id: child.id,
      clac_cla_conviction_date: seededRandom(seed, `offence ${id} ${year}`).between(yearBegan, last),
    })
  }
}
