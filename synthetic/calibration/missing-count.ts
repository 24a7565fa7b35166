import type { ChildLog, MissingEpisode } from '../event-log.ts'
import { yearsBefore, type Period } from './period.ts'
import { add, note, spread, type Tally } from './tally.ts'

/** Of those looked after at any time in the year to the last day. */
export function countMissing(tally: Tally, { to }: Period, { care }: ChildLog): void {
  const inYear = (episode: { from: number }) => episode.from > yearsBefore(to, 1) && episode.from <= to
  const episodes = care.flatMap(({ missing }) => missing.filter(inYear))
  note(tally, 'missing-in-year', episodes.length > 0)
  if (episodes.length === 0) return
  add(tally, 'missing-each', episodes.length, 1)
  for (const episode of episodes) countEpisode(tally, episode)
}

function countEpisode(tally: Tally, { from, hours, interview }: MissingEpisode): void {
  spread(tally, 'missing-hours', hours)
  note(tally, 'interview-offer-recorded', interview.wasOffered !== null)
  if (interview.wasOffered !== null) note(tally, 'interview-offered', interview.wasOffered)
  if (interview.wasOffered === true && interview.wasAccepted !== null)
    note(tally, 'interview-accepted', interview.wasAccepted)
  if (interview.heldOn !== null)
    note(tally, 'interview-in-72-hours', (interview.heldOn - from) * 24 - hours <= 72)
}
