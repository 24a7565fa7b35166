import { cellText, type RawCell } from '../reading/raw-sheet.ts'
import { readDay } from './date-value.ts'
import { unknown, type Reading } from './reading.ts'

const TIME_OF_DAY = /[T\s]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(am|pm)?\s*Z?$/i
const MINUTES_A_DAY = 24 * 60

/**
 * A day with the time of day, as `YYYY-MM-DDTHH:MM` by the clock in England, as it was written. A day without a time
 * is midnight of that day, and is not noted: many systems write it so.
 */
export function readMoment(cell: RawCell): Reading<string> {
  const { value: day, finding } = readDay(cell)
  if (day === null) return { value: null, finding }
  const time = timeOf(cell)
  if (time === null) return unknown('time-unreadable', 'has no time of day that we can read')
  return { value: `${day}T${time}`, finding: finding?.code === 'time-dropped' ? null : finding }
}

/** `HH:MM`; null for 25:70 and the like. */
function timeOf(cell: RawCell): string | null {
  if (typeof cell === 'number') {
    const minutes = Math.round((cell % 1) * MINUTES_A_DAY) % MINUTES_A_DAY
    return `${twoFigures(Math.floor(minutes / 60))}:${twoFigures(minutes % 60)}`
  }
  const match = TIME_OF_DAY.exec(cellText(cell).trim())
  if (!match) return '00:00'
  const half = match[3]?.toLowerCase()
  const hour = half ? (Number(match[1]) % 12) + (half === 'pm' ? 12 : 0) : Number(match[1])
  const minute = Number(match[2])
  return hour > 23 || minute > 59 ? null : `${twoFigures(hour)}:${twoFigures(minute)}`
}

const twoFigures = (number: number): string => String(number).padStart(2, '0')
