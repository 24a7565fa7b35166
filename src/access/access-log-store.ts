import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Clock } from '../platform/day.ts'
import type { RecordTables, Records } from '../platform/records.ts'
import type { Selectable } from 'kysely'
import {
  GENESIS,
  hashOf,
  type AccessEntry,
  type ChainState,
  type AuditEvent,
  type ChildRead,
} from './access-log.ts'
import type { Pass } from './pass.ts'
import type { Person } from './person.ts'

/**
 * Logs that someone is about to be shown child-level rows. Await it before showing them: what cannot be logged is not
 * shown.
 */
export async function recordRead(
  records: Records,
  clock: Clock,
  person: Person,
  read: ChildRead,
): Promise<void> {
  await append(records, { council: person.council, person, event: read, clock })
}

/** Logs anything other than a read of rows: a sign-in, a change to an account. */
export async function recordAuditEvent(
  records: Records,
  clock: Clock,
  council: string,
  person: Person | null,
  what: Exclude<AuditEvent, ChildRead['what']>,
  subject: string,
  children: readonly string[] = [],
): Promise<void> {
  await append(records, { council, person, event: { what, subject, children, why: '' }, clock })
}

/** An entry that is to be written. */
interface NewEntry {
  council: string
  person: Person | null
  event: Omit<ChildRead, 'what'> & { what: AuditEvent }
  clock: Clock
}

interface WaitingEntry {
  entry: NewEntry
  done: PromiseWithResolvers<void>
}

/** What waits to be written, by store. */
const waiting = new WeakMap<Records, WaitingEntry[]>()

const MAX_TOGETHER = 100

/** Writing takes at most a third of the time of a busy server: so long, in milliseconds, is waited at most. */
const MAX_WAIT_MS = 20

/**
 * Answers once the entry is on the disk. What several people were shown in the same instant is written together: to reach
 * the disk takes longer than everything else, and nothing else is done meanwhile.
 */
async function append(records: Records, entry: NewEntry): Promise<void> {
  if (records.isTransaction) return await write(records, [entry])
  const done = Promise.withResolvers<void>()
  const queue = waiting.get(records)
  if (queue) queue.push({ entry, done })
  else {
    waiting.set(records, [{ entry, done }])
    void writeWaiting(records)
  }
  return await done.promise
}

async function writeWaiting(records: Records): Promise<void> {
  const queue = waiting.get(records)!
  while (queue.length > 0) {
    const restMs = (restedFrom.get(records) ?? 0) - performance.now()
    await (restMs > 0 ? setTimeout(restMs) : setImmediate())
    const began = performance.now()
    await writeTogether(records, queue.splice(0, MAX_TOGETHER))
    const ended = performance.now()
    restedFrom.set(records, ended + Math.min(2 * (ended - began), MAX_WAIT_MS))
  }
  waiting.delete(records)
}

/** When the next entries may be written at the earliest, by store. */
const restedFrom = new WeakMap<Records, number>()

/** All of them or, when that fails, each by itself, so that none fails for another. */
async function writeTogether(records: Records, together: readonly WaitingEntry[]): Promise<void> {
  const entries = together.map(({ entry }) => entry)
  try {
    await records.transaction().execute((transaction) => write(transaction, entries))
    for (const { done } of together) done.resolve()
  } catch (error) {
    if (together.length === 1) together[0]!.done.reject(error)
    else for (const single of together) await writeTogether(records, [single])
  }
}

async function write(transaction: Records, entries: readonly NewEntry[]): Promise<void> {
  for (const [council, ofCouncil] of Map.groupBy(entries, (entry) => entry.council))
    await writeLinks(transaction, council, ofCouncil)
}

async function writeLinks(
  transaction: Records,
  council: string,
  entries: readonly NewEntry[],
): Promise<void> {
  await transaction
    .insertInto('access_log_head')
    .values({ council_id: council, seq: 0, hash: GENESIS })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  // Taking the next numbers writes to the head first. On both databases that locks it until the commit, so links
  // written at the same moment wait for each other and no two follow the same one.
  const head = await transaction
    .updateTable('access_log_head')
    .set((eb) => ({ seq: eb('seq', '+', entries.length) }))
    .where('council_id', '=', council)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  let previousHash = head.hash
  const rows = entries.map(({ person, event, clock }, index) => {
    const { what, subject, why } = event
    const link = {
      seq: head.seq - entries.length + 1 + index,
      at: clock.now(),
      personId: person?.id ?? null,
      role: person?.role ?? null,
      what,
      subject,
      children: [...new Set(event.children)].sort(),
      why,
      previousHash,
    }
    previousHash = hashOf(council, link)
    return {
      council_id: council,
      seq: link.seq,
      at: link.at,
      person_id: link.personId,
      role: link.role,
      what,
      subject,
      children: JSON.stringify(link.children),
      child_count: link.children.length,
      why,
      previous_hash: link.previousHash,
      hash: previousHash,
    }
  })
  await transaction.insertInto('access_log').values(rows).execute()
  await transaction
    .updateTable('access_log_head')
    .set({ hash: previousHash })
    .where('council_id', '=', council)
    .execute()
}

const toEntry = (row: Selectable<RecordTables['access_log']>): AccessEntry => ({
  seq: row.seq,
  at: row.at,
  personId: row.person_id,
  role: row.role,
  what: row.what,
  subject: row.subject,
  children: JSON.parse(row.children) as string[],
  why: row.why,
  previousHash: row.previous_hash,
  hash: row.hash,
})

export const LOG_PAGE_ROWS = 50

/** One page of the log, newest first; page 1 is the first. */
export async function readAccessLog(
  records: Records,
  pass: Pass<'access-log:read'>,
  page: number,
): Promise<{ entries: AccessEntry[]; total: number }> {
  const ownEntries = records.selectFrom('access_log').where('council_id', '=', pass.person.council)
  const { total } = await ownEntries
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await ownEntries
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(LOG_PAGE_ROWS)
    .offset((page - 1) * LOG_PAGE_ROWS)
    .execute()
  return { entries: rows.map(toEntry), total }
}

/**
 * Every time the child's rows were shown to anyone, or refused because the record is restricted, newest first. The question
 * is logged too.
 */
export async function whoSaw(
  records: Records,
  clock: Clock,
  pass: Pass<'access-log:read'>,
  childId: string,
): Promise<AccessEntry[]> {
  const { person } = pass
  await recordAuditEvent(records, clock, person.council, person, 'who-saw', 'one child', [childId])
  const rows = await records
    .selectFrom('access_log')
    .selectAll()
    .where('council_id', '=', person.council)
    .where('what', 'in', ['cases', 'child', 'export', 'list', 'refused'])
    .where('child_count', '>', 0)
    .where('children', 'like', `%${JSON.stringify(childId)}%`)
    .orderBy('seq', 'desc')
    .execute()
  // `like` has wildcards and, on SQLite, ignores case, so the ids are compared exactly here.
  return rows.map(toEntry).filter((entry) => entry.children.includes(childId))
}

const BATCH = 500

/** Reads the whole chain of one council; names the first link that has been changed. */
export async function verifyAccessLog(records: Records, council: string): Promise<ChainState> {
  const head = await records
    .selectFrom('access_log_head')
    .selectAll()
    .where('council_id', '=', council)
    .executeTakeFirst()
  const last = head?.seq ?? 0
  let previousHash = GENESIS
  let seq = 0
  const broken = (why: string): ChainState => ({ ok: false, entries: last, seq, why })
  while (true) {
    const rows = await records
      .selectFrom('access_log')
      .selectAll()
      .where('council_id', '=', council)
      .where('seq', '>', seq)
      // Entries written during this check are left to the next one.
      .$if(head !== undefined, (query) => query.where('seq', '<=', last))
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    for (const row of rows) {
      seq += 1
      if (row.seq !== seq) return broken(`entry ${seq} is missing`)
      const entry = toEntry(row)
      if (entry.previousHash !== previousHash) return broken(`entry ${seq} does not follow the one before it`)
      if (hashOf(council, entry) !== entry.hash)
        return broken(`entry ${seq} was changed after it was written`)
      if (row.child_count !== entry.children.length) return broken(`entry ${seq} counts its children wrongly`)
      previousHash = entry.hash
    }
    if (rows.length < BATCH) break
  }
  if (seq < last) {
    seq += 1
    return broken(`entry ${seq} is missing: the log was cut short`)
  }
  if (head ? head.hash !== previousHash : seq > 0)
    return broken(`entry ${seq} is not the last that was written`)
  return { ok: true, entries: seq, head: previousHash }
}
