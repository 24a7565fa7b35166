import { expect, test } from 'vitest'
import { stoppedClock, type Clock } from '../platform/day.ts'
import { NotFound, Refused, Stale } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import { onBothStores } from '../../tests/support/stores.ts'
import { readAccessLog } from './access-log-store.ts'
import { councilClock, UNNAMED_COUNCIL } from './council.ts'
import { saveCouncil, getCouncil } from './council-store.ts'
import { accessMigrations } from './migrations.ts'
import { allow } from './pass.ts'
import { operator, type Person } from './person.ts'
import {
  accountById,
  changePerson,
  createPerson,
  demonstrationPeople,
  listPeople,
  setActive,
} from './person-store.ts'

const clock = stoppedClock('2015-02-05')
const pass = (council: string) => allow(operator(council), 'people:write')
const reading = (council: string) => allow(operator(council), 'people:read')
const draft = {
  email: 'iro@norchester.example',
  name: 'Reviewing officer',
  role: 'reviewing_officer',
  scope: { kind: 'chaired', children: [] },
  password: 'three plain words',
} as const

async function make(records: Records, council: string, change: Partial<typeof draft> = {}): Promise<Person> {
  const made = await createPerson(records, clock, pass(council), { ...draft, ...change })
  if (!made.ok) throw new Error(JSON.stringify(made.errors))
  return made.value
}

onBothStores(accessMigrations, (open) => {
  test('an address opens one account in a council, and may open another in the next council', async () => {
    const store = await open()
    const { records } = store
    await make(records, 'norchester')
    await make(records, 'southby')
    expect(await createPerson(records, clock, pass('norchester'), draft)).toMatchObject({
      ok: false,
      errors: { email: 'There is already an account with this email address' },
    })
    expect(await listPeople(records, reading('norchester'))).toHaveLength(1)
    await store.close()
  })

  test('an account of another council is not found, to read or to change', async () => {
    const store = await open()
    const { records } = store
    const person = await make(records, 'southby')
    await expect(accountById(records, reading('norchester'), person.id)).rejects.toThrow(NotFound)
    const change = changePerson(records, clock, pass('norchester'), person.id, 1, draft)
    await expect(change).rejects.toThrow(NotFound)
    await expect(setActive(records, clock, pass('norchester'), person.id, 1, false)).rejects.toThrow(NotFound)
    await store.close()
  })

  test('a new role and scope are kept and written down; a change from an old page is stale', async () => {
    const store = await open()
    const { records } = store
    const { id } = await make(records, 'norchester')
    const change = {
      email: draft.email,
      name: 'Team manager',
      role: 'team_manager',
      scope: { kind: 'team', teams: ['North 2'] },
    } as const
    await changePerson(records, clock, pass('norchester'), id, 1, change)
    const account = await accountById(records, reading('norchester'), id)
    expect(account).toMatchObject({ version: 2, person: { role: 'team_manager', scope: change.scope } })
    await expect(changePerson(records, clock, pass('norchester'), id, 1, change)).rejects.toThrow(Stale)
    const { entries } = await readAccessLog(records, allow(operator('norchester'), 'access-log:read'), 1)
    expect(entries[0]?.subject).toBe(
      `changed account ${id}: Reviewing officer, no child yet: nobody has named those that they chair became Team manager, North 2`,
    )
    await store.close()
  })

  test('nobody closes their own account or changes their own role', async () => {
    const store = await open()
    const { records } = store
    const administrator = await make(records, 'norchester', { role: 'administrator' } as never)
    const own = allow(administrator, 'people:write')
    await expect(setActive(records, clock, own, administrator.id, 1, false)).rejects.toThrow(Refused)
    await expect(changePerson(records, clock, own, administrator.id, 1, draft)).rejects.toThrow(Refused)
    await store.close()
  })

  test('people may be signed in as with one press in a demonstration alone', async () => {
    const store = await open()
    const { records } = store
    await make(records, 'norchester')
    const council = { ...UNNAMED_COUNCIL, id: 'norchester' }
    await expect(demonstrationPeople(records, council)).rejects.toThrow(NotFound)
    expect(await demonstrationPeople(records, { ...council, demonstration: true })).toHaveLength(1)
    await store.close()
  })

  test('the council is unnamed until it is set up, and its settings read back', async () => {
    const store = await open()
    const { records } = store
    expect(await getCouncil(records)).toEqual(UNNAMED_COUNCIL)
    const council = {
      id: 'norchester',
      name: 'Norchester City Council',
      authorityCode: '999',
      brandColour: '#0b4a4f',
      demonstration: true,
      todayOn: '2015-02-05',
      population: { 2014: 118_000 },
      caseSystem: null,
    } as const
    await saveCouncil(records, clock, council)
    await saveCouncil(records, clock, { ...council, brandColour: '#003078' })
    expect(await getCouncil(records)).toEqual({ ...council, brandColour: '#003078' })
    await store.close()
  })
})

test('the demonstration’s days stand still and its hours go on', () => {
  const real: Clock = { today: () => '2026-11-24', now: () => '2026-11-24T14:06:00Z' }
  const clockThere = councilClock({ ...UNNAMED_COUNCIL, todayOn: '2015-02-05' }, real)
  expect([clockThere.today(), clockThere.now()]).toEqual(['2015-02-05', '2015-02-05T14:06:00Z'])
  expect(councilClock(UNNAMED_COUNCIL, real)).toBe(real)
})
