import { MISSING_HOURS } from '../calibration/everywhere.ts'
import { birthday, nextWorking, type DayNumber } from '../day-number.ts'
import type { ChildLog, Interview, MissingEpisode } from '../event-log.ts'
import { everyFewDays, type FamilyContext } from './course.ts'

/** Days before the end of care in which the times of running away are drawn with what happens to the family. */
export const LATEST_DAYS = 700
/** Days between one time and the next, in the mean, and their spread. */
export const APART = 75
export const SPREAD = 0.8

/**
 * The episodes of a child who runs away. `latest` are the times in the last two years; earlier ones are added from the
 * age of eleven on. Most run away once at a time; some go again and again within days, so that the tail is long.
 */
export function missingEpisodes(
  context: FamilyContext,
  child: ChildLog,
  from: DayNumber,
  latest: readonly DayNumber[],
  until: DayNumber,
): MissingEpisode[] {
  const { detail } = context
  const first = Math.max(from, birthday(child.bornOn, 11)) + detail.between(1, APART)
  const times = [...everyFewDays(detail, first, (latest[0] ?? until) - APART, APART, SPREAD), ...latest]
  const again = Number(detail.weighted({ '0': 48, '0.35': 30, '0.83': 22 }))
  const found: MissingEpisode[] = []
  let back = from
  for (const time of times) {
    for (let on = Math.max(time, back); on <= until; on = back + detail.between(1, 8)) {
      const episode = missingFrom(context, on)
      found.push(episode)
      back = on + Math.ceil(episode.hours / 24)
      if (!detail.chance(again)) break
    }
  }
  return found
}

/** An episode that begins on a day, and the return interview after it. */
function missingFrom(context: FamilyContext, from: DayNumber): MissingEpisode {
  const hours = Math.round(context.detail.quantile(MISSING_HOURS) * 10) / 10
  return { from, hours, interview: interviewAfter(context, from + Math.floor(hours / 24)) }
}

/** Poorly written down: where nobody recorded an offer, nothing else is known of it either. */
function interviewAfter({ council, detail }: FamilyContext, returnedOn: DayNumber): Interview {
  const nothing = { wasOffered: null, wasAccepted: null, heldOn: null, wasIndependent: null }
  if (!detail.chance(council.plan.timeliness.interviewRecorded(returnedOn))) return nothing
  if (!detail.chance(0.82)) return { ...nothing, wasOffered: false }
  const wasAccepted = detail.chance(0.58)
  if (!wasAccepted) return { ...nothing, wasOffered: true, wasAccepted }
  // Within 72 hours, as the guidance asks: three in five.
  const heldOn = nextWorking(
    returnedOn + (detail.chance(0.62) ? detail.between(0, 2) : detail.between(4, 20)),
  )
  return { wasOffered: true, wasAccepted, heldOn, wasIndependent: detail.chance(0.85) }
}
