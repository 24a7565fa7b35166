import { isDay, type Day } from '../../platform/day.ts'

/** Every council that we serve is in it. */
const ENGLAND = 'Europe/London'

export interface LocalMoment {
  day: Day
  /** `HH:MM` */
  time: string
}

/**
 * The day and time by the clock in England of a day and a time in a zone. `time` is a match of hour, minute, second, `am` or
 * `pm`, and zone (`Z`, `+01:00`). Null when there is no such time.
 */
export function localMoment(day: Day, time: RegExpExecArray): LocalMoment | null {
  const written = clockOf(time[1]!, time[2]!, time[4])
  if (written === null) return null
  const zone = time[5]!.toUpperCase()
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
  try {
    const local = Temporal.Instant.from(`${day}T${written}${offset}`).toZonedDateTimeISO(ENGLAND)
    const text = local.toPlainDateTime().toString({ smallestUnit: 'minute' })
    const localDay = text.slice(0, 10)
    return isDay(localDay) ? { day: localDay, time: text.slice(11) } : null
  } catch (error) {
    // +99:00 is no zone.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** `HH:MM`; null for 25:70 and the like. */
export function clockOf(hours: string, minutes: string, half: string | undefined): string | null {
  const isAfternoon = half?.toLowerCase() === 'pm'
  const hour = half ? (Number(hours) % 12) + (isAfternoon ? 12 : 0) : Number(hours)
  return hour > 23 || Number(minutes) > 59 ? null : `${String(hour).padStart(2, '0')}:${minutes}`
}
