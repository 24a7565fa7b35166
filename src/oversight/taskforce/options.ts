import { daysBetween, type Day } from '../../platform/day.ts'
import { workingDaysBetween } from '../../platform/working-days.ts'
import { forecastFinish, forecastLeft, type CountedCase, type Pace, type Range } from './burn-down.ts'
import { stateOf } from './taskforce-case.ts'
import type { Taskforce } from './taskforce.ts'

/** One of the three choices before a contract ends. */
export interface TaskforceOption {
  choice: 'stop' | 'extend' | 'finish'
  /** The day it ends, or the range of days; null where the pace never finishes the list, or is not known yet. */
  endsOn: Range<Day | null>
  /** Null while the pace is not known. */
  left: Range<number> | null
  /** Beyond the contract, in pence; null where no cost of a week was typed, or there is no day. */
  costPence: Range<number | null>
  /** Weeks beyond the contract. */
  weeks: Range<number | null>
  /** Children marked urgent who would still be waiting, if urgent children are taken first; null while not known. */
  urgentLeft: number | null
}

const same = <Value>(value: Value): Range<Value> => ({ soonest: value, likely: value, latest: value })

const mapRange = <From, To>(range: Range<From>, change: (value: From) => To): Range<To> => ({
  soonest: change(range.soonest),
  likely: change(range.likely),
  latest: change(range.latest),
})

/** Weeks begun between two days: a week that is begun is paid. */
const weeksBetween = (from: Day, to: Day): number => Math.max(0, Math.ceil(daysBetween(from, to) / 7))

/**
 * Stop, extend to a day, or extend until the list is done: what each leaves and costs, at the pace of the last three
 * full weeks, or without what is left while there is no such pace. `from` is the day to which work is known. No choice to
 * extend to a day where none was named.
 */
export function optionsOf(
  taskforce: Pick<Taskforce, 'endsOn' | 'extendTo' | 'costWeekly'>,
  cases: readonly CountedCase[],
  remaining: number,
  pace: Pace | null,
  from: Day,
): TaskforceOption[] {
  const { endsOn, extendTo, costWeekly } = taskforce
  const urgent = cases.filter(
    (child) => child.triage === 'urgent' && ['waiting', 'working'].includes(stateOf(child, from)),
  ).length
  const option = (
    choice: TaskforceOption['choice'],
    days: Range<Day | null>,
    left: Range<number> | null,
  ): TaskforceOption => {
    const weeks = mapRange(days, (day) => (day === null ? null : weeksBetween(endsOn, day)))
    return {
      choice,
      endsOn: days,
      left,
      weeks,
      costPence: mapRange(weeks, (count) =>
        count === null ? null : count === 0 ? 0 : costWeekly === null ? null : count * costWeekly,
      ),
      urgentLeft: left && Math.max(0, urgent - (remaining - left.latest)),
    }
  }
  const leftOn = (day: Day) => pace && forecastLeft(remaining, pace, from, day)
  return [
    option('stop', same(endsOn), leftOn(endsOn)),
    ...(extendTo === null ? [] : [option('extend', same(extendTo), leftOn(extendTo))]),
    option('finish', pace ? forecastFinish(remaining, pace, from) : same(null), pace && same(0)),
  ]
}

/** Children a week to finish by a day, counting whole working days; null once the day has come. */
export function neededWeekly(remaining: number, from: Day, by: Day): number | null {
  const days = by <= from ? 0 : workingDaysBetween(from, by)
  return days === 0 ? null : (5 * remaining) / days
}
