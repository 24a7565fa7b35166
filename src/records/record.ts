import { z } from 'zod'
import type { Permission } from '../access/index.ts'
import type { Day, Instant } from '../platform/day.ts'
import { columnOf, objectOf, storedText, valueSchemas, type Fields, type Values } from './field.ts'

/** The names of a kind of record inside a sentence. */
interface RecordWords {
  /** "visit" */
  one: string
  /** "visits" */
  many: string
  /** "a visit"; made from `one` when left out. */
  a?: string
  /** What its page of all of them is called; made from `many` when left out. */
  title?: string
}

export interface CheckContext {
  today: Day
  now: Instant
}

/** What other rooms may know of a record. */
export type RecordOf<Shape extends Fields> = { id: string } & Values<Shape> & { version: number }

/** What can be wrong with a record, by property. */
export type Faults<Shape extends Fields> = Partial<Record<keyof Shape, string>>

/** One kind of record, declared once: its table, forms, pages, files and API all come from here. */
export interface RecordKind<
  Name extends string = string,
  Shape extends Fields = Fields,
  Read extends Permission = Permission,
  Write extends Permission = Permission,
> {
  readonly name: Name
  readonly table: string
  readonly idPrefix: string
  readonly words: Required<RecordWords>
  readonly permissions: { readonly read: Read; readonly write: Write }
  /** All of its fields by property, parents' ids first. */
  readonly fields: Shape
  /** A row of its table, with nothing but what a record has. */
  readonly row: z.ZodType<RecordOf<Shape>>
  /** What is written of it: every field that the program knows, each checked. */
  readonly draft: z.ZodType<Values<Shape>>
  readonly change: z.ZodType<Partial<Values<Shape>>>
  readonly history: { readonly table: string }
  /** A record is withdrawn with a reason and stays readable. */
  readonly withdrawable: boolean
  /** The columns of a list of them, by property. */
  readonly listed: readonly string[]
  /** What it is called in a list and in its history. */
  nameOf(values: Values<Shape>): string
  /** The record whose page shows its history: its own, or a parent's. */
  aboutOf(id: string, values: Values<Shape>): string
  /** The order of a list. */
  compare(left: RecordOf<Shape>, right: RecordOf<Shape>): number
  /** What a new one holds of the fields that no form asks for. */
  start(context: CheckContext & { by: string }): Partial<Values<Shape>>
  /** What the fields together get wrong; `others` are the records of the kind that are in use, without this one. */
  check(values: Values<Shape>, context: CheckContext, others?: readonly RecordOf<Shape>[]): Faults<Shape>
}

interface RecordDeclaration<
  Name extends string,
  Own extends Fields,
  Parents extends Fields,
  Read extends Permission,
  Write extends Permission,
> {
  /** Of its table and its history, in the singular: `councillor_visit`. */
  name: Name
  /** Where the table has another name. */
  table?: string
  /** Three letters that begin its ids: `vis`. */
  idPrefix: string
  words: RecordWords
  permissions: { read: Read; write: Write }
  fields: Own
  parents?: Parents
  /** The field that names it, or words made of several. */
  named: keyof Own | ((values: Values<Own & Parents>) => string)
  /** The record whose page shows its history, where that is a parent's. */
  about?: (values: Values<Own & Parents>) => string | null
  /** Where its history was kept before there was one table for all. */
  historyTable?: string
  /** False where something else takes the place of withdrawal. */
  withdrawable?: boolean
  /** The fields that a list shows next to the name; all but long text when left out. */
  listed?: readonly (keyof Own & string)[]
  /** The order of a list; by name when left out. */
  order?: (left: RecordOf<Own & Parents>, right: RecordOf<Own & Parents>) => number
  /** What a new one holds of the fields that are hidden. */
  start?: (context: CheckContext & { by: string }) => Partial<Values<Own & Parents>>
  /**
   * What the fields together get wrong, by property, in words that say how to put it right. `others` are the records of the
   * kind that are in use, without this one.
   */
  check?: (
    values: Values<Own & Parents>,
    context: CheckContext,
    others: readonly RecordOf<Own & Parents>[],
  ) => Faults<Own & Parents>
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** A field that Kysely's plugin names the same in both directions. */
const PROPERTY = /^[a-z]+(?:[A-Z][a-z]+)*$/

/** The columns of every table of records besides its fields; no field may have one of these names. */
const OWN_COLUMNS = ['id', 'council_id', 'version'] as const
const WITHDRAWAL_COLUMNS = ['withdrawn_at', 'withdrawn_reason'] as const

/** Declares a kind of record. `docs/house.md` shows one from its table to its pages. */
export function defineRecord<
  const Name extends string,
  Own extends Fields,
  Read extends Permission,
  Write extends Permission,
  // Without parents a kind has its own fields and no more.
  Parents extends Fields = Own,
>(
  declared: RecordDeclaration<Name, Own, Parents, Read, Write>,
): RecordKind<Name, Parents & Own, Read, Write> {
  const { name, words, permissions, idPrefix, table = name, historyTable = 'record_history' } = declared
  const fields = { ...declared.parents, ...declared.fields } as Parents & Own
  for (const property of Object.keys(fields)) {
    if (!PROPERTY.test(property)) throw new Error(`Name the field ${property} of ${name} in whole words`)
    const column: string = columnOf(property)
    if ([...OWN_COLUMNS, ...WITHDRAWAL_COLUMNS].some((own) => own === column))
      throw new Error(`Every record has ${property} already: take it out of ${name}`)
  }
  const schemas = valueSchemas(fields)
  const change = objectOf<Partial<Values<Parents & Own>>>(
    Object.fromEntries(Object.entries(schemas).map(([property, schema]) => [property, schema.optional()])),
  )
  const hidden = Object.entries(fields).filter(([, field]) => field.words.hidden)
  const empty = change.parse(Object.fromEntries(hidden.map(([property, field]) => [property, field.empty])))
  const title = words.many.charAt(0).toUpperCase() + words.many.slice(1)
  const a = `${/^[aeiou]/.test(words.one) ? 'an' : 'a'} ${words.one}`
  const { named, about, order } = declared
  const nameOf = (values: Values<Parents & Own>) =>
    typeof named === 'function' ? named(values) : storedText(values[named])
  const listed = Object.entries(fields)
    .filter(
      ([property, { words, control }]) => !words.hidden && control !== 'paragraph' && property !== named,
    )
    .map(([property]) => property)
  return {
    name,
    table,
    idPrefix,
    words: { a, title, ...words },
    permissions,
    fields,
    row: objectOf({ id: z.string(), ...schemas, version: z.int() }),
    draft: objectOf(schemas),
    change,
    history: { table: historyTable },
    withdrawable: declared.withdrawable ?? true,
    listed: declared.listed ?? listed,
    nameOf,
    compare: (left, right) => order?.(left, right) ?? compareText(nameOf(left), nameOf(right)),
    start: (context) => ({ ...empty, ...declared.start?.(context) }),
    aboutOf: (id, values) => about?.(values) ?? id,
    check: (values, context, others = []) => declared.check?.(values, context, others) ?? {},
  }
}
