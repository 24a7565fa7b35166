import type { Clock, Day } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { assigned } from './assignment-store.ts'
import { isExpired, isWorthNoting, newToken, sha256 } from './session.ts'
import { toPerson } from './person-row.ts'
import type { Person } from './person.ts'

/** Opens a session for someone who has just signed in; returns the token for their cookie. */
export async function openSession(records: Records, clock: Clock, person: Person): Promise<string> {
  const token = newToken()
  const now = clock.now()
  const dayAgo = Temporal.Instant.from(now).subtract({ hours: 24 }).toString()
  await records.deleteFrom('session').where('created_at', '<', dayAgo).execute()
  await records
    .insertInto('session')
    .values({
      id: sha256(token),
      council_id: person.council,
      person_id: person.id,
      created_at: now,
      last_used_at: now,
    })
    .execute()
  return token
}

/**
 * The person of the token's session, as stored now, with the children who are given to them today; null when it is unknown or
 * expired, or the account is closed or past its last day. `today` is the council's.
 */
export async function sessionPerson(
  records: Records,
  clock: Clock,
  council: string,
  token: string,
  today: Day = clock.today(),
): Promise<Person | null> {
  const id = sha256(token)
  const row = await records
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .selectAll('person')
    .select(['session.created_at as opened_at', 'session.last_used_at'])
    .where('session.id', '=', id)
    .where('session.council_id', '=', council)
    .where('person.council_id', '=', council)
    .where('person.active', '=', 1)
    .executeTakeFirst()
  if (!row || (row.last_day !== null && row.last_day < today)) return null
  const now = clock.now()
  if (isExpired({ createdAt: row.opened_at, lastUsedAt: row.last_used_at }, now)) {
    await closeSession(records, token)
    return null
  }
  if (isWorthNoting(row.last_used_at, now)) {
    await records.updateTable('session').set({ last_used_at: now }).where('id', '=', id).execute()
  }
  const [person] = await assigned(records, council, [toPerson(row)], today)
  return person!
}

export async function closeSession(records: Records, token: string): Promise<void> {
  await records.deleteFrom('session').where('id', '=', sha256(token)).execute()
}

/** Signs someone out everywhere, but for the session of `keepToken`: after a new password, or when their account is closed. */
export async function closeSessionsOf(records: Records, personId: string, keepToken?: string): Promise<void> {
  await records
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .$if(keepToken !== undefined, (query) => query.where('id', '!=', sha256(keepToken!)))
    .execute()
}
