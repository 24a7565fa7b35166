import type { Pass } from '../access/index.ts'
import type { Instant } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import type { Journal } from './incoming.ts'

/** A load that was sealed, cut off or thrown away, or a change of which load is in use. */
export interface RegisteredLoad {
  id: string
  state: 'sealed' | 'unfinished' | 'put-in-use' | 'thrown-away'
  begunAt: Instant
  endedAt: Instant
  loadedBy: string
  files: string[]
  snapshot: string | null
  sentence: string
  /** Of a load that was cut off: who said that they have seen it; null until then. */
  seenBy: string | null
}

/** The council's loads, latest first. */
export async function registeredLoads(records: Records, pass: Pass<'load:read'>): Promise<RegisteredLoad[]> {
  const rows = await records
    .selectFrom('load_register')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .orderBy('ended_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    begunAt: row.begun_at,
    endedAt: row.ended_at,
    loadedBy: row.loaded_by_name,
    files: JSON.parse(row.files) as string[],
    snapshot: row.snapshot_id,
    sentence: row.sentence,
    seenBy: row.seen_by_name,
  }))
}

/** Loads that were cut off, and nobody has said that they have seen it; the latest first. */
export const unseenLoads = (
  records: Records,
  council: string,
): Promise<Pick<RegisteredLoad, 'id' | 'sentence'>[]> =>
  records
    .selectFrom('load_register')
    .select(['id', 'sentence'])
    .where('council_id', '=', council)
    .where('state', '=', 'unfinished')
    .where('seen_at', 'is', null)
    .orderBy('ended_at', 'desc')
    .execute()

/** Says of a load that was cut off, or of all of them, that somebody has seen it. Answers how many that concerned. */
export async function markSeen(
  records: Records,
  { person }: Pass<'load:write'>,
  at: Instant,
  id?: string,
): Promise<number> {
  const { numUpdatedRows } = await records
    .updateTable('load_register')
    .set({ seen_at: at, seen_by_name: person.name })
    .where('council_id', '=', person.council)
    .where('state', '=', 'unfinished')
    .where('seen_at', 'is', null)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Null when the council has no such load in its register. */
export const registeredLoad = async (
  records: Records,
  pass: Pass<'load:read'>,
  id: string,
): Promise<RegisteredLoad | null> =>
  (await registeredLoads(records, pass)).find((load) => load.id === id) ?? null

export async function isRegistered(records: Records, loadId: string): Promise<boolean> {
  return (
    (await records.selectFrom('load_register').select('id').where('id', '=', loadId).executeTakeFirst()) !==
    undefined
  )
}

/** Records once that a load ended without being sealed: two processes may find the same leftovers. */
export async function registerUnsealed(
  records: Records,
  journal: Journal,
  { state, endedAt, sentence }: { state: 'unfinished' | 'thrown-away'; endedAt: Instant; sentence: string },
): Promise<void> {
  await records
    .insertInto('load_register')
    .values({
      id: journal.loadId,
      council_id: journal.council,
      state,
      begun_at: journal.begunAt,
      ended_at: endedAt,
      loaded_by: journal.person.id,
      loaded_by_name: journal.person.name,
      files: JSON.stringify(journal.files),
      snapshot_id: null,
      sentence,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}
