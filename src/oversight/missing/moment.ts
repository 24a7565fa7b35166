import { formatDayOfYear, isDay, type Day, type Instant } from '../../platform/day.ts'

/**
 * A time on the clock in England, as records about a child who was missing have it: `2015-01-09T21:30`, or a day alone
 * where nobody knows the hour.
 */
export type Moment = string

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

export const isMoment = (text: string): boolean => {
  const [day, time, ...more] = text.split('T')
  return isDay(day) && more.length === 0 && (time === undefined || CLOCK.test(time))
}

export const dayOf = (moment: Moment): Day => moment.slice(0, 10) as Day
export const hasHour = (moment: Moment): boolean => moment.length > 10

/** Where only the day is known a beginning is taken at its start, and what follows it at its end: the measures' own rule. */
const placed = (moment: Moment, as: 'start' | 'end'): Temporal.ZonedDateTime =>
  Temporal.PlainDateTime.from(
    hasHour(moment) ? moment : `${moment}T${as === 'start' ? '00:00' : '23:59'}`,
  ).toZonedDateTime('Europe/London')

export const epochOf = (moment: Moment, as: 'start' | 'end'): number => placed(moment, as).epochMilliseconds

const MS_AN_HOUR = 3_600_000

/** Hours that passed, nights, weekends and the change of the clocks included. */
export const elapsedHours = (
  from: Moment,
  to: Moment,
  as: { from: 'start' | 'end'; to: 'start' | 'end' } = { from: 'end', to: 'end' },
): number => (epochOf(to, as.to) - epochOf(from, as.from)) / MS_AN_HOUR

/** What the clock in England shows at an instant, to the minute. */
export const momentOf = (instant: Instant): Moment =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDateTime().toString().slice(0, 16)

/** The moment so many hours later, by the clock in England. */
export const hoursLater = (moment: Moment, hours: number, as: 'start' | 'end' = 'end'): Moment =>
  placed(moment, as).add({ hours }).toPlainDateTime().toString().slice(0, 16)

/** "9 January, 9:30pm"; a day alone where the hour is not known. */
export function formatMoment(moment: Moment): string {
  const day = formatDayOfYear(dayOf(moment))
  if (!hasHour(moment)) return day
  const [hour, minute] = moment.slice(11).split(':').map(Number)
  const half = hour! < 12 ? 'am' : 'pm'
  const twelve = hour! % 12 === 0 ? 12 : hour! % 12
  return `${day}, ${twelve}${minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`}${half}`
}
