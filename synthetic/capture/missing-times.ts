import type { MissingEpisode } from '../event-log.ts'
import type { Random } from '../random.ts'
import { backOn } from '../ssda903/missing-days.ts'
import { minuteAt, type Minute } from './minute.ts'

/** A missing episode to the minute: the event log holds its day, its length, and the day of the interview. */
export interface MissingTimes {
  missingFrom: Minute
  reportedAt: Minute
  recordedAt: Minute
  returnedAt: Minute
  offeredAt: Minute | null
  heldAt: Minute | null
}

const HOUR = 60
const RETURN_CLOCK = 72 * HOUR
const LAST_MINUTE = 24 * HOUR - 1
/** Most children go missing in the evening. */
const LEFT = [
  [0, 0],
  [0.12, 7 * HOUR],
  [0.3, 15 * HOUR],
  [0.92, 22.5 * HOUR],
  [1, LAST_MINUTE],
] as const
const HOURS_TO_REPORT = [
  [0, 0.2],
  [0.6, 1.5],
  [0.9, 4],
  [1, 9],
] as const
const HOURS_TO_RECORD = [
  [0, 0.3],
  [0.5, 7],
  [0.72, 24],
  [0.9, 62],
  [1, 210],
] as const
const HOURS_TO_OFFER = [
  [0, 1],
  [0.5, 20],
  [0.86, 70],
  [1, 190],
] as const

/**
 * Moments that fit what the log says: the child is back on the day that the return of looked-after children gives, an
 * interview comes after that, and within 72 hours of it exactly when the log's days and hours, counted from midnight,
 * say so. A margin of an hour lets the clocks change in between.
 */
export function missingTimes(episode: MissingEpisode, random: Random): MissingTimes {
  const { from, hours, interview } = episode
  const { heldOn } = interview
  const backAfter = (backOn(episode) - from) * 24 * HOUR - hours * HOUR
  const inOfficeHours = random.between(9 * HOUR, 17 * HOUR)
  // A child who was missing until the evening is not seen that afternoon.
  const firstHour = heldOn === backOn(episode) ? Math.ceil(Math.max(0, -backAfter)) + HOUR : 0
  const heldPast = Math.min(LAST_MINUTE, Math.max(inOfficeHours, firstHour))
  let least = Math.max(0, backAfter)
  let most = Math.min(LAST_MINUTE, backAfter + LAST_MINUTE)
  if (heldOn !== null) {
    const toInterview = ((heldOn - from) * 24 - hours) * HOUR
    const isInTime = toInterview <= RETURN_CLOCK
    if (isInTime) least = Math.max(least, heldPast + toInterview - RETURN_CLOCK + HOUR)
    most = Math.min(most, heldPast + toInterview - HOUR - (isInTime ? 0 : RETURN_CLOCK))
  }
  least = Math.ceil(least)
  most = Math.max(least, Math.floor(most))
  const usual = Math.floor(random.quantile(LEFT))
  const left = usual >= least && usual <= most ? usual : random.between(least, most)
  const missingFrom = minuteAt(from, left)
  const returnedAt = missingFrom + Math.round(hours * HOUR)
  const toReport = Math.min(random.quantile(HOURS_TO_REPORT), hours * 0.8)
  const reportedAt = missingFrom + Math.round(toReport * HOUR)
  const heldAt = heldOn === null ? null : minuteAt(heldOn, heldPast)
  const offeredAt = returnedAt + Math.round(random.quantile(HOURS_TO_OFFER) * HOUR)
  return {
    missingFrom,
    reportedAt,
    recordedAt: reportedAt + Math.round(random.quantile(HOURS_TO_RECORD) * HOUR),
    returnedAt,
    offeredAt: interview.wasOffered
      ? Math.max(returnedAt, Math.min(offeredAt, (heldAt ?? Infinity) - HOUR))
      : null,
    heldAt,
  }
}

/** Whether an interview was in the time that the statutory guidance gives. */
export const isWithinClock = (returnedAt: Minute, heldAt: Minute): boolean =>
  heldAt - returnedAt <= RETURN_CLOCK
