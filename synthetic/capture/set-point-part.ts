import { workingDaysAfter, type DayNumber } from '../day-number.ts'
import { SET_POINTS, type AssessmentEvent } from '../event-log.ts'
import { knownDay } from '../extract-view.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import { MANAGEMENT_OVERSIGHT } from '../../src/standards/capture/templates/oversight-templates.ts'

/** The set points that assessments came to, and whether a manager looked. */
export function setPointPart(setting: CaptureSetting): CapturePart {
  const { folder, view, from, workforce, line, drawFor } = setting
  const file = openCaptureFile(folder, MANAGEMENT_OVERSIGHT)
  return {
    child(child) {
      for (const assessment of child.assessments) {
        const { started, authorised, seenOn, position } = assessment
        if (knownDay(view, started) === null) continue
        const authorisedOn = knownDay(view, authorised)
        if (authorisedOn !== null && authorisedOn < from) continue
        for (const { point, dueOn, reviewedOn } of setPointsOf(assessment)) {
          if (dueOn < from || dueOn > view.asAt || (authorisedOn !== null && authorisedOn < dueOn)) continue
          const isReviewed = reviewedOn !== null && reviewedOn <= view.asAt
          const random = drawFor(`set point ${child.id} ${started.on} ${point}`)
          const isSenior = random.chance(point === 35 ? 0.3 : 0.05)
          const wasSeen = seenOn !== null && isReviewed && seenOn <= reviewedOn
          const decision = random.weighted({
            'finish now': point / 35,
            'go on to the next point': point === 35 ? 0 : 1,
            'see the child first': wasSeen ? 0 : 0.8,
            'reason to go past day 45': point === 35 ? 0.5 : 0,
          })
          file.row({
            child_id: child.id,
            assessment_started_on: started.on,
            point,
            due_on: dueOn,
            reviewed_on: isReviewed ? reviewedOn : null,
            reviewer: isReviewed ? line.managerOf(position.team, reviewedOn, isSenior) : null,
            tier: isReviewed ? (isSenior ? 'senior' : 'first line') : null,
            decision: isReviewed ? decision : null,
            team: position.team,
            worker: workforce.workerAt(position, dueOn),
          })
        }
      }
    },
    close: () => [file.close()],
  }
}

interface SetPoint {
  point: number
  dueOn: DayNumber
  reviewedOn: DayNumber | null
}

/** Each set point with the first review that came after the one before it and before the one after it fell. */
function setPointsOf({ started, managerReviews }: AssessmentEvent): SetPoint[] {
  const left = [...managerReviews]
  return SET_POINTS.map((point, index) => {
    const dueOn = workingDaysAfter(started.on, point)
    const next = SET_POINTS[index + 1]
    const nextDueOn = next === undefined ? Infinity : workingDaysAfter(started.on, next)
    const reviewedOn = left[0] !== undefined && left[0] < nextDueOn ? left.shift()! : null
    return { point, dueOn, reviewedOn }
  })
}
