import type { Checked, FieldErrors } from '../platform/errors.ts'
import {
  columnOf,
  isStoredValue,
  objectOf,
  typedSchemas,
  type Field,
  type Fields,
  type Values,
} from './field.ts'

/** What was typed, as it was typed, by the name of the control: a day has three. */
export type Typed = Readonly<Record<string, string>>

const DAY_PARTS = ['day', 'month', 'year'] as const

const controlsOf = ([property, field]: [string, Field]): string[] =>
  field.control === 'day' ? DAY_PARTS.map((part) => `${columnOf(property)}-${part}`) : [columnOf(property)]

/** Line ends as we keep them: a browser sends CRLF. */
const typedText = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''

/** What a form that was sent says of these fields. */
export const typedIn = (fields: Fields, body: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    Object.entries(fields)
      .flatMap(controlsOf)
      .map((name) => [name, typedText(body[name])]),
  )

/** The form as it opens, filled with what is saved or proposed; `values` are by property. */
export function typedFrom(fields: Fields, values: object): Typed {
  const given: ReadonlyMap<string, unknown> = new Map(Object.entries(values))
  return Object.fromEntries(
    Object.entries(fields).flatMap(([property, field]) => {
      const value = given.get(property)
      const text = isStoredValue(value) && field.value.safeParse(value).success ? field.write(value) : ''
      if (field.control !== 'day') return [[columnOf(property), text]]
      const [year = '', month = '', day = ''] = text.split('-')
      return [day.replace(/^0/, ''), month.replace(/^0/, ''), year].map((part, index) => [
        `${columnOf(property)}-${DAY_PARTS[index]}`,
        part,
      ])
    }),
  )
}

/** What was typed for one field, on one line. */
export function typedLine(property: string, field: Field, typed: Typed): string {
  if (field.control !== 'day') return typed[columnOf(property)] ?? ''
  const parts = DAY_PARTS.map((part) => typed[`${columnOf(property)}-${part}`]?.trim() ?? '')
  return parts.every((part) => part === '') ? '' : parts.join(' ')
}

/** The answers, or what the person can put right by the name of the control (`due_on`). */
export function readForm<Shape extends Fields>(fields: Shape, typed: Typed): Checked<Values<Shape>> {
  const lines = Object.fromEntries(
    Object.entries(fields).map(([property, field]) => [property, typedLine(property, field, typed)]),
  )
  const read = objectOf<Values<Shape>>(typedSchemas(fields)).safeParse(lines)
  if (read.success) return { ok: true, value: read.data }
  const errors: Record<string, string> = {}
  for (const { path, message } of read.error.issues) errors[columnOf(String(path[0]))] ??= message
  return { ok: false, errors }
}

/** Those answers that can be read of a form with others that cannot, by property. */
export function readable<Shape extends Fields>(fields: Shape, typed: Typed): Partial<Values<Shape>> {
  const read = Object.entries(fields).flatMap(([property, field]) => {
    const answer = field.typed.safeParse(typedLine(property, field, typed))
    return answer.success ? [[property, answer.data] as const] : []
  })
  return objectOf<Partial<Values<Shape>>>(
    Object.fromEntries(Object.entries(fields).map(([property, field]) => [property, field.value.optional()])),
  ).parse(Object.fromEntries(read))
}

/** The fields that a form asks for: all that the program does not fill itself. */
export const askedFields = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.words.hidden))

/** Errors by the name of the control, of faults by property. */
export const errorsOf = (faults: Readonly<Partial<Record<string, string>>>): FieldErrors =>
  Object.fromEntries(
    Object.entries(faults).flatMap(([property, fault]) =>
      fault === undefined ? [] : [[columnOf(property), fault] as const],
    ),
  )
