import { z } from 'zod'
import type { Pass, Permission } from '../access/index.ts'
import type { Clock, Instant } from '../platform/day.ts'
import { NotFound, Refused, Stale } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import {
  columnOf,
  storedValues,
  type Fields,
  type FieldWords,
  type StoredValue,
  type Values,
} from './field.ts'
import { appendHistory, differences, instantText, type Difference } from './history.ts'
import type { RecordKind, RecordOf } from './record.ts'
import { tablesOf } from './record-tables.ts'

/** One open change: the transaction, who makes it and when. Everything inside uses `records` alone. */
export interface RecordTransaction<Held extends Permission = Permission> {
  records: Records
  pass: Pass<Held>
  at: Instant
}

type Kind<Shape extends Fields, Read extends Permission, Write extends Permission> = RecordKind<
  string,
  Shape,
  Read,
  Write
>
type ReadPass<Read extends Permission, Write extends Permission> = Pass<NoInfer<Read | Write>>

/**
 * Runs `work` as one change: all of it is kept, or nothing. Changes of one council's records of `kind` wait for
 * each other: a room whose records lean on each other names one kind for them all.
 */
export function recordTransaction<Held extends Permission, Answer>(
  records: Records,
  pass: Pass<Held>,
  clock: Clock,
  kind: Pick<RecordKind, 'table'>,
  work: (open: RecordTransaction<Held>) => Promise<Answer>,
): Promise<Answer> {
  const run = async (inside: Records) => {
    // A write before the first read: a SQLite transaction that reads first may find itself overtaken.
    await tablesOf(inside)
      .updateTable(kind.table)
      .set((eb) => ({ version: eb.ref('version') }))
      .where('councilId', '=', pass.person.council)
      .execute()
    return work({ records: inside, pass, at: instantText(clock.now()) })
  }
  return records.isTransaction ? run(records) : records.transaction().execute(run)
}

/** A record that was withdrawn: when and why. */
export interface Withdrawal {
  at: Instant
  reason: string
}

const withdrawalSchema = z.object({
  withdrawnAt: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
})

function withdrawalIn(kind: Pick<RecordKind, 'withdrawable'>, row: object): Withdrawal | null {
  if (!kind.withdrawable) return null
  const { withdrawnAt, withdrawnReason } = withdrawalSchema.parse(row)
  return withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason ?? '' }
}

const rowsOf = (records: Records, pass: Pass, kind: Pick<RecordKind, 'table'>) =>
  tablesOf(records).selectFrom(kind.table).selectAll().where('councilId', '=', pass.person.council)

/** Every record of a kind that the council has and that was not withdrawn, in no particular order. */
export async function listRecords<Shape extends Fields, Read extends Permission, Write extends Permission>(
  records: Records,
  pass: ReadPass<Read, Write>,
  kind: Kind<Shape, Read, Write>,
): Promise<RecordOf<Shape>[]> {
  const rows = rowsOf(records, pass, kind)
  const found = await (kind.withdrawable ? rows.where('withdrawnAt', 'is', null) : rows).execute()
  return found.map((row) => kind.row.parse(row))
}

/** Those that were withdrawn, which stay readable; none of a kind that is not. */
export async function listWithdrawn<Shape extends Fields, Read extends Permission, Write extends Permission>(
  records: Records,
  pass: ReadPass<Read, Write>,
  kind: Kind<Shape, Read, Write>,
): Promise<{ record: RecordOf<Shape>; withdrawal: Withdrawal }[]> {
  if (!kind.withdrawable) return []
  const rows = await rowsOf(records, pass, kind).where('withdrawnAt', 'is not', null).execute()
  return rows.flatMap((row) => {
    const withdrawal = withdrawalIn(kind, row)
    return withdrawal ? [{ record: kind.row.parse(row), withdrawal }] : []
  })
}

/** A record, withdrawn or not. Throws NotFound for an id that is not there, or is another council's. */
export async function findRecord<Shape extends Fields, Read extends Permission, Write extends Permission>(
  records: Records,
  pass: ReadPass<Read, Write>,
  kind: Kind<Shape, Read, Write>,
  id: string,
): Promise<{ record: RecordOf<Shape>; withdrawal: Withdrawal | null }> {
  const row = await rowsOf(records, pass, kind).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound(`There is no ${kind.words.one} ${id}`)
  return { record: kind.row.parse(row), withdrawal: withdrawalIn(kind, row) }
}

/** Throws NotFound for an id that is not there, or is another council's. */
export const getRecord = async <Shape extends Fields, Read extends Permission, Write extends Permission>(
  records: Records,
  pass: ReadPass<Read, Write>,
  kind: Kind<Shape, Read, Write>,
  id: string,
): Promise<RecordOf<Shape>> => (await findRecord(records, pass, kind, id)).record

/** Adds a record and answers its id. `history` false leaves the first line of its history to a file that brings its own. */
export async function addRecord<Shape extends Fields, Read extends Permission, Write extends Permission>(
  open: RecordTransaction<NoInfer<Write>>,
  kind: Kind<Shape, Read, Write>,
  draft: Values<NoInfer<Shape>>,
  history = true,
): Promise<string> {
  const { records, pass } = open
  const id = newId(kind.idPrefix)
  const values = kind.draft.parse(draft)
  const row = { ...storedValues(values), id, councilId: pass.person.council, version: 1 }
  await tablesOf(records).insertInto(kind.table).values(row).execute()
  if (history) {
    const created = { field: 'created', was: '', now: kind.nameOf(values) }
    await remember(open, kind, id, kind.aboutOf(id, values), [created], () => '')
  }
  return id
}

/**
 * Changes what differs and keeps each field in the history. `version` is the version that the person was looking at:
 * throws Stale when somebody has changed it since. Null takes it as it is, inside a change that has already read it.
 * Throws Refused when a field moves that never does, or moves without the reason that it asks for.
 */
export async function changeRecord<Shape extends Fields, Read extends Permission, Write extends Permission>(
  open: RecordTransaction<NoInfer<Write>>,
  kind: Kind<Shape, Read, Write>,
  id: string,
  version: number | null,
  change: Partial<Values<NoInfer<Shape>>>,
  reason = '',
): Promise<Difference[]> {
  const { records, pass } = open
  const { record, withdrawal } = await findRecord(records, pass, kind, id)
  if (withdrawal) throw new Refused(`This ${kind.words.one} was withdrawn: it stays as it was`)
  if (version !== null && record.version !== version) throw new Stale('Somebody else changed this first')

  const next = storedValues(kind.change.parse(change))
  const changed = differences(storedValues(record), next)
  if (changed.length === 0) return []
  for (const { why } of refusals(kind, changed, reason)) throw new Refused(why)
  await update(open, kind, id, record.version, next)

  // Where a reason was asked for some of them it is theirs; otherwise it speaks for everything that changed.
  const takesReason = (column: string) => wordsOf(kind, column)?.takesReason === true
  const asked = changed.some(({ field }) => takesReason(field))
  const about = kind.aboutOf(id, { ...record, ...change })
  await remember(open, kind, id, about, changed, (field) => (asked && !takesReason(field) ? '' : reason))
  return changed
}

const wordsOf = (kind: Pick<RecordKind, 'fields'>, column: string): FieldWords | undefined =>
  Object.entries(kind.fields).find(([property]) => columnOf(property) === column)?.[1].words

/** Fields that never move, and those that do not move without the reason that they ask for. */
export const refusals = (
  kind: Pick<RecordKind, 'fields'>,
  changed: readonly Difference[],
  reason: string,
): { why: string; forReason: boolean }[] =>
  changed.flatMap(({ field, was }): { why: string; forReason: boolean }[] => {
    const words = wordsOf(kind, field)
    if (words?.fixed) return [{ why: words.fixed(was), forReason: false }]
    return words?.reasonToChange !== undefined && reason.trim() === ''
      ? [{ why: words.reasonToChange, forReason: true }]
      : []
  })

/** Takes a record out of use, with a reason; it stays readable with its history. Throws Stale as `changeRecord` does. */
export async function withdrawRecord<Shape extends Fields, Read extends Permission, Write extends Permission>(
  open: RecordTransaction<NoInfer<Write>>,
  kind: Kind<Shape, Read, Write>,
  id: string,
  version: number,
  reason: string,
): Promise<void> {
  const { records, pass, at } = open
  const { record, withdrawal } = await findRecord(records, pass, kind, id)
  if (!kind.withdrawable) throw new Refused(`${kind.words.a} is not withdrawn`)
  if (withdrawal) throw new Refused(`This ${kind.words.one} was withdrawn already`)
  if (record.version !== version) throw new Stale('Somebody else changed this first')
  if (reason.trim() === '') throw new Refused(`Say why this ${kind.words.one} is withdrawn`)
  await update(open, kind, id, version, { withdrawnAt: at, withdrawnReason: reason })
  const withdrawn = { field: 'withdrawn', was: '', now: kind.nameOf(record) }
  await remember(open, kind, id, kind.aboutOf(id, record), [withdrawn], () => reason)
}

async function update(
  { records, pass }: RecordTransaction,
  kind: Pick<RecordKind, 'table'>,
  id: string,
  version: number,
  values: Readonly<Record<string, StoredValue>>,
): Promise<void> {
  const { numUpdatedRows } = await tablesOf(records)
    .updateTable(kind.table)
    .set({ ...values, version: version + 1 })
    .where('councilId', '=', pass.person.council)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Stale('Somebody else changed this first')
}

const remember = (
  { records, pass, at }: RecordTransaction,
  kind: Pick<RecordKind, 'name' | 'history'>,
  subjectId: string,
  aboutId: string,
  changes: readonly Difference[],
  reasonFor: (field: string) => string,
): Promise<void> =>
  appendHistory(
    records,
    pass,
    kind.history.table,
    changes.map((change) => ({
      ...change,
      subject: kind.name,
      subjectId,
      aboutId,
      reason: reasonFor(change.field),
      byName: pass.person.name,
      at,
    })),
  )
