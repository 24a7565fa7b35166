import { MISSING_HOURS } from '../calibration/everywhere.ts'
import { nextWorking, type DayNumber } from '../day-number.ts'
import type { Interview, MissingEpisode } from '../event-log.ts'
import type { Life } from './course.ts'

/** An episode that begins on a day, and the return interview after it. */
export function missingFrom(life: Life, from: DayNumber): MissingEpisode {
  const hours = Math.round(life.detail.quantile(MISSING_HOURS) * 10) / 10
  return { from, hours, interview: interviewAfter(life, from + Math.ceil(hours / 24)) }
}

/** Poorly written down: where nobody recorded an offer, nothing else is known of it either. */
function interviewAfter({ council, detail }: Life, returnedOn: DayNumber): Interview {
  const nothing = { wasOffered: null, wasAccepted: null, heldOn: null, wasIndependent: null }
  if (!detail.chance(council.plan.grip.interviewRecorded(returnedOn))) return nothing
  if (!detail.chance(0.82)) return { ...nothing, wasOffered: false }
  const wasAccepted = detail.chance(0.58)
  if (!wasAccepted) return { ...nothing, wasOffered: true, wasAccepted }
  // Within 72 hours by law: three in five.
  const heldOn = nextWorking(returnedOn + (detail.chance(0.6) ? detail.between(0, 2) : detail.between(4, 20)))
  return { wasOffered: true, wasAccepted, heldOn, wasIndependent: detail.chance(0.85) }
}
