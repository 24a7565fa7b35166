import type { Checked } from '../../platform/errors.ts'
import type { Day } from '../../platform/day.ts'
import { day, paragraph, readForm, text, typedIn, whole, type Typed } from '../../records/index.ts'
import { MOST_DRAWN } from './draw.ts'

const from = day({ label: 'First day', required: 'Enter the first day' })
const to = day({ label: 'Last day' })

/** What each form of the page asks. */
export const FORMS = {
  child: {
    subjects: paragraph({ label: 'Numbers of children', required: 'Enter the number of a child' }),
    from,
    to,
  },
  chair: { subjects: text({ label: 'Chair', required: 'Enter the code of the chair' }), from, to },
  missing: { from, to },
  draw: {
    count: whole({ label: 'How many', required: 'Enter how many to draw', min: 1, max: MOST_DRAWN }),
    from,
    to,
  },
  'hand-over': { person: text({ label: 'To whom', required: 'Choose to whom' }), from },
} as const

export type FormName = keyof typeof FORMS

export const typedForm = (name: FormName, body: Readonly<Record<string, unknown>>): Typed =>
  typedIn(FORMS[name], body)

export interface ReadAssignment {
  subjects: string[]
  count: number
  person: string
  from: Day
  to: Day | null
}

/** What was asked, or what can be put right by the name of the control. */
export function readAssignment(name: FormName, typed: Typed): Checked<ReadAssignment> {
  const read = readForm(FORMS[name] as (typeof FORMS)['child'], typed)
  if (!read.ok) return read
  const value = read.value as Partial<{
    subjects: string
    count: number
    person: string
    from: Day
    to: Day | null
  }>
  const given: ReadAssignment = {
    subjects: (value.subjects ?? '').split(/[\s,]+/).filter((subject) => subject !== ''),
    count: value.count ?? 0,
    person: value.person ?? '',
    from: value.from!,
    to: value.to ?? null,
  }
  return given.to !== null && given.to < given.from
    ? { ok: false, errors: { to: 'The last day must be the first day or later' } }
    : { ok: true, value: given }
}
