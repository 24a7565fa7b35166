import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { clockTime } from '../reading/day-cell.ts'
import { readDay } from './date-value.ts'
import { clockOf, localMoment } from './local-moment.ts'
import { unknown, type Reading } from './reading.ts'

const TIME_OF_DAY = /[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(am|pm)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i
const MINUTES_A_DAY = 24 * 60
const SECONDS_A_DAY = MINUTES_A_DAY * 60

/** What is known of a moment whose time nobody wrote down: measures take it for a day. */
export const TIME_NOT_KNOWN = 'T00:00'

/**
 * A day with the time of day, as `YYYY-MM-DDTHH:MM` by the clock in England; what is written in a zone is converted. A day
 * without a time is kept as `TIME_NOT_KNOWN` of that day, and said.
 */
export function readMoment(cell: RawCell): Reading<string> {
  const { value: day, finding } = readDay(cell)
  if (day === null) return { value: null, finding }
  const time = timeOf(cell)
  if (time === 'none')
    return {
      value: `${day}${TIME_NOT_KNOWN}`,
      finding: {
        severity: 'warning',
        code: 'time-unknown',
        says: 'has no time of day, so its time is not known',
      },
    }
  if (time === null) return unknown('time-unreadable', 'has no time of day that we can read')
  return { value: `${day}T${time}`, finding: finding?.code === 'time-dropped' ? null : finding }
}

/** `HH:MM` in England; `none` where only the day is written; null for 25:70 and the like. */
function timeOf(cell: RawCell): string | null {
  if (typeof cell === 'object' && cell !== null) return cell.time ?? 'none'
  const text = cellText(cell).trim()
  const serial = typeof cell === 'number' ? cell : SERIAL.test(text) ? Number(text) : null
  if (serial !== null) {
    const seconds = Math.round((serial % 1) * SECONDS_A_DAY)
    return seconds === 0 ? 'none' : clockTime(Math.floor(seconds / 60) % MINUTES_A_DAY)
  }
  const match = TIME_OF_DAY.exec(text)
  if (!match) return 'none'
  if (!match[5]) return clockOf(match[1]!, match[2]!, match[4])
  // The day is known by now to be one that can be read, and is that of the other zone here.
  const written = readDay(text.slice(0, match.index)).value
  return written && (localMoment(written, match)?.time ?? null)
}

const SERIAL = /^\d{5}(?:\.\d+)?$/
