import { allow, operator } from '../../access/index.ts'
import type { Services } from '../../platform/room.ts'
import { addRecord, recordTransaction } from '../../records/index.ts'
import { setReasons } from '../permissions.ts'
import { keepMeetings, setReportStandards } from './permissions.ts'
import { absenceReason } from './absence-reason.ts'
import { meetingRef } from './meeting-read.ts'
import { bookMeeting } from './meeting-store.ts'
import { reportStandard } from './report-standard.ts'

/** A meeting of the children of the access matrix, of whom each council has one. */
export async function meetingThings(
  { records, clock }: Pick<Services, 'records' | 'clock'>,
  council: string,
): Promise<Readonly<Record<string, string>>> {
  const person = operator(council)
  const children = ['N20417', 'S90001'].map((childId) => ({ childId, team: 'North 2', worker: 'SW-207' }))
  const booked = {
    kind: 'initial',
    bookedOn: clock.today(),
    startsAt: '10:00',
    place: '',
    chair: '',
  } as const
  const meeting = await bookMeeting(records, allow(person, keepMeetings), clock, booked, children)
  const reasons = allow(person, setReasons)
  const standards = allow(person, setReportStandards)
  return {
    meeting_child: meetingRef(council, meeting),
    absence_reason: await recordTransaction(records, reasons, clock, absenceReason, (open) =>
      addRecord(open, absenceReason, { title: `Reason of ${council}`, meaning: '', fileWord: null }),
    ),
    report_standard: await recordTransaction(records, standards, clock, reportStandard, (open) =>
      addRecord(open, reportStandard, { kind: 'initial', workingDays: 3, fromOn: '2015-01-01' }),
    ),
  }
}
