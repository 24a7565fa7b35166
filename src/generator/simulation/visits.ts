import type { DayNumber } from '../day-number.ts'
import type { Visit } from '../event-log.ts'
import type { Random } from '../random.ts'

/** How each visit went: now and then nobody is at home, and not everything is written down. */
export const visitsOn = (detail: Random, days: readonly DayNumber[], seen = 1): Visit[] =>
  days.map((on) => {
    const wasSeen = detail.chance(seen)
    return { on, wasSeen, wasSeenAlone: wasSeen && detail.chance(0.88) ? detail.chance(0.8) : null }
  })
