import {
  addDays,
  addMonths,
  formatDay,
  formatDayOfYear,
  formatWeekday,
  weekdayNumber,
  type Day,
} from '../../platform/day.ts'
import {
  isWorkingDay,
  workingDayAfter,
  workingDayBefore,
  workingDaysBetween,
} from '../../platform/working-days.ts'
import type { DrawnClock } from '../../measures/index.ts'
import { capital } from '../../platform/words.ts'

/** A moment of the example: a day, with its minute where the clock runs in hours. */
export interface Moment {
  on: Day
  /** "23:30"; null of a clock of days. */
  time: string | null
}

/** The example worked out. */
export interface ClockExample {
  clock: DrawnClock
  start: Moment
  limits: readonly (Moment & { at: number })[]
}

const MINUTE = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/

/** The day of each limit, by England's calendar; hours are elapsed hours, so that a night on which clocks change is one hour off. */
export function workOut(clock: DrawnClock): ClockExample {
  if (clock.unit === 'hours') {
    const start = Temporal.PlainDateTime.from(clock.from).toZonedDateTime('Europe/London')
    const limits = clock.at.map((at) => ({ at, ...momentOf(start.add({ hours: at }).toPlainDateTime()) }))
    return { clock, start: momentOf(start.toPlainDateTime()), limits }
  }
  const from = clock.from as Day
  return {
    clock,
    start: { on: from, time: null },
    limits: clock.at.map((at) => ({ at, on: limitDay(clock, from, at), time: null })),
  }
}

function limitDay({ unit, back }: DrawnClock, from: Day, at: number): Day {
  if (unit === 'working days') return back ? workingDayBefore(from, at) : workingDayAfter(from, at)
  return unit === 'months' ? addMonths(from, at) : addDays(from, at)
}

function momentOf(at: Temporal.PlainDateTime): Moment {
  const [, on, time] = MINUTE.exec(at.toString({ smallestUnit: 'minute' }))!
  return { on: on as Day, time: time! }
}

/** "Friday 19 December 2014", "23:30 on Friday 6 February 2015" */
const formatMoment = ({ on, time }: Moment): string =>
  time === null ? formatWeekday(on) : `${time} on ${formatWeekday(on)}`

/** "day 45", "72 hours", "3 months", "3 working days before" */
export function formatLimitOf({ unit, back }: DrawnClock, at: number): string {
  if (back) return `${at} working ${at === 1 ? 'day' : 'days'} before`
  if (unit === 'working days') return `working day ${at}`
  return `${at} ${at === 1 ? unit.slice(0, -1) : unit}`
}

/** The example in words: when it starts, where each limit falls, and what an end after it is. */
export function formatClock(example: ClockExample): string {
  const { clock, start, limits } = example
  const began = `${capital(clock.starts)} ${clock.unit === 'hours' ? 'at' : 'on'} ${formatMoment(start)}.`
  const fall = limits.map((limit) => `${capital(formatLimitOf(clock, limit.at))} is ${formatMoment(limit)}.`)
  return [began, ...fall, afterwards(example)].join(' ')
}

function afterwards({ clock, limits }: ClockExample): string {
  const last = limits.at(-1)!
  const outcome = clock.after
  if (clock.back) return `When ${clock.ends} after that day it is ${outcome}.`
  if (clock.unit === 'hours')
    return `When ${clock.ends} after that minute it is ${outcome}; nights and weekends count.`
  return `From ${formatWeekday(firstAfter(clock, last))} on it is ${outcome}${outcome === 'late' ? ` when ${clock.ends}` : ''}.`
}

const firstAfter = ({ onTheDay }: DrawnClock, { on }: Moment): Day => (onTheDay ? on : addDays(on, 1))

/** One day of a calendar of working days. */
export interface CalendarDay {
  on: Day
  isWorking: boolean
  /** The working day's number from the start; null of a day that has none. */
  number: number | null
  state: 'outside' | 'start' | 'in time' | 'limit' | 'after'
}

/** Whole weeks, Monday to Sunday, from that of the first day to that after the last. */
export function calendarOf({ clock, start, limits }: ClockExample): CalendarDay[][] {
  const last = limits.at(-1)!.on
  const [first, end] = clock.back ? [last, start.on] : [start.on, addDays(last, 1)]
  const points = new Set(limits.map(({ on }) => on))
  const stateOf = (on: Day): CalendarDay['state'] => {
    if (on === start.on) return 'start'
    if (clock.back ? on > start.on : on < start.on) return 'outside'
    if (points.has(on)) return 'limit'
    return on > last ? 'after' : 'in time'
  }
  const dayOf = (on: Day): CalendarDay => {
    const [isWorking, state] = [isWorkingDay(on), stateOf(on)]
    const isCounted = clock.back ? state !== 'outside' : state === 'in time' || state === 'limit'
    const number = clock.back ? workingDaysBetween(on, start.on) : workingDaysBetween(start.on, on)
    if (state === 'start') return { on, isWorking, state, number: 0 }
    return { on, isWorking, state, number: isWorking && isCounted ? number : null }
  }
  const weeks: CalendarDay[][] = []
  for (let week = addDays(first, 1 - weekdayNumber(first)); week <= end; week = addDays(week, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((day) => dayOf(addDays(week, day))))
  return weeks
}

/** Days between the start and the last limit that do not count, in words: "2 weekends, and the bank holidays 25 and 26 December". */
function describeSkipped(example: ClockExample): string {
  const days = calendarOf(example)
    .flat()
    .filter(({ state, isWorking }) => !isWorking && (state === 'in time' || state === 'after'))
    .filter(({ on }) => isBetween(on, example))
  const holidays = days.filter(({ on }) => weekdayNumber(on) <= 5).map(({ on }) => formatDayOfYear(on))
  const weekend = days.length - holidays.length
  const parts = [
    weekend > 0 ? `${weekend} ${weekend === 1 ? 'day' : 'days'} of weekends` : null,
    holidays.length > 0
      ? `${holidays.length === 1 ? 'the bank holiday' : 'the bank holidays'} ${new Intl.ListFormat('en-GB').format(holidays)}`
      : null,
  ].filter((text) => text !== null)
  return parts.length === 0 ? 'None' : capital(parts.join('; '))
}

function isBetween(on: Day, { clock, start, limits }: ClockExample): boolean {
  const last = limits.at(-1)!.on
  return clock.back ? on > last && on < start.on : on > start.on && on < last
}

/** The rows of the table under the picture. */
export function clockRows(example: ClockExample): { what: string; when: string }[] {
  const { clock, start, limits } = example
  const last = limits.at(-1)!
  return [
    { what: capital(clock.starts), when: formatMoment(start) },
    ...(clock.unit === 'working days' && !clock.back
      ? [{ what: 'Working day 1', when: formatWeekday(workingDayAfter(start.on, 1)) }]
      : []),
    ...limits
      .filter(({ at }) => clock.unit !== 'working days' || clock.back || at !== 1)
      .map((limit) => ({ what: capital(formatLimitOf(clock, limit.at)), when: formatMoment(limit) })),
    ...(clock.unit === 'working days' ? [{ what: 'Not counted', when: describeSkipped(example) }] : []),
    {
      what: capital(clock.after),
      when: clock.back
        ? `After ${formatDay(last.on)}`
        : clock.unit === 'hours'
          ? `After ${formatMoment(last)}`
          : `From ${formatWeekday(firstAfter(clock, last))}`,
    },
  ]
}
