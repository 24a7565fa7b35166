import { formatDay, type Clock, type Day } from '../platform/day.ts'
import { NotFound, Refused, Stale, type Checked } from '../platform/errors.ts'
import { newId } from '../platform/id.ts'
import type { Records } from '../platform/records.ts'
import { recordAuditEvent } from './access-log-store.ts'
import type { Council } from './council.ts'
import type { Pass } from './pass.ts'
import { checkPassword, describeScope, type PersonDraft } from './person-draft.ts'
import { toAccount, toPerson, type Account } from './person-row.ts'
import type { Person } from './person.ts'
import { hashPassword } from './password.ts'
import { ROLES } from './role.ts'
import { closeSessionsOf } from './session-store.ts'
import { forgetTries, matchAccount, type SignInClocks } from './sign-in.ts'

type Writer = Pass<'people:write'>

/** Open accounts first, then by role and name. */
export async function listPeople(records: Records, pass: Pass<'people:read'>): Promise<Account[]> {
  const rows = await records
    .selectFrom('person')
    .selectAll()
    .where('council_id', '=', pass.person.council)
    .orderBy('name')
    .orderBy('email')
    .execute()
  return inRoleOrder(rows.map(toAccount)).toSorted((a, b) => Number(b.active) - Number(a.active))
}

/** By role, in the order of `ROLES`; a stable sort. */
function inRoleOrder(accounts: readonly Account[]): Account[] {
  const order = Object.keys(ROLES)
  return accounts.toSorted((a, b) => order.indexOf(a.person.role) - order.indexOf(b.person.role))
}

/** One account; throws NotFound when the council has none of that id. */
export const accountById = (records: Records, pass: Pass<'people:read'>, id: string): Promise<Account> =>
  accountOf(records, pass.person.council, id)

async function accountOf(records: Records, council: string, id: string): Promise<Account> {
  const row = await records
    .selectFrom('person')
    .selectAll()
    .where('council_id', '=', council)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('account')
  return toAccount(row)
}

/** An email address has one account at most. */
export async function createPerson(
  records: Records,
  clock: Clock,
  pass: Writer,
  draft: PersonDraft & { password: string },
): Promise<Checked<Person>> {
  const council = pass.person.council
  const password = checkPassword(draft.password)
  if (!password.ok) return password
  const row = {
    id: newId('per'),
    council_id: council,
    email: draft.email,
    name: draft.name,
    role: draft.role,
    scope: JSON.stringify(draft.scope),
    password_hash: await hashPassword(password.value),
    active: 1,
    version: 1,
    created_at: clock.now(),
    created_by: pass.person.id,
    last_day: draft.lastDay ?? null,
  }
  return records.transaction().execute(async (transaction) => {
    const written = await transaction
      .insertInto('person')
      .values(row)
      .onConflict((conflict) => conflict.columns(['council_id', 'email']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!written)
      return { ok: false, errors: { email: 'There is already an account with this email address' } }
    await note(transaction, clock, pass, `opened account ${row.id}: ${describeRights(draft)}`)
    return { ok: true, value: toPerson(row) }
  })
}

/** Changes an account's name, address, role and scope. Throws Stale when it has changed since `version`. */
export async function changePerson(
  records: Records,
  clock: Clock,
  pass: Writer,
  id: string,
  version: number,
  draft: PersonDraft,
): Promise<Checked<Person>> {
  const account = await accountOf(records, pass.person.council, id)
  if (id === pass.person.id && draft.role !== account.person.role) {
    throw new Refused('You cannot change your own role. Ask another administrator to do it.')
  }
  return records.transaction().execute(async (transaction) => {
    const other = await transaction
      .selectFrom('person')
      .select('id')
      .where('council_id', '=', pass.person.council)
      .where('email', '=', draft.email)
      .where('id', '!=', id)
      .executeTakeFirst()
    if (other) return { ok: false, errors: { email: 'There is already an account with this email address' } }
    const { email, name, role, scope, lastDay = account.lastDay } = draft
    await write(transaction, pass, id, version, {
      email,
      name,
      role,
      scope: JSON.stringify(scope),
      last_day: lastDay,
    })
    await note(
      transaction,
      clock,
      pass,
      `changed account ${id}: ${describeRights(account.person)} became ${describeRights(draft)}${draft.lastDay ? `, to ${formatDay(draft.lastDay)}` : ''}`,
    )
    return { ok: true, value: { ...account.person, name, role, scope } }
  })
}

/** Closes an account, which signs its person out at once, or opens it again. What they did is kept. */
export async function setActive(
  records: Records,
  clock: Clock,
  pass: Writer,
  id: string,
  version: number,
  active: boolean,
): Promise<void> {
  await accountOf(records, pass.person.council, id)
  if (id === pass.person.id) {
    throw new Refused('You cannot close your own account. Ask another administrator to do it.')
  }
  await records.transaction().execute(async (transaction) => {
    await write(transaction, pass, id, version, { active: active ? 1 : 0 })
    if (!active) await closeSessionsOf(transaction, id)
    await note(transaction, clock, pass, `${active ? 'reopened' : 'closed'} account ${id}`)
  })
}

/** Gives an account a new password, signs its person out everywhere and ends any wait after wrong tries. */
export async function resetPassword(
  records: Records,
  clock: Clock,
  pass: Writer,
  id: string,
  password: string,
): Promise<Checked<null>> {
  const account = await accountOf(records, pass.person.council, id)
  const checked = checkPassword(password)
  if (!checked.ok) return checked
  const hash = await hashPassword(checked.value)
  await records.transaction().execute(async (transaction) => {
    await write(transaction, pass, id, account.version, { password_hash: hash })
    await closeSessionsOf(transaction, id)
    await forgetTries(transaction, pass.person.council, account.email)
    await note(transaction, clock, pass, `gave account ${id} a new password`)
  })
  return { ok: true, value: null }
}

/**
 * A person's own new password, which signs them out everywhere else; `keepToken` is of the session that stays. The password
 * that they have is asked for, so that a computer left open is not enough. Wrong tries count as those at signing in.
 */
export async function changeOwnPassword(
  records: Records,
  clocks: SignInClocks,
  person: Person,
  typed: { current: string; password: string },
  keepToken: string,
): Promise<Checked<null>> {
  const checked = checkPassword(typed.password)
  if (!checked.ok) return checked
  const { email } = await accountOf(records, person.council, person.id)
  const found = await matchAccount(records, clocks, person.council, { email, password: typed.current })
  if (!found.ok)
    return { ok: false, errors: { current: 'This is not the password of your account. Type it again' } }
  const hash = await hashPassword(checked.value)
  await records.transaction().execute(async (transaction) => {
    await transaction
      .updateTable('person')
      .set((eb) => ({ password_hash: hash, version: eb('version', '+', 1) }))
      .where('council_id', '=', person.council)
      .where('id', '=', person.id)
      .execute()
    await closeSessionsOf(transaction, person.id, keepToken)
    const subject = `account ${person.id} changed its own password`
    await recordAuditEvent(transaction, clocks.council, person.council, person, 'person', subject)
  })
  return { ok: true, value: null }
}

/** The accounts that anyone may sign in as. Throws NotFound outside a demonstration. */
export async function demonstrationPeople(records: Records, council: Council): Promise<Account[]> {
  if (!council.demonstration) throw new NotFound('demonstration')
  const rows = await records
    .selectFrom('person')
    .selectAll()
    .where('council_id', '=', council.id)
    .where('active', '=', 1)
    .orderBy('name')
    .execute()
  return inRoleOrder(rows.map(toAccount))
}

const describeRights = ({ role, scope }: Pick<Person, 'role' | 'scope'>) =>
  `${ROLES[role].title}, ${describeScope(scope)}`

const note = (records: Records, clock: Clock, { person }: Writer, subject: string) =>
  recordAuditEvent(records, clock, person.council, person, 'person', subject)

async function write(
  records: Records,
  pass: Writer,
  id: string,
  version: number,
  change: Partial<Record<'email' | 'name' | 'role' | 'scope' | 'password_hash', string>> & {
    active?: number
    last_day?: Day | null
  },
): Promise<void> {
  const written = await records
    .updateTable('person')
    .set({ ...change, version: version + 1 })
    .where('council_id', '=', pass.person.council)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw new Stale('Someone else changed this account while you had it open.')
}
