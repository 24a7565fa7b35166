import { nextWorking, type DayNumber } from '../day-number.ts'
import type { Random } from '../random.ts'
import { lastWorking } from './working-days.ts'

/** The days of a recruitment that ended in a start. */
export interface Advert {
  advertisedOn: DayNumber
  closedOn: DayNumber
  interviewedOn: DayNumber
  appointedOn: DayNumber
}

/** Days from advert to start: a quarter in 55 or fewer, half in 75, three quarters in 95, nine in ten in 120. */
const ADVERT_TO_START = [
  [0, 38],
  [0.25, 55],
  [0.5, 75],
  [0.75, 95],
  [0.9, 120],
  [1, 150],
] as const

/** The advert that led to a start on a day. */
export function advertBefore(startedOn: DayNumber, random: Random): Advert {
  const days = Math.round(random.quantile(ADVERT_TO_START))
  const advertisedOn = lastWorking(startedOn - days)
  return {
    advertisedOn,
    closedOn: nextWorking(advertisedOn + Math.round(days * 0.22)),
    interviewedOn: nextWorking(advertisedOn + Math.round(days * 0.38)),
    appointedOn: nextWorking(advertisedOn + Math.round(days * 0.48)),
  }
}
