import { RECORDING_LAG, SIGN_OFF_LAG } from '../calibration/everywhere.ts'
import { firstOfMonth, monthNumberOf, nextWorking, workingDaysAfter, type DayNumber } from '../day-number.ts'
import type { RecordedEvent } from '../event-log.ts'
import type { Random } from '../random.ts'

/**
 * Something that happened on a day, and the day on which the case system heard of it. Work of a month that is not
 * recorded when the month ends is chased by the performance team, and comes in on the first working day after it.
 */
export function recorded(random: Random, on: DayNumber): RecordedEvent {
  const recordedOn = on + Math.floor(random.quantile(RECORDING_LAG))
  const nextMonth = nextMonthOf(on)
  return {
    on,
    recordedOn: recordedOn < nextMonth ? recordedOn : Math.min(recordedOn, nextWorking(nextMonth)),
  }
}

/**
 * A manager's sign-off. It waits longer: what is chased comes in on the second, third or fourth working day, so that
 * the month's figure goes on moving while the pack is written.
 */
export function signedOff(random: Random, on: DayNumber): RecordedEvent {
  const recordedOn = on + Math.floor(random.quantile(SIGN_OFF_LAG))
  const nextMonth = nextMonthOf(on)
  if (recordedOn < nextMonth) return { on, recordedOn }
  const chasedOn = Number(random.weighted({ '2': 35, '3': 40, '4': 25 }))
  return { on, recordedOn: workingDaysAfter(nextMonth - 1, chasedOn) }
}

const nextMonthOf = (on: DayNumber): DayNumber => firstOfMonth(monthNumberOf(on) + 1)

/** What has happened and is known on the day an extract is taken. */
export const isKnown = (event: RecordedEvent | null, asAt: DayNumber, recordedTo: DayNumber): boolean =>
  event !== null && event.on <= asAt && event.recordedOn <= recordedTo
