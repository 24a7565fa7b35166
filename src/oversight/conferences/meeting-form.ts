import type { Day } from '../../platform/day.ts'
import type { Checked, FieldErrors } from '../../platform/errors.ts'
import { readForm, typedFrom, typedIn, type Typed } from '../../records/index.ts'
import { heldOn, meetingChild, CAME, type Came, type Meeting } from './meeting.ts'
import type { SeenVersions } from './meeting-store.ts'

const {
  kind,
  bookedOn,
  startsAt,
  place,
  chair,
  heldOn: held,
  sharedOn,
  chairHadOn,
  missed,
  missedWords,
} = meetingChild.fields

/** The forms of a meeting's page. */
export const FORMS = {
  booking: { bookedOn, startsAt, place, chair },
  report: { sharedOn, chairHadOn },
  attendance: { heldOn: held },
  reason: { missed, missedWords },
} as const
export const NEW_MEETING = { kind, bookedOn, startsAt, place, chair } as const
export type FormName = keyof typeof FORMS
export const isFormName = (text: string): text is FormName => Object.hasOwn(FORMS, text)

/** A form as it was sent, with what is wrong with it. */
export interface SentForm {
  form: FormName | 'cancel'
  typed: Typed
  errors: FieldErrors
  /** Somebody else wrote first: nothing was kept. */
  isStale: boolean
}

/** What the forms open with: the meeting as it is known. */
export function openedWith(meeting: Meeting, today: Day): Typed {
  const [first] = meeting.children
  const answered = meeting.children.find((child) => child.missed !== null)
  return {
    ...typedFrom(FORMS.booking, {
      bookedOn: meeting.bookedOn,
      startsAt: meeting.startsAt ?? '',
      place: meeting.place ?? '',
      chair: meeting.chair ?? '',
    }),
    ...typedFrom(FORMS.report, { sharedOn: first?.sharedOn, chairHadOn: first?.chairHadOn }),
    ...typedFrom(FORMS.attendance, {
      heldOn: heldOn(meeting) ?? (meeting.bookedOn <= today ? meeting.bookedOn : null),
    }),
    ...typedFrom(FORMS.reason, {
      missed: answered?.missed ?? '',
      missedWords: answered?.missedWords ?? '',
    }),
  }
}

export const typedInForm = (form: FormName, body: Readonly<Record<string, unknown>>): Typed => ({
  ...typedIn(FORMS[form], body),
  ...Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      name.startsWith('came-') && typeof value === 'string' ? [[name, value]] : [],
    ),
  ),
})

const isCame = (text: string): text is Came => Object.hasOwn(CAME, text)
export const cameControl = (index: number): string => `came-${index}`

/** Who came for each child, by the child; those left as they are are not among them. */
export function readCame(meeting: Meeting, typed: Typed): Checked<ReadonlyMap<string, Came>> {
  const said = meeting.children.flatMap(({ childId }, index) => {
    const value = typed[cameControl(index)] ?? ''
    return isCame(value) ? [[childId, value] as const] : []
  })
  return said.length === 0
    ? { ok: false, errors: { [cameControl(0)]: 'Say who came' } }
    : { ok: true, value: new Map(said) }
}

/** The day must be there, and not after today. */
export function readPast<Shape extends Parameters<typeof readForm>[0]>(
  fields: Shape,
  typed: Typed,
  today: Day,
): ReturnType<typeof readForm<Shape>> {
  const read = readForm(fields, typed)
  if (!read.ok) return read
  const late = Object.entries(read.value).flatMap(([property, value]) =>
    typeof value === 'string' && value > today
      ? [
          [
            property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
            'The day must be today or earlier',
          ],
        ]
      : [],
  )
  return late.length === 0 ? read : { ok: false, errors: Object.fromEntries(late) }
}

export const seenText = (seen: SeenVersions): string => JSON.stringify(seen)

/** The versions that a form was filled from; a form that does not say has seen nothing. */
export function seenIn(body: Readonly<Record<string, unknown>>): SeenVersions {
  try {
    const { seen } = body
    const read: unknown = JSON.parse(typeof seen === 'string' ? seen : '{}')
    return Object.fromEntries(
      Object.entries(Object(read)).flatMap(([id, version]) =>
        typeof version === 'number' ? [[id, version] as const] : [],
      ),
    )
  } catch {
    return {}
  }
}
