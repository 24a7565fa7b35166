import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { allow, type Pass } from '../../access/index.ts'
import type { Clock, Instant } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import {
  addRecord,
  instantText,
  listRecords,
  recordTransaction,
  tablesOf,
  withdrawRecord,
  type RecordTransaction,
} from '../../records/index.ts'
import { ownCalendar } from './permissions.ts'
import { calendarAddress, type CalendarAddress } from './calendar-address.ts'
import { uidOf, type CalendarEntry, type NumberedEntry } from './calendar-entry.ts'
import { MEETING_KINDS } from './meeting.ts'
import './tables.ts'

type Own = Pass<typeof ownCalendar>

const hashOf = (secret: string): string => createHash('sha256').update(`calendar ${secret}`).digest('hex')

/** A person's own address; null while there is none. */
export async function ownAddress(records: Records, pass: Own): Promise<CalendarAddress | null> {
  const all = await listRecords(records, pass, calendarAddress)
  return all.find(({ personId }) => personId === pass.person.id) ?? null
}

const REVOKED = 'Revoked by the person whose it was'

async function revokeIn(open: RecordTransaction<typeof ownCalendar>): Promise<void> {
  const before = await ownAddress(open.records, allow(open.pass.person, ownCalendar))
  if (before) await withdrawRecord(open, calendarAddress, before.id, before.version, REVOKED)
}

/** Makes a new address in place of the one before, and answers its secret, which is not kept: 256 bits drawn at random. */
export const makeAddress = (records: Records, pass: Own, clock: Clock): Promise<string> =>
  recordTransaction(records, pass, clock, calendarAddress, async (open) => {
    await revokeIn(open)
    const secret = randomBytes(32).toString('base64url')
    const draft = { personId: pass.person.id, secretHash: hashOf(secret), madeAt: open.at }
    await addRecord(open, calendarAddress, draft)
    return secret
  })

/** Revokes a person's own address. Does nothing where there is none. */
export const revokeAddress = (records: Records, pass: Own, clock: Clock): Promise<void> =>
  recordTransaction(records, pass, clock, calendarAddress, revokeIn)

/** The address of a secret, before anyone has signed in; null where there never was one. */
export async function addressOfSecret(
  records: Records,
  council: string,
  secret: string,
): Promise<{ address: CalendarAddress; isRevoked: boolean } | null> {
  const row = await tablesOf(records)
    .selectFrom(calendarAddress.table)
    .selectAll()
    .where('councilId', '=', council)
    .where('secretHash', '=', hashOf(secret))
    .executeTakeFirst()
  if (!row) return null
  const { withdrawnAt } = z.object({ withdrawnAt: z.string().nullable() }).parse(row)
  return { address: calendarAddress.row.parse(row), isRevoked: withdrawnAt !== null }
}

const storedEntry = z.object({
  ref: z.string(),
  kind: z.enum(Object.keys(MEETING_KINDS) as [keyof typeof MEETING_KINDS]),
  on: z.templateLiteral([z.number(), '-', z.number(), '-', z.number()]),
  startsAt: z.string().nullable(),
})

export interface CalendarChange {
  address: CalendarAddress
  current: readonly CalendarEntry[]
  /** Entries of an earlier day are forgotten. */
  from: string
  /** Whether a meeting that is in the calendar and no longer known was cancelled. */
  isCancelled: (entry: CalendarEntry) => boolean
}

/**
 * What a calendar is told now: every current entry, and those cancelled, each with a number that goes up when anything about
 * it has changed since it was last told. Two readers at once are told the same.
 */
export const numberEntries = (
  records: Records,
  pass: Own,
  clock: Clock,
  { address, current, from, isCancelled }: CalendarChange,
): Promise<NumberedEntry[]> =>
  recordTransaction(records, pass, clock, calendarAddress, async ({ records: inside }) => {
    const council = pass.person.council
    const now = instantText(clock.now())
    const stored = await entriesIn(inside, address.id)
    const before = new Map(stored.map((entry) => [entry.uid, entry]))
    const wanted = new Map(current.map((entry) => [uidOf(council, entry), entry]))
    for (const [uid, entry] of wanted) {
      const known = before.get(uid)
      if (known && !known.isCancelled && textOf(known) === textOf(entry)) continue
      await keep(inside, address.id, { ...entry, uid, ...next(known, now), isCancelled: false })
    }
    for (const known of stored) {
      if (wanted.has(known.uid)) continue
      if (known.on < from) await forget(inside, address.id, known.uid)
      else if (!known.isCancelled && isCancelled(known))
        await keep(inside, address.id, { ...known, ...next(known, now), isCancelled: true })
    }
    return await entriesIn(inside, address.id)
  })

const next = (known: NumberedEntry | undefined, changedAt: Instant) => ({
  sequence: known ? known.sequence + 1 : 0,
  changedAt,
})

const textOf = ({ ref, kind, on, startsAt }: CalendarEntry): string =>
  JSON.stringify({ ref, kind, on, startsAt })

async function entriesIn(records: Records, addressId: string): Promise<NumberedEntry[]> {
  const rows = await records
    .selectFrom('calendar_entry')
    .selectAll()
    .where('address_id', '=', addressId)
    .orderBy('uid')
    .execute()
  return rows.map((row) => ({
    ...storedEntry.parse(JSON.parse(row.entry)),
    uid: row.uid,
    sequence: row.sequence,
    changedAt: row.changed_at,
    isCancelled: row.cancelled === 1,
  }))
}

async function keep(records: Records, addressId: string, entry: NumberedEntry): Promise<void> {
  const values = {
    sequence: entry.sequence,
    entry: textOf(entry),
    changed_at: entry.changedAt,
    cancelled: entry.isCancelled ? 1 : 0,
  }
  await records
    .insertInto('calendar_entry')
    .values({ address_id: addressId, uid: entry.uid, ...values })
    .onConflict((conflict) => conflict.columns(['address_id', 'uid']).doUpdateSet(values))
    .execute()
}

async function forget(records: Records, addressId: string, uid: string): Promise<void> {
  await records
    .deleteFrom('calendar_entry')
    .where('address_id', '=', addressId)
    .where('uid', '=', uid)
    .execute()
}
