import type { CarePeriod, ChildLog, Interview, MissingEpisode } from '../event-log.ts'
import { knownDay } from '../extract-view.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { dayOfMinute, type Minute } from './minute.ts'
import { isWithinClock, missingTimes, type MissingTimes } from './missing-times.ts'
import type { CaptureRow } from './capture-row.ts'
import {
  MISSING_NOTIFICATIONS,
  RETURN_INTERVIEWS,
} from '../../src/standards/capture/templates/missing-templates.ts'

interface Told {
  id: string
  child: ChildLog
  period: CarePeriod
  episode: MissingEpisode
  times: MissingTimes
}

/** Missing episodes as they were notified, and the interviews that followed those that ended. */
export function missingPart(setting: CaptureSetting): CapturePart {
  const { folder, view, from, drawFor } = setting
  const notifications = openCaptureFile(folder, MISSING_NOTIFICATIONS)
  const interviews = openCaptureFile(folder, RETURN_INTERVIEWS)
  return {
    child(child) {
      let number = 0
      for (const period of child.care) {
        for (const episode of period.missing) {
          number += 1
          if (knownDay(view, period.started) === null || episode.from < from) continue
          const id = `ME-${child.id}-${number}`
          const known = { id, child, period, episode, times: missingTimes(episode, drawFor(`missing ${id}`)) }
          if (dayOfMinute(known.times.reportedAt) > view.asAt) continue
          notifications.row(notificationRow(setting, known))
          if (dayOfMinute(known.times.returnedAt) <= view.asAt) interviews.row(interviewRow(setting, known))
        }
      }
    },
    close: () => [notifications.close(), interviews.close()],
  }
}

function notificationRow(
  { view, drawFor }: CaptureSetting,
  { id, child, period, times }: Told,
): CaptureRow<typeof MISSING_NOTIFICATIONS> {
  const random = drawFor(`notification ${id}`)
  const isInHome = period.placements.some(({ type }) => RESIDENTIAL.includes(type))
  const reporter = random.weighted({
    carer: isInHome ? 0 : 70,
    home: isInHome ? 75 : 0,
    police: 12,
    school: 8,
  })
  return {
    episode: id,
    child_id: child.id,
    missing_from: times.missingFrom,
    reported_at: times.reportedAt,
    reported_by: random.chance(0.06) ? 'social worker' : reporter,
    recorded_at: dayOfMinute(times.recordedAt) <= view.recordedTo ? times.recordedAt : null,
    returned_at: dayOfMinute(times.returnedAt) <= view.asAt ? times.returnedAt : null,
  }
}

/** Placement codes of children's homes, of the SSDA903 return. */
const RESIDENTIAL: readonly string[] = ['K2', 'H5', 'R1', 'R2', 'R3', 'R5', 'S1', 'K1']

function interviewRow(
  { view, workforce, drawFor }: CaptureSetting,
  { id, child, period, episode, times }: Told,
): CaptureRow<typeof RETURN_INTERVIEWS> {
  const { interview } = episode
  const { returnedAt } = times
  const byNow = (minute: Minute | null) =>
    minute !== null && dayOfMinute(minute) <= view.asAt ? minute : null
  const heldAt = byNow(times.heldAt)
  const isHeld = heldAt !== null
  return {
    episode: id,
    child_id: child.id,
    returned_at: returnedAt,
    offered: interview.wasOffered,
    offered_at: byNow(times.offeredAt),
    accepted: interview.wasAccepted,
    held_at: heldAt,
    within_72_hours: isHeld ? isWithinClock(returnedAt, heldAt) : null,
    independent: isHeld ? interview.wasIndependent : null,
    interviewer: isHeld ? interviewerOf(interview, drawFor(`interviewer ${id}`).next()) : null,
    team: period.position.team,
    worker: workforce.workerAt(period.position, dayOfMinute(returnedAt)),
  }
}

function interviewerOf({ wasIndependent }: Interview, draw: number) {
  if (wasIndependent === null) return null
  if (wasIndependent) return draw < 0.7 ? 'children’s rights officer' : 'youth worker'
  return draw < 0.6 ? 'social worker' : 'residential worker'
}
