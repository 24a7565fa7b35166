import { isDay } from '../../platform/day.ts'
import type { DayCell, RawCell } from './raw-sheet.ts'

const SECONDS_PER_DAY = 86_400
/** A workbook has the same few thousand days in every column, and all of them are one cell each. */
const dayCells = new Map<number, DayCell | null>()
const MAX_KEPT = 50_000

/**
 * A moment that a workbook's library gives by the clock of UTC, as its day and its time to the minute. A spreadsheet keeps
 * a day as a number, and a day without a time as a whole one: then there is no time, which is not midnight. Null when it is
 * no day we know.
 */
export function dayCell(moment: Date): RawCell {
  // The fraction that is a time misses its second by a hair.
  const seconds = Math.round(moment.getTime() / 1000)
  const number = Math.floor(seconds / SECONDS_PER_DAY)
  const day = wholeDay(number)
  const minutes = Math.floor((seconds - number * SECONDS_PER_DAY) / 60)
  if (day === null || seconds === number * SECONDS_PER_DAY) return day
  return { ...day, time: clockTime(minutes) }
}

function wholeDay(number: number): DayCell | null {
  const kept = dayCells.get(number)
  if (kept !== undefined) return kept
  const moment = new Date(number * SECONDS_PER_DAY * 1000)
  const day = Number.isNaN(moment.getTime()) ? null : moment.toISOString().slice(0, 10)
  const cell = isDay(day) ? { day } : null
  if (dayCells.size < MAX_KEPT) dayCells.set(number, cell)
  return cell
}

/** `HH:MM` of minutes since midnight. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
