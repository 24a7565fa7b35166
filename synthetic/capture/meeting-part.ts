import { dayOf, type DayNumber } from '../day-number.ts'
import type { ChildLog, Position, RecordedEvent, Meeting } from '../event-log.ts'
import { knownDay, type ExtractView } from '../extract-view.ts'
import { openCaptureFile } from './capture-file.ts'
import type { CapturePart, CaptureSetting } from './capture-setting.ts'
import type { CaptureRow } from './capture-row.ts'
import { CONFERENCES } from '../../src/standards/capture/templates/meeting-templates.ts'
import { lastWorking, workingDaysBetween } from './working-days.ts'

/** Days ahead that meetings are booked, and are on the list of those to come. */
export const BOOKED_AHEAD = 42

type Kind = CaptureRow<typeof CONFERENCES>['kind']
const SHORT: Record<Kind, string> = {
  'initial conference': 'IC',
  'review conference': 'RC',
  'care review': 'LR',
}

interface ChildMeeting {
  kind: Kind
  meeting: Meeting
  position: Position
  enquiryStartedOn: DayNumber | null
}

/** Conferences and reviews, held and to come. */
export function meetingPart(setting: CaptureSetting): CapturePart {
  const { folder, view, from } = setting
  const file = openCaptureFile(folder, CONFERENCES)
  return {
    child(child, { number }) {
      for (const held of meetingsOf(child, view)) {
        if (held.meeting.on < from || held.meeting.on > view.asAt + BOOKED_AHEAD) continue
        file.row(rowOf(setting, child, number, held))
      }
    },
    close: () => [file.close()],
  }
}

function* meetingsOf(child: ChildLog, view: ExtractView): Generator<ChildMeeting> {
  for (const { started, conference, meeting, position } of child.enquiries) {
    // One that was held must be in the case system; one to come is booked when the enquiry begins.
    const isKnown = knownDay(view, started) !== null
    if (!meeting || !isKnown || (meeting.on <= view.asAt && knownDay(view, conference) === null)) continue
    yield { kind: 'initial conference', meeting, position, enquiryStartedOn: started.on }
  }
  yield* reviewsOf('review conference', child.plans, view)
  yield* reviewsOf('care review', child.care, view)
}

interface Reviewed {
  started: RecordedEvent
  ended: RecordedEvent | null
  reviews: readonly Meeting[]
  position: Position
}

function* reviewsOf(kind: Kind, reviewed: readonly Reviewed[], view: ExtractView): Generator<ChildMeeting> {
  for (const { started, ended, reviews, position } of reviewed) {
    if (knownDay(view, started) === null) continue
    const isOver = knownDay(view, ended) !== null
    for (const meeting of reviews) {
      if (meeting.on <= view.asAt || !isOver) yield { kind, meeting, position, enquiryStartedOn: null }
    }
  }
}

function rowOf(
  setting: CaptureSetting,
  child: ChildLog,
  family: number,
  { kind, meeting, position, enquiryStartedOn }: ChildMeeting,
): CaptureRow<typeof CONFERENCES> {
  const { view, workforce, line, drawFor } = setting
  const random = drawFor(`${kind} ${child.id} ${meeting.on}`)
  const isHeld = meeting.on <= view.asAt
  const worker = workforce.workerAt(position, Math.min(meeting.on, view.asAt))
  const didAttend = worker !== null && meeting.didAllocatedWorkerAttend
  const instead = random.weighted({ 'duty worker': 45, 'team manager': 20, 'another worker': 25, nobody: 10 })
  const excuse = random.weighted({ 'at court': 35, 'another meeting': 25, 'not written down': 40 })
  const toChairOn = reportToChairOn(meeting, random.next(), random.between(0, 2))
  const sharedOn = knownBy(meeting.reportSharedOn, view.asAt)
  const missedBecause = () => {
    if (worker === null) return 'nobody was allocated'
    return line.isAway(worker, meeting.on) ? 'absent' : excuse
  }
  return {
    meeting: `${SHORT[kind]}-${family}-${dayOf(meeting.on)}`,
    child_id: child.id,
    kind,
    s47_started_on: enquiryStartedOn,
    booked_on: meeting.on,
    held_on: isHeld ? meeting.on : null,
    team: position.team,
    worker,
    worker_attended: isHeld ? didAttend : null,
    attended_instead: isHeld && !didAttend ? instead : null,
    missed_because: isHeld && !didAttend ? missedBecause() : null,
    report_to_chair_on: knownBy(toChairOn, view.asAt),
    report_shared_on: sharedOn,
    report_working_days_before: isHeld && sharedOn !== null ? workingDaysBetween(sharedOn, meeting.on) : null,
    chair: meeting.chair,
    participation: isHeld ? meeting.participation : null,
  }
}

/** The chair has the report when the family has it or a little earlier; of one the family never saw, at the last. */
function reportToChairOn(
  { on, reportSharedOn }: Meeting,
  draw: number,
  daysEarlier: number,
): DayNumber | null {
  if (reportSharedOn !== null) return lastWorking(reportSharedOn - daysEarlier)
  return draw < 0.7 ? on : null
}

const knownBy = (day: DayNumber | null, asAt: DayNumber): DayNumber | null =>
  day !== null && day <= asAt ? day : null
