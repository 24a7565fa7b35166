import type { Child } from 'hono/jsx'
import { z } from 'zod'
import { dayFrom, formatDay, isDay, type Day, type Instant } from '../platform/day.ts'
import {
  makeField,
  storedText,
  type Field,
  type FieldWords,
  type Kept,
  type ParentKind,
  type Reading,
  type Required,
  type Rule,
} from './field.ts'

/** One line of text; empty text when it was left. */
export function text(words: FieldWords & Rule<string>): Field<string> {
  return makeField(words, {
    control: 'line',
    column: 'text',
    value: z.string(),
    empty: '',
    read: (typed) => ({ value: typed }),
    rule: words.rule,
  })
}

/** Text of several lines; empty text when it was left. */
export function paragraph(words: FieldWords & Rule<string>): Field<string> {
  return makeField(words, {
    control: 'paragraph',
    column: 'text',
    value: z.string(),
    empty: '',
    read: (typed) => ({ value: typed }),
    rule: words.rule,
  })
}

const dayValue = z
  .templateLiteral([z.number(), '-', z.number(), '-', z.number()])
  .refine(isDay, { error: 'Not a real day' })
  .meta({ type: 'string', format: 'date' })

/** `2015-04-30`, or day first as people and spreadsheets write it: `30/4/2015`, `30 4 2015`. */
function readDay(typed: string): Day | null {
  if (isDay(typed)) return typed
  const parts = typed.match(/^(\d{1,2})[\s/.-]+(\d{1,2})[\s/.-]+(\d{4})$/)
  return parts ? dayFrom(Number(parts[3]), Number(parts[2]), Number(parts[1])) : null
}

/** A calendar day; null when it may be left and was. */
export function day(words: FieldWords & Required & Rule<Day>): Field<Day>
export function day(words: FieldWords & Rule<Day | null>): Field<Day | null>
export function day(words: FieldWords & Rule<Day>): Field<Day> | Field<Day | null> {
  const kept = {
    control: 'day',
    column: 'text',
    read: (typed: string, { label }: FieldWords): Reading<Day> => {
      const found = readDay(typed)
      return found ? { value: found } : { error: `${label} must be a real day, like 30 April 2015` }
    },
    rule: (value: Day | null) => (value === null ? null : (words.rule?.(value) ?? null)),
    format: (value: Day | null) => (value === null ? '' : formatDay(value)),
  } as const
  return words.required === undefined
    ? makeField<Day | null>(words, { ...kept, value: dayValue.nullable(), empty: null })
    : makeField<Day>(words, { ...kept, value: dayValue })
}

/** An instant that the program notes, in UTC. */
export function instant(words: FieldWords & Required): Field<Instant> {
  return makeField(words, {
    control: 'line',
    column: 'text',
    value: z.string(),
    read: (typed, { label }) =>
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/.test(typed)
        ? { value: typed }
        : { error: `${label} must be an instant, like 2015-01-26T12:00:00.000Z` },
  })
}

type ChoiceWords<Value extends string> = FieldWords & {
  /** What each code is called, in the order in which they are offered. */
  choices: Readonly<Record<Value, string>>
  /** Shown with each choice: its mark. */
  mark?: ((value: Value) => Child) | undefined
  /**
   * Where there are too many for radio buttons, what is typed is looked for: those that it names, best first or, where it
   * names none, the nearest.
   */
  find?: ((typed: string) => { named: readonly Value[]; nearest: readonly Value[] }) | undefined
}

const MAX_CANDIDATES = 12

/** One of several codes; null when it may be left and was. */
export function choice<Value extends string>(words: ChoiceWords<Value> & Required): Field<Value>
export function choice<Value extends string>(words: ChoiceWords<Value>): Field<Value | null>
export function choice<Value extends string>(words: ChoiceWords<Value>): Field<Value> | Field<Value | null> {
  const codes = Object.keys(words.choices) as Value[]
  const value = z.enum(codes)
  const offer = (code: Value) => ({ value: code, text: words.choices[code], html: words.mark?.(code) })
  const kept = {
    control: words.find ? 'find' : 'radios',
    column: 'text',
    choices: codes.map(offer),
    ...(words.find && { candidates: (typed: string) => candidatesOf(words.find!, typed).map(offer) }),
    // A file may bear the words in place of the code.
    read: (typed: string, { label }: FieldWords): Reading<Value> => {
      const found =
        codes.find((code) => code === typed) ??
        codes.find((code) => words.choices[code].toLowerCase() === typed.toLowerCase())
      if (found !== undefined) return { value: found }
      return words.find
        ? readFound(words.find(typed), typed, label)
        : { error: `Choose ${label.toLowerCase()} from the list` }
    },
    format: (chosen: Value | null) => (chosen === null ? '' : words.choices[chosen]),
    write: storedText,
  } as const
  return words.required === undefined
    ? makeField<Value | null>(words, { ...kept, value: value.nullable(), empty: null })
    : makeField<Value>(words, { ...kept, value })
}

type Find<Value extends string> = NonNullable<ChoiceWords<Value>['find']>

function candidatesOf<Value extends string>(find: Find<Value>, typed: string): Value[] {
  const { named, nearest } = find(typed)
  return (named.length > 0 ? named : nearest).slice(0, MAX_CANDIDATES)
}

/** What was typed names one, or has to be made clearer. */
function readFound<Value extends string>(
  { named, nearest }: ReturnType<Find<Value>>,
  typed: string,
  label: string,
): Reading<Value> {
  const [only, ...more] = named
  if (only !== undefined && more.length === 0) return { value: only }
  const what = label.toLowerCase()
  if (only !== undefined)
    return { error: `More than one ${what} has the words “${typed}”: choose one, or type more` }
  return {
    error: `No ${what} has the words “${typed}”: ${nearest.length > 0 ? 'choose one of the nearest, or type others' : 'type others'}`,
  }
}

type NumberWords = FieldWords & { min?: number | undefined; max?: number | undefined }

function between({ min, max }: NumberWords, label: string, value: number): string | null {
  if (min !== undefined && value < min) return `${label} must be ${min} or more`
  return max !== undefined && value > max ? `${label} must be ${max} or less` : null
}

function numberField(
  words: NumberWords,
  kept: Pick<Kept<number>, 'control' | 'column' | 'read'> & {
    value: z.ZodNumber
    write?(this: void, value: number): string
    format?(this: void, value: number): string
  },
): Field<number> | Field<number | null> {
  const rule = (value: number) => between(words, words.label, value)
  const orEmpty = (say?: (value: number) => string) => (value: number | null) =>
    value === null ? '' : say ? say(value) : String(value)
  if (words.required !== undefined) return makeField<number>(words, { ...kept, rule })
  return makeField<number | null>(words, {
    ...kept,
    value: kept.value.nullable(),
    empty: null,
    rule: (value) => (value === null ? null : rule(value)),
    format: orEmpty(kept.format ?? kept.write),
    write: orEmpty(kept.write),
  })
}

/** A number, whole or not; null when it may be left and was. */
export function number(words: NumberWords & Required): Field<number>
export function number(words: NumberWords): Field<number | null>
export function number(words: NumberWords): Field<number> | Field<number | null> {
  return numberField(words, {
    control: 'number',
    column: 'double precision',
    value: z.number(),
    read: (typed, { label }) =>
      /^-?\d+(\.\d+)?$/.test(typed)
        ? { value: Number(typed) }
        : { error: `${label} must be a number, like 90` },
  })
}

/** A whole number. */
export function whole(words: NumberWords & Required): Field<number>
export function whole(words: NumberWords): Field<number | null>
export function whole(words: NumberWords): Field<number> | Field<number | null> {
  return numberField(words, {
    control: 'number',
    column: 'integer',
    value: z.int(),
    read: (typed, { label }) =>
      /^-?\d{1,9}$/.test(typed)
        ? { value: Number(typed) }
        : { error: `${label} must be a whole number, like 3` },
  })
}

const poundsOf = (pence: number): string => (pence / 100).toFixed(2)

/** Money, typed in pounds and kept in whole pence. */
export function pence(words: NumberWords & Required): Field<number>
export function pence(words: NumberWords): Field<number | null>
export function pence(words: NumberWords): Field<number> | Field<number | null> {
  return numberField(words, {
    control: 'pounds',
    column: 'bigint',
    value: z.int().meta({ description: 'Whole pence' }),
    read: (typed, { label }) => {
      const plain = typed.replace(/^(-?)£/, '$1').replaceAll(',', '')
      return /^-?\d{1,8}(\.\d{1,2})?$/.test(plain)
        ? { value: Math.round(Number(plain) * 100) }
        : { error: `${label} must be an amount of pounds, like 1200 or 1200.50` }
    },
    write: poundsOf,
    format: (value) =>
      `${value < 0 ? '-' : ''}£${poundsOf(Math.abs(value)).replace(/\B(?=(\d{3})+\.)/g, ',')}`,
  })
}

/** A record that this one belongs to, by its id. Null when it may belong to none and does. */
export function parent(kind: () => ParentKind, words: FieldWords & Required): Field<string>
export function parent(kind: () => ParentKind, words: FieldWords): Field<string | null>
export function parent(kind: () => ParentKind, words: FieldWords): Field<string> | Field<string | null> {
  const kept = {
    control: 'line',
    column: 'text',
    parent: kind,
    read: (typed: string): Reading<string> => ({ value: typed }),
  } as const
  const asked = { ...words, hidden: true } as const
  return words.required === undefined
    ? makeField<string | null>(asked, { ...kept, value: z.string().nullable(), empty: null })
    : makeField<string>(asked, { ...kept, value: z.string() })
}
