import { addDays, daysBetween, weekdayNumber, type Day } from '../../platform/day.ts'
import { workingDayAfter, workingDaysBetween } from '../../platform/working-days.ts'
import { stateOf, type CaseState, type TaskforceCase } from './taskforce-case.ts'

/** What of a child the counts rest on. */
export type CountedCase = Pick<TaskforceCase, 'givenOn' | 'authorisedOn' | 'leftOn' | 'outcome' | 'triage'>

/** How many children are in each state on a day; together they are the list. */
export type StateCounts = Readonly<Record<CaseState, number>>

export function countStates(cases: readonly CountedCase[], on: Day): StateCounts {
  const counts = { left: 0, done: 0, working: 0, waiting: 0 }
  for (const child of cases) counts[stateOf(child, on)]++
  return counts
}

/** One week of a taskforce, from Monday to Sunday. */
export interface TaskforceWeek {
  monday: Day
  given: number
  done: number
  /** Still to be re-assessed when it ended: those who left are not among them. */
  remaining: number
  /** Its Friday has passed, and it did not begin in the middle: a rate can rest on it. */
  isFull: boolean
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayNumber(day))

/**
 * Every week from the start to a day. What is dated before the start counts in the first week, so that nobody is lost;
 * what is dated after the day has not happened yet.
 */
export function weeksOf(cases: readonly CountedCase[], startsOn: Day, today: Day): TaskforceWeek[] {
  const first = mondayOf(startsOn)
  if (today < startsOn) return []
  const weeks = Math.floor(daysBetween(first, today) / 7) + 1
  const weekOf = (day: Day) => Math.max(0, Math.floor(daysBetween(first, day) / 7))
  const given = Array.from({ length: weeks }, () => 0)
  const done = Array.from({ length: weeks }, () => 0)
  for (const { givenOn, authorisedOn } of cases) {
    if (givenOn !== null && givenOn <= today) given[weekOf(givenOn)]!++
    if (authorisedOn !== null && authorisedOn <= today) done[weekOf(authorisedOn)]!++
  }
  const listed = cases.length - countStates(cases, today).left
  let so = 0
  return given.map((count, index) => {
    const monday = addDays(first, 7 * index)
    so += done[index]!
    return {
      monday,
      given: count,
      done: done[index]!,
      remaining: listed - so,
      isFull: addDays(monday, 4) < today && (index > 0 || startsOn === first),
    }
  })
}

/** Children re-assessed in a week: the slowest, the average and the fastest of the last three full weeks. */
export interface Pace {
  slowest: number
  mean: number
  fastest: number
}

const WEEKS_OF_A_PACE = 3

/** Null while there are fewer than three full weeks: too early to say. */
export function paceOf(weeks: readonly TaskforceWeek[]): Pace | null {
  const last = weeks.filter(({ isFull }) => isFull).slice(-WEEKS_OF_A_PACE)
  if (last.length < WEEKS_OF_A_PACE) return null
  const done = last.map((week) => week.done)
  return {
    slowest: Math.min(...done),
    mean: done.reduce((sum, count) => sum + count, 0) / WEEKS_OF_A_PACE,
    fastest: Math.max(...done),
  }
}

/** A range: the first with the fastest pace, the last with the slowest. */
export interface Range<Value> {
  soonest: Value
  likely: Value
  latest: Value
}

/** Further off than this, a day is no forecast. */
const MOST_WORKING_DAYS = 2600

/** The day on which so many are done at so many a week, in working days; null where they never are. */
function finishAt(remaining: number, weekly: number, from: Day): Day | null {
  if (remaining === 0) return from
  const days = weekly === 0 ? Infinity : Math.ceil((5 * remaining) / weekly)
  return days > MOST_WORKING_DAYS ? null : workingDayAfter(from, days)
}

/** When the list is finished at each pace. A pace of none never finishes it. */
export const forecastFinish = (remaining: number, pace: Pace, from: Day): Range<Day | null> => ({
  soonest: finishAt(remaining, pace.fastest, from),
  likely: finishAt(remaining, pace.mean, from),
  latest: finishAt(remaining, pace.slowest, from),
})

/** How many are left on a day at each pace: whole children, never fewer than none nor more than there are now. */
export function forecastLeft(remaining: number, pace: Pace, from: Day, on: Day): Range<number> {
  const days = on <= from ? 0 : workingDaysBetween(from, on)
  const leftAt = (weekly: number) => Math.max(0, remaining - Math.floor((weekly / 5) * days))
  return { soonest: leftAt(pace.fastest), likely: leftAt(pace.mean), latest: leftAt(pace.slowest) }
}
