import { dayFrom, type Day } from '../platform/day.ts'
import type { Checked } from '../platform/errors.ts'

interface DayFields extends Record<string, string> {
  day: string
  month: string
  year: string
}

/** The fields as they were typed. */
export interface MeetingFields {
  title: string
  subject: string
  author: string
  heldOn: DayFields
  previousOn: DayFields
}

interface MeetingDraft {
  title: string
  subject: string
  author: string
  heldOn: Day
  previousOn: Day | null
}

type Form = Readonly<Record<string, unknown>>

export const textIn = (form: Form, name: string): string => {
  const value = form[name]
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : ''
}

const dayIn = (form: Form, prefix: string): DayFields => ({
  day: textIn(form, `${prefix}-day`),
  month: textIn(form, `${prefix}-month`),
  year: textIn(form, `${prefix}-year`),
})

export const meetingFields = (form: Form): MeetingFields => ({
  title: textIn(form, 'title'),
  subject: textIn(form, 'subject'),
  author: textIn(form, 'author'),
  heldOn: dayIn(form, 'held-on'),
  previousOn: dayIn(form, 'previous-on'),
})

const isEmpty = ({ day, month, year }: DayFields) => `${day}${month}${year}` === ''

function dayOf({ day, month, year }: DayFields): Day | null {
  if (!/^\d{4}$/.test(year) || ![day, month].every((part) => /^\d{1,2}$/.test(part))) return null
  return dayFrom(Number(year), Number(month), Number(day))
}

/** Errors are by the id of their field. */
export function checkMeeting(fields: MeetingFields): Checked<MeetingDraft> {
  const errors: Record<string, string> = {}
  const heldOn = dayOf(fields.heldOn)
  const previousOn = isEmpty(fields.previousOn) ? null : dayOf(fields.previousOn)
  if (fields.title === '') errors['title'] = 'Enter the name of the Board'
  if (isEmpty(fields.heldOn)) errors['held-on-day'] = 'Enter the day of the meeting'
  else if (!heldOn) errors['held-on-day'] = 'Day of the meeting must be a real day, like 10 March 2015'
  if (!isEmpty(fields.previousOn) && !previousOn) {
    errors['previous-on-day'] = 'Day of the meeting before must be a real day, like 10 February 2015'
  } else if (heldOn && previousOn && previousOn >= heldOn) {
    errors['previous-on-day'] = 'Day of the meeting before must be before the meeting'
  }
  if (fields.subject === '') errors['subject'] = 'Enter the subject of the report'
  if (fields.author === '') errors['author'] = 'Enter the role that the report is from'
  if (Object.keys(errors).length > 0 || !heldOn) return { ok: false, errors }
  const { title, subject, author } = fields
  return { ok: true, value: { title, subject, author, heldOn, previousOn } }
}
