import { isDay } from '../../platform/day.ts'
import type { RawCell } from './raw-sheet.ts'

const MILLISECONDS_PER_DAY = 86_400_000
/** A workbook has the same few thousand days in every column, and all of them are one cell each. */
const dayCells = new Map<number, RawCell>()
const MAX_KEPT = 50_000

/** A moment that a workbook's library gives by the clock of UTC, as the day that it is on; null when that is no day we know. */
export function dayCell(moment: Date): RawCell {
  const number = Math.floor(moment.getTime() / MILLISECONDS_PER_DAY)
  const kept = dayCells.get(number)
  if (kept !== undefined) return kept
  const day = Number.isNaN(number) ? null : moment.toISOString().slice(0, 10)
  const cell = isDay(day) ? { day } : null
  if (dayCells.size < MAX_KEPT) dayCells.set(number, cell)
  return cell
}
