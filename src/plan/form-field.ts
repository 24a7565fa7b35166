import { dayFrom } from '../platform/day.ts'
import type { Checked } from '../platform/errors.ts'
import { asText } from './change.ts'
import { camelCase } from './row-case.ts'

/** One question of a form. `name` is the column that its answer goes to. */
export interface Field {
  name: string
  label: string
  hint?: string | undefined
  as: 'line' | 'text' | 'day' | 'choice' | 'list' | 'number'
  /** For `choice` (radios) and `list` (a select). */
  choices?: readonly { value: string; text: string }[] | undefined
  /** What to say when it is left empty: "Enter the title". Absent where it may be. */
  needed?: string | undefined
  /** What an empty answer is, of a question that may be left: no text, unless it says none. */
  emptyIs?: 'none' | undefined
}

/** What was typed, as it was typed, by the name of the control: a day has three. */
export type Typed = Readonly<Record<string, string>>

const PARTS = ['day', 'month', 'year'] as const
const controls = (field: Field): string[] =>
  field.as === 'day' ? PARTS.map((part) => `${field.name}-${part}`) : [field.name]

/** Line ends as we keep them: a browser sends CRLF. */
const typedText = (value: unknown): string =>
  typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''

export const typedIn = (fields: readonly Field[], body: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(fields.flatMap(controls).map((name) => [name, typedText(body[name])]))

/** The form as it opens, filled with what is saved; `values` are by column. */
export const typedFrom = (fields: readonly Field[], values: Readonly<Record<string, unknown>>): Typed =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const text = asText(values[field.name])
      if (field.as !== 'day') return [[field.name, text]]
      const [year = '', month = '', day = ''] = text.split('-')
      return [day.replace(/^0/, ''), month.replace(/^0/, ''), year].map((part, index) => [
        `${field.name}-${PARTS[index]}`,
        part,
      ])
    }),
  )

/** What was typed for one field, on one line, to set beside what is saved. */
export const typedLine = (field: Field, typed: Typed): string => {
  if (field.as === 'day') {
    const parts = PARTS.map((part) => typed[`${field.name}-${part}`]?.trim() ?? '')
    return parts.every((part) => part === '') ? '' : parts.join(' ')
  }
  return typed[field.name] ?? ''
}

/** Answers by property (`dueOn`), or what the person can put right by column (`due_on`). */
export function readFields(fields: readonly Field[], typed: Typed): Checked<Record<string, unknown>> {
  const value: Record<string, unknown> = {}
  const errors: Record<string, string> = {}
  for (const field of fields) {
    const answer = readField(field, typed)
    if ('error' in answer) errors[field.name] = answer.error
    else value[camelCase(field.name)] = answer.value
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value }
}

function readField(field: Field, typed: Typed): { value: unknown } | { error: string } {
  const said = typedLine(field, typed).trim()
  if (said === '') {
    if (field.needed) return { error: field.needed }
    return { value: field.as === 'day' || field.as === 'number' || field.emptyIs === 'none' ? null : '' }
  }
  if (field.as === 'day') {
    const [day, month, year] = PARTS.map((part) => typed[`${field.name}-${part}`]?.trim() ?? '')
    const numbers = [year, month, day].map((part) =>
      /^\d{1,4}$/.test(part ?? '') ? Number(part) : Number.NaN,
    )
    const found =
      numbers.some(Number.isNaN) || year?.length !== 4 ? null : dayFrom(numbers[0]!, numbers[1]!, numbers[2]!)
    return found ? { value: found } : { error: `${field.label} must be a real day, like 30 April 2015` }
  }
  if (field.as === 'number') {
    if (!/^-?\d+(\.\d+)?$/.test(said)) return { error: `${field.label} must be a number, like 90` }
    return { value: Number(said) }
  }
  if (field.choices && !field.choices.some((choice) => choice.value === said))
    return { error: `Choose ${field.label.toLowerCase()} from the list` }
  return { value: said }
}
