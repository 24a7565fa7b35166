import type { Child } from 'hono/jsx'
import { z } from 'zod'

/** What a column of a record holds, on both databases: text, a number, or nothing. */
export type StoredValue = string | number | null

export interface Choice {
  value: string
  text: string
  /** In place of the text, where a choice is shown with a mark. */
  html?: Child | undefined
}

/** What every field says of itself, whatever it holds. */
export interface FieldWords {
  label: string
  hint?: string | undefined
  /** What its history calls it, where that is not its label. */
  historyLabel?: string | undefined
  /** What to say when it is left empty: "Enter the title". Without it the field may be empty. */
  required?: string | undefined
  /** The program fills it: no form asks for it. */
  hidden?: true | undefined
  /** It belongs to one saving, such as a reason, and is no part of the record. */
  momentary?: true | undefined
  /** What to say of a value that another record of the kind has already. */
  unique?: ((value: string) => string) | undefined
  /** Why it never changes, in a sentence; `was` is what it holds. */
  fixed?: ((was: string) => string) | undefined
  /** The reason of a change belongs to this field, where it is among those that changed. */
  takesReason?: true | undefined
  /** What to say when it is changed without a reason. */
  reasonToChange?: string | undefined
  /** How its history tells a change, where a colon does not do: "Due day moved from …". Both are as people read them. */
  changed?: ((was: string, now: string) => string) | undefined
}

export type Required = { required: string }
export type Rule<Value> = { rule?: ((value: Value) => string | null) | undefined }

/** As much of a kind of record as those that belong to it know. */
export interface ParentKind {
  readonly name: string
  readonly table: string
}

/** One field of a record, or one question of a form: what it holds, how it is asked, read, kept and shown. */
export interface Field<Value extends StoredValue = StoredValue> {
  readonly words: FieldWords
  readonly control: 'line' | 'paragraph' | 'day' | 'radios' | 'find' | 'number' | 'pounds'
  readonly choices: readonly Choice[]
  /** Of a choice that is found by typing: those that a text could mean, best first. */
  readonly candidates?: ((this: void, typed: string) => readonly Choice[]) | undefined
  readonly column: 'text' | 'integer' | 'bigint' | 'double precision'
  readonly nullable: boolean
  /** What it holds when nothing was answered; absent where an answer is required. */
  readonly empty?: Value | undefined
  /** The kind that an id names, of a field that is one. */
  readonly parent?: (() => ParentKind) | undefined
  /** What may be kept: checks each row that is read or written, and describes the field to the API. */
  readonly value: z.ZodType<Value>
  /** From what somebody typed, in a form or a file; its message is for them. */
  readonly typed: z.ZodType<Value, string>
  /** For people to read: "31 January 2015". */
  format(this: void, value: Value): string
  /** As somebody would type it, so that `typed` reads it back. */
  write(this: void, value: Value): string
  /** The same field asked in other words. */
  reworded(words: Partial<FieldWords>): Field<Value>
}

/** The fields of a record or the questions of a form, by property: `dueOn`. */
export type Fields = Readonly<Record<string, Field>>

export type Values<Shape extends Fields> = {
  [Name in keyof Shape]: Shape[Name] extends Field<infer Value> ? Value : never
}

export type Reading<Value> = { value: Value } | { error: string }

export interface Kept<Value extends StoredValue> extends Pick<Field<Value>, 'control' | 'column' | 'value'> {
  choices?: readonly Choice[]
  candidates?: (this: void, typed: string) => readonly Choice[]
  parent?: () => ParentKind
  /** What no answer is. Absent where an answer is required. */
  empty?: Value
  /** Reads an answer, trimmed and not empty. */
  read(text: string, words: FieldWords): Reading<Value>
  format?(this: void, value: Value): string
  write?(this: void, value: Value): string
  rule?: ((value: Value) => string | null) | undefined
}

/** A value as history and files keep it; the empty text for none, the same on both databases. */
export const storedText = (value: StoredValue | undefined): string =>
  value === null || value === undefined ? '' : String(value)

export const isStoredValue = (value: unknown): value is StoredValue =>
  value === null || typeof value === 'string' || typeof value === 'number'

/** The values of a record or a draft as its columns hold them, less what the store itself looks after. */
export function storedValues(values: object): Record<string, StoredValue> {
  const stored: Record<string, StoredValue> = {}
  for (const [property, value] of Object.entries<unknown>({ ...values })) {
    if (property !== 'id' && property !== 'version' && isStoredValue(value)) stored[property] = value
  }
  return stored
}

/** The column of a property, as Kysely's plugin names it: `dueOn` is `due_on`. Controls of forms bear it too. */
export const columnOf = (property: string): string =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A field from what its sort of value needs: the sorts are in `field-sorts.ts`. */
export function makeField<Value extends StoredValue>(words: FieldWords, kept: Kept<Value>): Field<Value> {
  const readTyped = (typed: string): Reading<Value> => {
    const text = typed.replaceAll('\r\n', '\n').trim()
    if (text === '') {
      if (words.required !== undefined) return { error: words.required }
      if (kept.empty !== undefined) return { value: kept.empty }
    }
    const reading = kept.read(text, words)
    const fault = 'value' in reading ? (kept.rule?.(reading.value) ?? null) : null
    return fault === null ? reading : { error: fault }
  }
  return {
    words,
    control: kept.control,
    choices: kept.choices ?? [],
    candidates: kept.candidates,
    column: kept.column,
    nullable: kept.empty === null,
    empty: words.required === undefined ? kept.empty : undefined,
    parent: kept.parent,
    value: kept.value,
    typed: z.string().transform((text, context): Value => {
      const reading = readTyped(text)
      if ('value' in reading) return reading.value
      context.addIssue(reading.error)
      return z.NEVER
    }),
    format: kept.format ?? kept.write ?? storedText,
    write: kept.write ?? storedText,
    reworded: (others) => makeField({ ...words, ...others }, kept),
  }
}

/**
 * One schema of many. The compiler cannot follow the type of each through a list of entries: the caller says what
 * they make together, and every row and form is still checked against it.
 */
export const objectOf = <Value>(schemas: Readonly<Record<string, z.ZodType>>): z.ZodType<Value> =>
  z.object(schemas) as z.ZodType as z.ZodType<Value>

export const valueSchemas = (fields: Fields): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]))

export const typedSchemas = (fields: Fields): Record<string, z.ZodType> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.typed]))
