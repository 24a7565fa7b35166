import { z } from 'zod'
import type { Pass, Permission } from '../access/index.ts'
import type { Instant } from '../platform/day.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { columnOf, storedText, type Field, type Fields, type StoredValue } from './field.ts'
import type { RecordKind } from './record.ts'
import { tablesOf } from './record-tables.ts'

/** One field of one record, changed. Kept for ever. */
export interface Change<Subject extends string = string> {
  id: string
  /** The kind of record. */
  subject: Subject
  subjectId: string
  /** The record whose page shows it: its own, or a parent's. */
  aboutId: string
  /** The column, `created` or `withdrawn`. */
  field: string
  /** As text; empty for none. */
  was: string
  now: string
  reason: string
  byName: string
  at: Instant
}

export interface Difference {
  field: string
  was: string
  now: string
}

/** The fields of `next` whose value is not that of `current`, by column, in the order of `next`. */
export function differences(
  current: Readonly<Record<string, StoredValue>>,
  next: Readonly<Record<string, StoredValue | undefined>>,
): Difference[] {
  return Object.entries(next)
    .filter(([, value]) => value !== undefined)
    .map(([property, value]) => ({
      field: columnOf(property),
      was: storedText(current[property]),
      now: storedText(value),
    }))
    .filter(({ was, now }) => was !== now)
}

/** Oldest first; within one instant by content, so that an export is the same wherever it is made. */
export function compareChanges(left: Change, right: Change): number {
  const key = (change: Change) =>
    [change.at, change.field === 'created' ? '' : change.field, change.was, change.now].join('\u0000')
  return key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0
}

/** An instant in one spelling, to the millisecond, so that instants sort as text. A bare day is taken as its noon. */
export const instantText = (at: string): Instant =>
  Temporal.Instant.from(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00Z` : at).toString({
    smallestUnit: 'millisecond',
  })

/** A change before it is kept: the store gives it its id. */
export type NewChange = Omit<Change, 'id'>

/** PostgreSQL takes 65,535 values in one statement, SQLite 32,766. */
const ROWS_IN_ONE_STATEMENT = 500

/** Appends: history is never changed. `pass` is the person who writes it; a line brought from a file may name another. */
export async function appendHistory(
  records: Records,
  pass: Pass,
  table: string,
  changes: readonly NewChange[],
): Promise<void> {
  const rows = changes.map((change) => ({
    ...change,
    id: newId('chg'),
    councilId: pass.person.council,
    recordedBy: pass.person.id,
  }))
  for (let start = 0; start < rows.length; start += ROWS_IN_ONE_STATEMENT) {
    await tablesOf(records)
      .insertInto(table)
      .values(rows.slice(start, start + ROWS_IN_ONE_STATEMENT))
      .execute()
  }
}

/**
 * Every change of the council's records of these kinds, in no particular order; of those whose history `aboutId`
 * tells, when it is given. The kinds keep one history between them.
 */
export async function historyOf<Name extends string, Read extends Permission, Write extends Permission>(
  records: Records,
  pass: Pass<NoInfer<Read | Write>>,
  kinds: readonly [RecordKind<Name, Fields, Read, Write>, ...RecordKind<Name, Fields, Read, Write>[]],
  aboutId?: string,
): Promise<Change<Name>[]> {
  const names = kinds.map(({ name }) => name)
  let query = tablesOf(records)
    .selectFrom(kinds[0].history.table)
    .selectAll()
    .where('councilId', '=', pass.person.council)
    .where('subject', 'in', names)
  if (aboutId !== undefined) query = query.where('aboutId', '=', aboutId)
  const rows = await query.execute()
  const schema = changeSchema(names)
  return rows.map((row) => schema.parse(row))
}

const changeSchema = <Name extends string>(names: readonly Name[]) =>
  z.object({
    id: z.string(),
    subject: z.enum(names),
    subjectId: z.string(),
    aboutId: z.string(),
    field: z.string(),
    was: z.string(),
    now: z.string(),
    reason: z.string(),
    byName: z.string(),
    at: z.string(),
  })

/** A value out of the history as people read it. */
function formatStored(field: Field, stored: string): string {
  if (stored === '') return ''
  const read = field.value.safeParse(field.column === 'text' ? stored : Number(stored))
  return read.success ? field.format(read.data) : stored
}

/** "Due day: 31 March 2015; it was 27 February 2015" */
export function describeFieldChange(fields: Fields, { field: column, was, now }: Difference): string {
  const [, field] = Object.entries(fields).find(([property]) => columnOf(property) === column) ?? []
  const label = field ? (field.words.historyLabel ?? field.words.label) : column
  const [before, after] = field ? [formatStored(field, was), formatStored(field, now)] : [was, now]
  if (field?.words.changed && before !== '' && after !== '') return field.words.changed(before, after)
  if (was === '') return `${label}: ${after}`
  if (now === '') return `${label} taken out; it was ${before}`
  return `${label}: ${after}; it was ${before}`
}

/** What a change did to a record, in words. */
export function describeChange(
  { words, fields }: Pick<RecordKind, 'words' | 'fields'>,
  change: Change,
): string {
  const kind = words.one.charAt(0).toUpperCase() + words.one.slice(1)
  if (change.field === 'created') return `${kind} added: ${change.now}`
  if (change.field === 'withdrawn') return `${kind} withdrawn`
  return describeFieldChange(fields, change)
}
