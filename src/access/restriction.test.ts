import { expect, test } from 'vitest'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { stoppedClock } from '../platform/day.ts'
import {
  accessMigrations,
  allow,
  changeNamed,
  commandLine,
  createPerson,
  describeWithheld,
  endRestriction,
  forCounts,
  isRestricted,
  listRestrictions,
  namesRestricted,
  operator,
  readAccessLog,
  restrictChild,
  sessionPerson,
  signInAs,
  type Person,
} from './index.ts'

const clock = stoppedClock('2015-02-05')
const pass = allow(operator('norchester'), 'restrictions:write')
const REASON = 'Related to a member of staff'

onBothStores(accessMigrations, (open) => {
  test('a restricted record is kept from everybody who is not named, from the moment it is kept', async () => {
    const store = await open()
    const [named, other] = [await account(store, 'Named'), await account(store, 'Other')]
    expect(await scopeOf(store, other)).toEqual({ kind: 'team', teams: ['North'] })
    const from = '2015-02-01'
    await restrictChild(store.records, clock, pass, {
      child: '0042 a',
      reason: REASON,
      from,
      people: [named.id],
    })
    expect(await scopeOf(store, named)).toEqual({ kind: 'team', teams: ['North'] })
    const kept = await scopeOf(store, other)
    expect(kept).toEqual({ kind: 'team', teams: ['North'], restricted: ['42A'] })
    expect(['42A', '00042a', '4 2 A', '43A', null].map((child) => isRestricted(kept, child))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(forCounts(kept)).toEqual({ kind: 'team', teams: ['North'] })
    expect(namesRestricted(kept, 'Row of ‘0042A’ has no day')).toBe(true)
    expect(namesRestricted(kept, 'Row of 42AB has no day')).toBe(false)
    const terminal = await commandLine(store.records, 'norchester', clock.today())
    expect(isRestricted(terminal.scope, '42A')).toBe(true)
    expect((await commandLine(store.records, 'southby', clock.today())).scope.restricted).toBeUndefined()
    await store.close()
  })

  test('who is named changes, and ends with a reason; nothing of it is deleted, and the log has each step', async () => {
    const store = await open()
    const [first, second] = [await account(store, 'First'), await account(store, 'Second')]
    const draft = { child: 'N1', reason: REASON, from: '2015-02-05', people: [first.id] } as const
    const id = await restrictChild(store.records, clock, pass, draft)
    await expect(restrictChild(store.records, clock, pass, { ...draft, child: 'n 1' })).rejects.toThrow(
      'already',
    )
    await changeNamed(store.records, stoppedClock('2015-02-06'), pass, id, [second.id])
    expect((await scopeOf(store, first)).restricted).toEqual(['N1'])
    expect((await scopeOf(store, second)).restricted).toBeUndefined()
    await endRestriction(store.records, clock, pass, id, 'They left the council')
    expect((await scopeOf(store, first)).restricted).toBeUndefined()
    await expect(endRestriction(store.records, clock, pass, id, 'Again')).rejects.toThrow('ended already')
    const [kept] = await listRestrictions(store.records, pass)
    expect(kept).toMatchObject({
      child: 'N1',
      reason: REASON,
      from: '2015-02-05',
      endedOn: '2015-02-05',
      endReason: 'They left the council',
      people: [
        { personId: first.id, endedBy: 'Command line' },
        { personId: second.id, endedAt: null },
      ],
    })
    const { entries } = await readAccessLog(
      store.records,
      allow(operator('norchester'), 'access-log:read'),
      1,
    )
    expect(
      entries
        .filter(({ what }) => what === 'restriction')
        .map(({ subject, children }) => [subject, children]),
    ).toEqual([
      ['ended the restriction of a record', ['N1']],
      [`named ${second.id}, no longer named ${first.id}`, ['N1']],
      [`restricted a record to 1 named: ${first.id}`, ['N1']],
    ])
    const elsewhere = allow(operator('southby'), 'restrictions:write')
    expect(await listRestrictions(store.records, elsewhere)).toEqual([])
    await expect(endRestriction(store.records, clock, elsewhere, id, 'Theirs')).rejects.toThrow()
    await store.close()
  })
})

test('what is kept back is said in words, and nothing where nothing is', () => {
  expect([0, 1, 2].map(describeWithheld)).toEqual([
    '',
    '1 child’s record is restricted and is not shown to you.',
    'The records of 2 children are restricted and are not shown to you.',
  ])
})

async function account({ records }: TestStore, name: string): Promise<Person> {
  const made = await createPerson(records, clock, allow(operator('norchester'), 'people:write'), {
    email: `${name.toLowerCase()}@norchester.example`,
    name,
    role: 'team_manager',
    scope: { kind: 'team', teams: ['North'] },
    password: 'three plain words',
  })
  if (!made.ok) throw new Error(JSON.stringify(made.errors))
  return made.value
}

async function scopeOf({ records }: TestStore, person: Person) {
  const { token } = await signInAs(records, { council: clock, real: clock }, person)
  return (await sessionPerson(records, clock, 'norchester', token))!.scope
}
