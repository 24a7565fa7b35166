import { Hono, type Context } from 'hono'
import { allow, may, type WebEnv } from '../../access/index.ts'
import { NotFound, Refused, Stale } from '../../platform/errors.ts'
import { listRecords, readForm } from '../../records/index.ts'
import { keepMeetings, recordAttendance } from './permissions.ts'
import { absenceReasonsOf } from './absence-reason-store.ts'
import { meetingHref } from './diary-query.ts'
import { readMeeting, type DiaryDeps } from './diary-read.ts'
import {
  FORMS,
  isFormName,
  readCame,
  readPast,
  seenIn,
  typedInForm,
  type FormName,
  type SentForm,
} from './meeting-form.ts'
import { newMeetingRoutes } from './new-meeting-routes.tsx'
import { MeetingPage } from './meeting-page.tsx'
import { answerWhy, cancelMeeting, changeBooking, recordCame, recordReport } from './meeting-store.ts'
import { heldOn, ownWorkerCame, type Meeting } from './meeting.ts'
import { reportDueOn, reportStandard } from './report-standard.ts'

type Body = Readonly<Record<string, unknown>>

/** One meeting, and what people write about it; below `/diary`. */
export const meetingRoutes = (deps: DiaryDeps) =>
  new Hono<WebEnv>()
    .route('/', newMeetingRoutes(deps))
    .get('/meetings/:ref', async (c) => {
      const meeting = await readMeeting(deps, c.var.person, c.req.param('ref'))
      return await showMeeting(deps, c, meeting, null)
    })
    .post('/meetings/:ref/cancel', async (c) => {
      const pass = allow(c.var.person, keepMeetings)
      const meeting = await readMeeting(deps, c.var.person, c.req.param('ref'))
      const why = (await c.req.parseBody())['why']
      if (typeof why !== 'string' || why.trim() === '')
        return await showMeeting(deps, c, meeting, {
          form: 'cancel',
          typed: {},
          errors: { why: 'Say why the meeting is cancelled' },
          isStale: false,
        })
      if (heldOn(meeting) !== null) throw new Refused('This meeting was held: it cannot be cancelled')
      await cancelMeeting(deps.records, pass, deps.clock, meeting, why.trim())
      return c.redirect('/diary', 303)
    })
    .post('/meetings/:ref/:form{booking|report|attendance|reason}', async (c) => {
      const { person } = c.var
      const form = c.req.param('form')
      if (!isFormName(form)) throw new NotFound('There is no such form')
      allow(person, form === 'attendance' ? recordAttendance : keepMeetings)
      const meeting = await readMeeting(deps, person, c.req.param('ref'))
      const body: Body = await c.req.parseBody()
      const typed = typedInForm(form, body)
      try {
        const errors = await saveForm(deps, c, { form, meeting, typed, body })
        if (errors) return await showMeeting(deps, c, meeting, { form, typed, errors, isStale: false })
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        return await showMeeting(deps, c, meeting, { form, typed, errors: {}, isStale: true })
      }
      return c.redirect(meetingHref(meeting.ref), 303)
    })

interface ToSave {
  form: FormName
  meeting: Meeting
  typed: SentForm['typed']
  body: Body
}

/** Keeps what was sent, or answers what can be put right. */
async function saveForm(
  { records, clock }: DiaryDeps,
  c: Context<WebEnv>,
  { form, meeting, typed, body }: ToSave,
): Promise<SentForm['errors'] | null> {
  const { person } = c.var
  const pass = allow(person, keepMeetings)
  const seen = seenIn(body)
  if (form === 'attendance') {
    const held = readPast(FORMS.attendance, typed, clock.today())
    const came = readCame(meeting, typed)
    const noDay = held.ok && held.value.heldOn === null ? { held_on: 'Enter the day it was held' } : {}
    if (!held.ok || !came.ok || held.value.heldOn === null)
      return { ...(held.ok ? noDay : held.errors), ...(came.ok ? {} : came.errors) }
    const attending = allow(person, recordAttendance)
    await recordCame(records, attending, clock, meeting, seen, held.value.heldOn, came.value)
  } else if (form === 'report') {
    const days = readPast(FORMS.report, typed, clock.today())
    if (!days.ok) return days.errors
    await recordReport(records, pass, clock, meeting, seen, days.value)
  } else if (form === 'reason') {
    const answer = readForm(FORMS.reason, typed)
    if (!answer.ok) return answer.errors
    const reasons = await absenceReasonsOf(records, allow(person, 'figures:read'))
    const errors = {
      ...(!reasons.some(({ title }) => title === answer.value.missed) && { missed: 'Choose a reason' }),
      ...(answer.value.missedWords === '' && { missed_words: 'Say in a sentence what happened' }),
    }
    if (Object.keys(errors).length > 0) return errors
    await answerWhy(
      records,
      pass,
      clock,
      meeting,
      seen,
      answer.value,
      (child) => child.heldOn !== null && !ownWorkerCame(child),
    )
  } else {
    const { bookedOn, ...rest } = FORMS.booking
    const booked = readForm(meeting.keptHere ? { ...rest, bookedOn } : rest, typed)
    if (!booked.ok) return booked.errors
    const { kind, bookedOn: day } = meeting
    await changeBooking(records, pass, clock, meeting, seen, { kind, bookedOn: day, ...booked.value })
  }
  return null
}

async function showMeeting(deps: DiaryDeps, c: Context<WebEnv>, meeting: Meeting, sent: SentForm | null) {
  const { person, frame } = c.var
  const figures = allow(person, 'figures:read')
  const standards = await listRecords(deps.records, figures, reportStandard)
  const reasons = await absenceReasonsOf(deps.records, figures)
  return c.html(
    <MeetingPage
      frame={frame}
      meeting={meeting}
      reportDueOn={reportDueOn(standards, meeting.kind, meeting.bookedOn)}
      reasons={reasons.map(({ title }) => title)}
      may={{ keep: may(person, keepMeetings), attend: may(person, recordAttendance) }}
      sent={sent}
    />,
    sent === null ? 200 : sent.isStale ? 409 : 422,
  )
}
