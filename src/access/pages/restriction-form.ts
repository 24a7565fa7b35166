import { dayFrom, type Day } from '../../platform/day.ts'
import type { Checked } from '../../platform/errors.ts'
import type { NewRestriction } from '../index.ts'

/** What was typed into the form, by the names of its controls. */
export type TypedRestriction = Readonly<Record<string, string>>

/** The box of one account in the form. */
export const boxOf = (personId: string): string => `person.${personId}`

export const typedRestriction = (body: Readonly<Record<string, unknown>>): TypedRestriction =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()] as const] : [],
    ),
  )

/** The accounts whose boxes are ticked, of those that there are. */
export const namedIn = (typed: TypedRestriction, accounts: readonly string[]): string[] =>
  accounts.filter((id) => typed[boxOf(id)] === 'yes')

/** Longer than any reason that somebody reads. */
const MOST_LETTERS = 500

export function reasonFault(reason: string | undefined, asked: string): string | null {
  if (!reason) return asked
  return reason.length > MOST_LETTERS ? `The reason must be ${MOST_LETTERS} characters or fewer` : null
}

const PEOPLE_FAULT = 'Choose at least one person who may still see the record'

/** What is to be restricted, or what can be put right by the name of the control. */
export function readRestriction(
  typed: TypedRestriction,
  accounts: readonly string[],
  today: Day,
): Checked<NewRestriction> {
  const { child = '', reason = '' } = typed
  const people = namedIn(typed, accounts)
  const from = dayFrom(Number(typed['from-year']), Number(typed['from-month']), Number(typed['from-day']))
  const errors: Record<string, string> = {}
  if (child === '') errors['child'] = 'Enter the number of the child'
  const reasonWrong = reasonFault(reason, 'Enter why the record is restricted')
  if (reasonWrong) errors['reason'] = reasonWrong
  if (from === null) errors['from'] = 'Enter the day from which it is restricted, like 5 2 2015'
  else if (from > today)
    errors['from'] = 'The day must be today or earlier: the record is restricted as soon as this is kept'
  if (people.length === 0) errors['people'] = PEOPLE_FAULT
  return from === null || Object.keys(errors).length > 0
    ? { ok: false, errors }
    : { ok: true, value: { child, reason, from, people } }
}

/** The accounts that are to be named from now on. */
export function readNamed(typed: TypedRestriction, accounts: readonly string[]): Checked<string[]> {
  const people = namedIn(typed, accounts)
  return people.length === 0 ? { ok: false, errors: { people: PEOPLE_FAULT } } : { ok: true, value: people }
}
