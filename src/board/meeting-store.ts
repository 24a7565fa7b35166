import type { Pass } from '../access/index.ts'
import { isDay, type Day } from '../platform/day.ts'
import { NotFound, type Checked } from '../platform/errors.ts'
import { describeUnknown } from '../platform/nearest.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import type { Meeting } from './meeting.ts'
import type { BoardMeetingTable } from './tables.ts'

type Reader = Pass<'report:read' | 'report:draft' | 'report:issue'>

const toMeeting = (row: BoardMeetingTable): Meeting => ({
  id: row.id,
  heldOn: row.held_on,
  previousOn: row.previous_on,
  title: row.title,
})

/** Every meeting of the council's Board, the latest first. */
export async function listMeetings(records: Records, pass: Reader): Promise<Meeting[]> {
  const rows = await records
    .selectFrom('board_meeting')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .orderBy('held_on', 'desc')
    .execute()
  return rows.map(toMeeting)
}

/** A meeting by its day or its id; throws NotFound. */
export async function getMeeting(records: Records, pass: Reader, dayOrId: string): Promise<Meeting> {
  const row = await records
    .selectFrom('board_meeting')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .where(isDay(dayOrId) ? 'held_on' : 'id', '=', dayOrId)
    .executeTakeFirst()
  if (!row) throw new NotFound(await describeUnknownMeeting(records, pass, dayOrId))
  return toMeeting(row)
}

async function describeUnknownMeeting(records: Records, pass: Reader, dayOrId: string): Promise<string> {
  const days = (await listMeetings(records, pass)).map(({ heldOn }) => heldOn)
  return describeUnknown('meeting', dayOrId, days)
}

/** A Board has at most one meeting a day. */
export async function addMeeting(
  records: Records,
  pass: Pass<'report:draft'>,
  draft: { heldOn: Day; previousOn: Day | null; title: string },
): Promise<Checked<Meeting>> {
  const row = {
    id: newId('mtg'),
    council_id: pass.person.council,
    held_on: draft.heldOn,
    previous_on: draft.previousOn,
    title: draft.title,
  }
  const written = await records
    .insertInto('board_meeting')
    .values(row)
    .onConflict((conflict) => conflict.columns(['council_id', 'held_on']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return { ok: false, errors: { 'held-on-day': 'There is already a meeting on that day' } }
  return { ok: true, value: toMeeting(row) }
}
