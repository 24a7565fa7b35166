import { addMonths, firstOf, monthOf, type Day } from '../../src/platform/day.ts'
import type { Profile } from '../calibration/profile.ts'
import type { Likeness } from '../calibration/target.ts'
import type { DayNumber } from '../day-number.ts'
import type { Staffing } from './staffing.ts'

/** What is to be simulated. Everything follows from it: the same plan gives the same council. */
export interface CouncilPlan {
  /** The council's name, and its number of three figures as the returns ask for it; neither is a real council's. */
  name: string
  code: string
  /** What chance is drawn from. */
  seed: number
  /** The seed that was asked for, by which the same council can be had again. */
  askedSeed: number
  /** Which published figures it is held against. */
  likeness: Likeness
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
  timeliness: Timeliness
  staffing: Staffing
}

/** How well the council kept hold of its work, day by day and team by team. Shares from 0 to 1. */
export interface Timeliness {
  /** Times the usual number of new families. */
  demand(on: DayNumber): number
  /** Of assessments started on a day, those that nobody drives to an end. */
  stalled(startedOn: DayNumber, team: string): number
  /** Of the others, those finished after day 45; `dueOn` is that day. */
  late(dueOn: DayNumber, team: string): number
  /** Days on which managers were at work to sign assessments off. */
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

/** Months before those shown, so that each can look back a year. */
const LOOK_BACK = 13

/** The first day of so many months up to the last day, and the first day from which everything is written. */
export function shownMonths(asAt: Day, months: number): { from: Day; shownFrom: Day } {
  const shownFrom = firstOf(monthOf(addMonths(asAt, 1 - months)))
  return { from: addMonths(shownFrom, -LOOK_BACK), shownFrom }
}
