import { addMonths, firstOf, monthOf, type Day } from '../../platform/day.ts'
import { NORCHESTER_2015 } from '../calibration/norchester-2015.ts'
import type { Profile } from '../calibration/profile.ts'
import { numberOf, type DayNumber } from '../day-number.ts'
import { NORCHESTER_STAFFING, type Staffing } from './staffing.ts'

/** What is to be simulated. Everything follows from it: the same plan gives the same council. */
export interface CouncilPlan {
  /** The council's name, and its number of three figures as the department gives them. */
  name: string
  code: string
  seed: number
  /** Children aged 0 to 17 living there. Every volume follows from it. */
  population: number
  /** The last day simulated. */
  asAt: Day
  /** The first day from which everything is written: 13 months before those to be shown, so that each can look back a year. */
  from: Day
  /** The first of the months to be shown. */
  shownFrom: Day
  /** What the work of such a council looks like in numbers. */
  profile: Profile
  grip: Grip
  staffing: Staffing
}

/** How well the council kept hold of its work, day by day and team by team. Shares from 0 to 1. */
export interface Grip {
  /** Times the usual number of new families. */
  demand(on: DayNumber): number
  /** Of assessments started on a day, those that nobody drives to an end. */
  stalled(startedOn: DayNumber, team: string): number
  /** Of the others, those finished after day 45; `dueOn` is that day. */
  late(dueOn: DayNumber, team: string): number
  /** Days on which managers were at their desks to sign assessments off. */
  isSigningOff(on: DayNumber): boolean
  /** When a stalled assessment is taken up again, or null when it is left; `nudge` is a draw from 0 to 1. */
  takenUp(startedOn: DayNumber, nudge: number): DayNumber | null
  /** Of children whose assessment is finished, those who were seen. */
  seen: number
  /** Of conferences following an enquiry of this day, those within 15 working days. */
  conferenceInTime(on: DayNumber): number
  /** Of conferences and reviews, those held in the time that statute gives. */
  reviewInTime(on: DayNumber): number
  /** Of conferences and reviews, those to which the allocated worker came. */
  workerAttends(on: DayNumber): number
  /** Of conferences and reviews, those whose report the family was shown on an earlier day. */
  reportShared(on: DayNumber): number
  /** Of visits due, those made in time. */
  visitInTime(on: DayNumber, team: string): number
  /** Of core groups due, those held. */
  coreGroupHeld(on: DayNumber): number
  /** Of return interviews after a child was missing, those on which anything was written down. */
  interviewRecorded(on: DayNumber): number
}

const on = (day: Day): DayNumber => numberOf(day)
const CHRISTMASES = [2011, 2012, 2013, 2014]
const isAtChristmas = (day: DayNumber, from: string, to: string): boolean =>
  CHRISTMASES.some((year) => day >= on(`${year}-${from}` as Day) && day <= on(`${year + 1}-${to}` as Day))

/**
 * Norchester, as it was found and as it has begun to mend. An inspection in July 2014 finds assessments stalled and
 * children not seen; from August managers take stalled ones up, until the work slackens in the autumn. Demand is up
 * from June. Conferences are late, 43% in time, and better from the summer. Managers are away from Christmas Eve to
 * the first days of January, so assessments finished in January are later than in other months, and this year's more
 * than last year's. In North 2 one manager runs two teams, and it shows.
 */
const NORCHESTER: Grip = {
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
    const pressed = isThisWinter ? 0.075 : isAtChristmas(dueOn, '12-19', '01-24') ? 0.045 : 0
    if (team === 'North 2') return dueOn >= on('2014-12-19') ? 0.22 + pressed : 0.1 + pressed
    return 0.065 + pressed
  },
  isSigningOff: (day) => !isAtChristmas(day, '12-23', '01-03'),
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
    return (isAtChristmas(day, '12-20', '01-06') ? 0.62 : day >= on('2014-09-01') ? 0.8 : 0.74) - worse
  },
  coreGroupHeld: (day) => (day >= on('2014-09-01') ? 0.86 : 0.77),
  interviewRecorded: (day) => (day >= on('2014-11-01') ? 0.7 : 0.55),
}

const AS_AT: Day = '2015-01-31'
/** Chosen so that the usual seed, 2015, draws months that tell the story clearly. Any number would do. */
const SALT = 0x834
/** A fifteenth of a city of 118,000 children. */
const SMALL_POPULATION = 8000

/**
 * The small demonstration council: 24 months to 31 January 2015 and 13 before them, about 2,000 children known
 * to social care.
 */
export function smallCouncil(seed: number): CouncilPlan {
  const shownFrom = firstOf(monthOf(addMonths(AS_AT, -23)))
  return {
    name: 'Norchester City Council',
    code: '999',
    seed: seed ^ SALT,
    population: SMALL_POPULATION,
    asAt: AS_AT,
    from: addMonths(shownFrom, -13),
    shownFrom,
    profile: NORCHESTER_2015,
    grip: NORCHESTER,
    staffing: NORCHESTER_STAFFING,
  }
}
