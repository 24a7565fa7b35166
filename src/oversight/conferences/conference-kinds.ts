import { absenceReason } from './absence-reason.ts'
import { calendarAddress } from './calendar-address.ts'
import { meetingChild } from './meeting.ts'
import { reportStandard } from './report-standard.ts'

export const CONFERENCE_KINDS = [meetingChild, absenceReason, reportStandard, calendarAddress] as const
