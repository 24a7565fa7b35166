import type { Day } from '../../src/platform/day.ts'
import { numberOf, type DayNumber } from '../day-number.ts'
import { NORCHESTER_2015 } from '../calibration/norchester-2015.ts'
import type { CouncilPlan, Timeliness } from './council-plan.ts'
import { NORCHESTER_STAFFING } from './staffing.ts'

const on = (day: Day): DayNumber => numberOf(day)

const CHRISTMASES = [2011, 2012, 2013, 2014]
const isAtNewYear = (day: DayNumber, from: string, to: string): boolean =>
  CHRISTMASES.some((year) => day >= on(`${year}-${from}` as Day) && day <= on(`${year + 1}-${to}` as Day))

/**
 * Norchester, as it was found and as it has begun to mend. An inspection in July 2014 finds assessments stalled and
 * children not seen; from August managers take stalled ones up, until the work slackens in the autumn. Demand is up
 * from June. Conferences are late, 43% in time, and better from the summer. Managers are away from Christmas Eve to
 * the first days of January, so assessments finished in January are later than in other months, and this year's more
 * than last year's. In North 2 one manager runs two teams, and it shows.
 */
const NORCHESTER: Timeliness = {
  demand: (day) => (day >= on('2014-06-01') ? 1.12 : 1),
  stalled(startedOn, team) {
    const worse = team === 'North 2' ? 1.7 : 1
    if (startedOn < on('2012-06-01')) return 0
    if (startedOn < on('2013-06-01')) return 0.024 * worse
    if (startedOn < on('2014-07-20')) return 0.029 * worse
    if (startedOn < on('2014-10-20')) return 0.008 * worse
    return 0.04 * worse
  },
  late(dueOn, team) {
    const isThisWinter = dueOn >= on('2014-12-19')
    const pressed = isThisWinter ? 0.075 : isAtNewYear(dueOn, '12-19', '01-24') ? 0.045 : 0
    if (team === 'North 2') return dueOn >= on('2014-12-19') ? 0.22 + pressed : 0.1 + pressed
    return 0.065 + pressed
  },
  isSigningOff: (day) => !isAtNewYear(day, '12-23', '01-03'),
  takenUp(startedOn, nudge) {
    // Some are stumbled on: a new worker, another referral.
    if (nudge < 0.18) return startedOn + 110 + Math.floor((nudge / 0.18) * 420)
    if (nudge > 0.55 || startedOn > on('2014-06-20')) return null
    const [begins, ends] = [on('2014-08-04'), on('2014-10-24')]
    return Math.max(startedOn + 80, begins + Math.floor(((nudge - 0.18) / 0.37) * (ends - begins)))
  },
  seen: 0.915,
  conferenceInTime: (day) => (day >= on('2014-05-12') ? 0.64 : 0.426),
  reviewInTime: (day) => (day >= on('2014-08-01') ? 0.96 : 0.92),
  // Duty workers brought the reports until the inspection said so.
  workerAttends: (day) => (day >= on('2014-09-01') ? 0.84 : day >= on('2014-07-01') ? 0.74 : 0.62),
  reportShared: (day) => (day >= on('2014-09-01') ? 0.68 : day >= on('2014-07-01') ? 0.55 : 0.4),
  visitInTime(day, team) {
    const worse = team === 'North 2' ? 0.12 : 0
    return (isAtNewYear(day, '12-20', '01-06') ? 0.62 : day >= on('2014-09-01') ? 0.8 : 0.74) - worse
  },
  coreGroupHeld: (day) => (day >= on('2014-09-01') ? 0.86 : 0.77),
  interviewRecorded: (day) => (day >= on('2014-11-01') ? 0.7 : 0.55),
}

/** The last day simulated: the month end before the Improvement Board of 10 February 2015. */
export const NORCHESTER_AS_AT: Day = '2015-01-31'

/** What the small council and the city have in common. */
export const NORCHESTER_CITY_COUNCIL = {
  name: 'Norchester City Council',
  code: '999',
  likeness: 'norchester-2015',
  asAt: NORCHESTER_AS_AT,
  profile: NORCHESTER_2015,
  timeliness: NORCHESTER,
  staffing: NORCHESTER_STAFFING,
} as const satisfies Partial<CouncilPlan>
