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
import { capitalised } from '../pages/number-words.ts'

/** A measure's clock, on days chosen so that its picture shows what the rule turns on. */
export interface ClockTold {
  unit: 'working days' | 'days' | 'months' | 'hours'
  /** The day, or for hours the minute, on which the example starts. */
  from: string
  /** "the assessment starts" */
  starts: string
  /** "a manager authorises it" */
  ends: string
  /** How many of the unit: the limit, or several points. */
  at: readonly number[]
  /** It counts back: the family has the report so many days before. */
  back?: boolean
  /** What an end after the last of them is: "late" when not said. */
  after?: string
  /** It is that on the last day already, and not from the next day on. */
  onTheDay?: boolean
}

/** A moment of the example: a day, with its minute where the clock runs in hours. */
export interface Moment {
  on: Day
  /** "23:30"; null of a clock of days. */
  time: string | null
}

/** The example worked out. */
export interface ClockExample {
  told: ClockTold
  start: Moment
  limits: readonly (Moment & { at: number })[]
}

const MINUTE = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/

/** The day of each limit, by England's calendar; hours are elapsed hours, so that a night on which clocks change is one hour off. */
export function workOut(told: ClockTold): ClockExample {
  if (told.unit === 'hours') {
    const start = Temporal.PlainDateTime.from(told.from).toZonedDateTime('Europe/London')
    const limits = told.at.map((at) => ({ at, ...momentOf(start.add({ hours: at }).toPlainDateTime()) }))
    return { told, start: momentOf(start.toPlainDateTime()), limits }
  }
  const from = told.from as Day
  return {
    told,
    start: { on: from, time: null },
    limits: told.at.map((at) => ({ at, on: limitDay(told, from, at), time: null })),
  }
}

function limitDay({ unit, back }: ClockTold, from: Day, at: number): Day {
  if (unit === 'working days') return back ? workingDayBefore(from, at) : workingDayAfter(from, at)
  return unit === 'months' ? addMonths(from, at) : addDays(from, at)
}

function momentOf(at: Temporal.PlainDateTime): Moment {
  const [, on, time] = MINUTE.exec(at.toString({ smallestUnit: 'minute' }))!
  return { on: on as Day, time: time! }
}

/** "Friday 19 December 2014", "23:30 on Friday 6 February 2015" */
export const formatMoment = ({ on, time }: Moment): string =>
  time === null ? formatWeekday(on) : `${time} on ${formatWeekday(on)}`

/** "day 45", "72 hours", "3 months", "3 working days before" */
export function formatLimitOf({ unit, back }: ClockTold, at: number): string {
  if (back) return `${at} working ${at === 1 ? 'day' : 'days'} before`
  if (unit === 'working days') return `working day ${at}`
  return `${at} ${at === 1 ? unit.slice(0, -1) : unit}`
}

/** The example in words: when it starts, where each limit falls, and what an end after it is. */
export function formatClock(example: ClockExample): string {
  const { told, start, limits } = example
  const began = `${capitalised(told.starts)} ${told.unit === 'hours' ? 'at' : 'on'} ${formatMoment(start)}.`
  const fall = limits.map(
    (limit) => `${capitalised(formatLimitOf(told, limit.at))} is ${formatMoment(limit)}.`,
  )
  return [began, ...fall, afterwards(example)].join(' ')
}

function afterwards({ told, limits }: ClockExample): string {
  const last = limits.at(-1)!
  const outcome = told.after ?? 'late'
  if (told.back) return `When ${told.ends} after that day it is ${outcome}.`
  if (told.unit === 'hours')
    return `When ${told.ends} after that minute it is ${outcome}; nights and weekends count.`
  return `From ${formatWeekday(firstAfter(told, last))} on it is ${outcome}${outcome === 'late' ? ` when ${told.ends}` : ''}.`
}

const firstAfter = ({ onTheDay }: ClockTold, { on }: Moment): Day => (onTheDay ? on : addDays(on, 1))

/** One day of a calendar of working days. */
export interface CalendarDay {
  on: Day
  isWorking: boolean
  /** The working day's number from the start; null of a day that has none. */
  number: number | null
  state: 'outside' | 'start' | 'in time' | 'limit' | 'after'
}

/** Whole weeks, Monday to Sunday, from that of the first day to that after the last. */
export function calendarOf({ told, start, limits }: ClockExample): CalendarDay[][] {
  const last = limits.at(-1)!.on
  const [first, end] = told.back ? [last, start.on] : [start.on, addDays(last, 1)]
  const points = new Set(limits.map(({ on }) => on))
  const stateOf = (on: Day): CalendarDay['state'] => {
    if (on === start.on) return 'start'
    if (told.back ? on > start.on : on < start.on) return 'outside'
    if (points.has(on)) return 'limit'
    return on > last ? 'after' : 'in time'
  }
  const dayOf = (on: Day): CalendarDay => {
    const [isWorking, state] = [isWorkingDay(on), stateOf(on)]
    const isCounted = told.back ? state !== 'outside' : state === 'in time' || state === 'limit'
    const number = told.back ? workingDaysBetween(on, start.on) : workingDaysBetween(start.on, on)
    if (state === 'start') return { on, isWorking, state, number: 0 }
    return { on, isWorking, state, number: isWorking && isCounted ? number : null }
  }
  const weeks: CalendarDay[][] = []
  for (let week = addDays(first, 1 - weekdayNumber(first)); week <= end; week = addDays(week, 7))
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((place) => dayOf(addDays(week, place))))
  return weeks
}

/** Days between the start and the last limit that do not count, in words: "2 weekends, and the bank holidays 25 and 26 December". */
export function describeSkipped(example: ClockExample): string {
  const days = calendarOf(example)
    .flat()
    .filter(({ state, isWorking }) => !isWorking && (state === 'in time' || state === 'after'))
    .filter(({ on }) => isBetween(on, example))
  const holidays = days.filter(({ on }) => weekdayNumber(on) <= 5).map(({ on }) => formatDayOfYear(on))
  const weekend = days.length - holidays.length
  const said = [
    weekend > 0 ? `${weekend} ${weekend === 1 ? 'day' : 'days'} of weekends` : null,
    holidays.length > 0
      ? `${holidays.length === 1 ? 'the bank holiday' : 'the bank holidays'} ${new Intl.ListFormat('en-GB').format(holidays)}`
      : null,
  ].filter((text) => text !== null)
  return said.length === 0 ? 'None' : capitalised(said.join('; '))
}

function isBetween(on: Day, { told, start, limits }: ClockExample): boolean {
  const last = limits.at(-1)!.on
  return told.back ? on > last && on < start.on : on > start.on && on < last
}

/** The rows of the table beside the picture. */
export function clockRows(example: ClockExample): { what: string; when: string }[] {
  const { told, start, limits } = example
  const last = limits.at(-1)!
  return [
    { what: capitalised(told.starts), when: formatMoment(start) },
    ...(told.unit === 'working days' && !told.back
      ? [{ what: 'Working day 1', when: formatWeekday(workingDayAfter(start.on, 1)) }]
      : []),
    ...limits
      .filter(({ at }) => told.unit !== 'working days' || told.back || at !== 1)
      .map((limit) => ({ what: capitalised(formatLimitOf(told, limit.at)), when: formatMoment(limit) })),
    ...(told.unit === 'working days' ? [{ what: 'Not counted', when: describeSkipped(example) }] : []),
    {
      what: capitalised(told.after ?? 'late'),
      when: told.back
        ? `After ${formatDay(last.on)}`
        : told.unit === 'hours'
          ? `After ${formatMoment(last)}`
          : `From ${formatWeekday(firstAfter(told, last))}`,
    },
  ]
}
