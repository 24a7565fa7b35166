import { allow, operator } from '../../access/index.ts'
import type { Day } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { listRecords } from '../../records/index.ts'
import { rowsOfTemplate, type TemplateRows } from '../../standards/capture/template-rows.ts'
import { CONFERENCES, REPORT_STANDARDS } from '../../standards/capture/templates/meeting-templates.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import { FILE_WORDS, type AbsenceReason } from './absence-reason.ts'
import { absenceReasonsOf } from './absence-reason-store.ts'
import { RECORD_WITHIN } from './diary.ts'
import { reportStandard, standardFor } from './report-standard.ts'
import { CAME, meetingChild, MEETING_KINDS, type MeetingChild } from './meeting.ts'

/**
 * Bookings of Waymark's own, and who came and when reports were shared of meetings of the council's file, as rows of the
 * conferences template. What is dated after the day is left blank.
 */
export async function conferenceRows(records: Records, council: string, asAt: Day): Promise<TemplateRows> {
  const reasons = await absenceReasonsOf(records, allow(operator(council), 'figures:read'))
  const kept = await listRecords(records, allow(operator(council), 'cases:read'), meetingChild)
  const rows = kept
    .filter((record) => record.keptHere === 'yes' || speaks(record, asAt))
    .toSorted((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1))
  return rowsOfTemplate(
    CONFERENCES,
    rows.map((record) => rowOf(record, reasons, asAt)),
  )
}

/** The council's own standards that hold by the day, as rows of their template: the measures of reports count by them. */
export async function standardRows(records: Records, council: string, asAt: Day): Promise<TemplateRows> {
  const standards = await listRecords(records, allow(operator(council), 'figures:read'), reportStandard)
  const dated = new Set(
    standards.filter(({ fromOn }) => fromOn <= asAt).map(({ kind, fromOn }) => `${fromOn} ${kind}`),
  )
  return rowsOfTemplate(
    REPORT_STANDARDS,
    standards
      .map(({ kind, fromOn }) => ({ kind, fromOn }))
      .filter(({ kind, fromOn }) => dated.delete(`${fromOn} ${kind}`))
      .toSorted((left, right) => (`${left.kind} ${left.fromOn}` < `${right.kind} ${right.fromOn}` ? -1 : 1))
      .map(({ kind, fromOn }) => ({
        kind: MEETING_KINDS[kind].code,
        working_days_before: standardFor(standards, kind, fromOn),
        holds_from: fromOn,
      })),
  )
}

const orderOf = ({ meeting, childId, id }: MeetingChild): string => JSON.stringify([meeting, childId, id])
const by = (on: Day | null, asAt: Day): Day | null => (on !== null && on <= asAt ? on : null)

/** It says something of a meeting that the council's file has. A time and a place are in no template. */
const speaks = ({ heldOn, sharedOn, chairHadOn, missed }: MeetingChild, asAt: Day): boolean =>
  [heldOn, sharedOn, chairHadOn].some((on) => by(on, asAt) !== null) || missed !== ''

type Reason = Pick<AbsenceReason, 'title' | 'fileWord'>

/** Who came to a looked-after review counts when it is written down within five working days; later it may be guessed. */
const isTooLate = ({ kind, recordedOn }: MeetingChild, held: Day): boolean =>
  kind === 'care' && recordedOn !== null && recordedOn > workingDayAfter(held, RECORD_WITHIN)

function rowOf(record: MeetingChild, reasons: readonly Reason[], asAt: Day) {
  const held = by(record.heldOn, asAt)
  const came = held === null || isTooLate(record, held) ? null : record.came
  const reason = reasons.find(({ title }) => title === record.missed)
  return {
    meeting: record.meeting,
    child_id: record.childId,
    kind: MEETING_KINDS[record.kind].code,
    booked_on: record.bookedOn,
    held_on: held,
    team: record.team || 'Not recorded',
    worker: record.worker || null,
    worker_attended: came === null ? null : came === 'whole',
    attended_instead: came === null ? null : CAME[came].code,
    missed_because: reason?.fileWord ? FILE_WORDS[reason.fileWord].code : null,
    report_to_chair_on: by(record.chairHadOn, asAt),
    report_shared_on: by(record.sharedOn, asAt),
    chair: record.chair || null,
  }
}
