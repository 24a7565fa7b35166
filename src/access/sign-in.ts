import type { Clock, Instant } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { recordAuditEvent } from './access-log-store.ts'
import { MAX_PASSWORD_LENGTH, passwordMatches } from './password.ts'
import { toPerson } from './person-row.ts'
import { openSession } from './session-store.ts'
import { sha256 } from './session.ts'
import type { Person } from './person.ts'

/** After this many wrong tries in a row with one address, it is refused for `WAIT_MINUTES`. */
const MAX_TRIES = 5
const WAIT_MINUTES = 15

/** Sessions use the real clock; the log is dated by the council's, which a demonstration stops. */
export interface SignInClocks {
  council: Clock
  real: Clock
}

type NotMatched = { ok: false; message: string }
type SignInAnswer = { ok: true; person: Person; token: string } | NotMatched

/** The same for a wrong password, an unknown address and a closed account, so that it does not say which accounts exist. */
const WRONG: NotMatched = {
  ok: false,
  message: 'The email address and password do not match an account. Check both and try again',
}
const WAIT: NotMatched = {
  ok: false,
  message: `There have been too many tries with this email address. Wait ${WAIT_MINUTES} minutes and try again, or ask an administrator for a new password`,
}

export const asEmail = (typed: string): string => typed.trim().toLowerCase()
const addressHash = (email: string) => sha256(`address ${email}`)

/** Signs someone in by email address and password. Every try is written to the access log. */
export async function signIn(
  records: Records,
  clocks: SignInClocks,
  council: string,
  typed: { email: string; password: string },
): Promise<SignInAnswer> {
  const found = await matchAccount(records, clocks, council, typed)
  return found.ok ? signInAs(records, clocks, found.person) : found
}

/**
 * The person of an email address and password. A wrong try is written to the access log, and after too many in a row the
 * address is refused for some minutes.
 */
export async function matchAccount(
  records: Records,
  clocks: SignInClocks,
  council: string,
  typed: { email: string; password: string },
): Promise<{ ok: true; person: Person } | NotMatched> {
  const email = asEmail(typed.email)
  const row = await records
    .selectFrom('person')
    .selectAll()
    .where('council_id', '=', council)
    .where('email', '=', email)
    .executeTakeFirst()
  const refuse = async (why: string, answer: NotMatched) => {
    const subject = `${row ? `account ${row.id}` : 'no such account'}: ${why}`
    await recordAuditEvent(records, clocks.council, council, null, 'sign-in-refused', subject)
    return answer
  }

  // The try is counted before the password is checked, so that a hundred tries at once count as a hundred.
  const tries = await countTry(records, council, email, clocks.real.now())
  if (tries > MAX_TRIES) return refuse('too many tries', WAIT)
  const short = typed.password.length <= MAX_PASSWORD_LENGTH
  const matches = await passwordMatches(short ? typed.password : '', row?.password_hash ?? null)
  if (!row || !matches) return refuse('wrong password', WRONG)
  if (row.active !== 1) return refuse('account closed', WRONG)
  if (row.last_day !== null && row.last_day < clocks.council.today())
    return refuse('past the last day of the account', WRONG)

  await forgetTries(records, council, email)
  return { ok: true, person: toPerson(row) }
}

/** Opens a session for a person whose identity has been checked. */
export async function signInAs(
  records: Records,
  clocks: SignInClocks,
  person: Person,
): Promise<SignInAnswer & { ok: true }> {
  const token = await openSession(records, clocks.real, person)
  await recordAuditEvent(records, clocks.council, person.council, person, 'sign-in', `account ${person.id}`)
  return { ok: true, person, token }
}

/**
 * How many tries in a row something has had: an email address, or a secret address that is opened before sign-in. The count
 * starts again after `WAIT_MINUTES` without one, and tries above `most` do not put that off.
 */
export async function countTry(
  records: Records,
  council: string,
  of: string,
  now: Instant,
  most = MAX_TRIES,
): Promise<number> {
  const quiet = Temporal.Instant.from(now).subtract({ minutes: WAIT_MINUTES }).toString()
  await records.deleteFrom('sign_in_try').where('last_at', '<', quiet).execute()
  const { tries } = await records
    .insertInto('sign_in_try')
    .values({ council_id: council, address_hash: addressHash(of), tries: 1, last_at: now })
    .onConflict((conflict) =>
      conflict.columns(['council_id', 'address_hash']).doUpdateSet((eb) => ({
        tries: eb('sign_in_try.tries', '+', 1),
        // Tries during the wait do not lengthen it; otherwise anyone could keep anyone out.
        last_at: eb
          .case()
          .when('sign_in_try.tries', '<', most)
          .then(now)
          .else(eb.ref('sign_in_try.last_at'))
          .end(),
      })),
    )
    .returning('tries')
    .executeTakeFirstOrThrow()
  return tries
}

export async function forgetTries(records: Records, council: string, email: string): Promise<void> {
  await records
    .deleteFrom('sign_in_try')
    .where('council_id', '=', council)
    .where('address_hash', '=', addressHash(email))
    .execute()
}
