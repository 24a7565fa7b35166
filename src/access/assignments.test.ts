import { expect, test } from 'vitest'
import { onBothStores, type TestStore } from '../../tests/support/stores.ts'
import { stoppedClock, type Day } from '../platform/day.ts'
import {
  accessMigrations,
  allow,
  createPerson,
  endAssignment,
  giveChildren,
  handOver,
  listAssignments,
  operator,
  readAccessLog,
  sessionPerson,
  signIn,
  signInAs,
  waitsForChildren,
  type Person,
  type PersonDraft,
} from './index.ts'

const clock = stoppedClock('2015-02-05')
const pass = allow(operator('norchester'), 'assignments:write')

onBothStores(accessMigrations, (open) => {
  test('what is given reaches a person from its first day to its last', async () => {
    const store = await open()
    const officer = await account(store, 'reviewing_officer', 'RO one')
    expect(waitsForChildren(officer)).toBe(true)
    await giveChildren(store.records, clock, pass, [
      {
        personId: officer.id,
        kind: 'chair',
        subject: 'IRO-12',
        from: '2015-02-09',
        to: '2015-03-31',
        reason: '',
      },
      { personId: officer.id, kind: 'child', subject: 'N20417', from: '2015-02-05', to: null, reason: '' },
    ])
    expect(await scopeOn(store, officer, '2015-02-04')).toEqual({ kind: 'chaired', children: [] })
    expect(await scopeOn(store, officer, '2015-02-05')).toEqual({ kind: 'chaired', children: ['N20417'] })
    expect(await scopeOn(store, officer, '2015-03-31')).toEqual({
      kind: 'chaired',
      children: ['N20417'],
      chairs: ['IRO-12'],
    })
    expect(await scopeOn(store, officer, '2015-04-01')).toEqual({ kind: 'chaired', children: ['N20417'] })
    const { entries } = await readAccessLog(
      store.records,
      allow(operator('norchester'), 'access-log:read'),
      1,
    )
    expect(entries.find(({ subject }) => subject.startsWith('gave account'))).toMatchObject({
      what: 'person',
      children: ['N20417'],
    })
    await store.close()
  })

  test('a kind that does not suit a role reaches nobody', async () => {
    const store = await open()
    const auditor = await account(store, 'auditor', 'Auditor')
    const director = await account(store, 'director', 'Director')
    const from = '2015-02-01'
    await giveChildren(store.records, clock, pass, [
      { personId: auditor.id, kind: 'missing', subject: '', from, to: null, reason: '' },
      { personId: director.id, kind: 'child', subject: 'N20417', from, to: null, reason: '' },
    ])
    expect(await scopeOn(store, auditor, '2015-02-05')).toEqual({ kind: 'drawn', children: [] })
    expect(await scopeOn(store, director, '2015-02-05')).toEqual({ kind: 'none' })
    await store.close()
  })

  test('who leaves hands over: the one keeps it to the day before, the other has it from the day', async () => {
    const store = await open()
    const [old, fresh] = [
      await account(store, 'childrens_rights', 'One'),
      await account(store, 'childrens_rights', 'Two'),
    ]
    await giveChildren(store.records, clock, pass, [
      { personId: old.id, kind: 'missing', subject: '', from: '2015-02-01', to: null, reason: '' },
    ])
    expect(await handOver(store.records, clock, pass, old.id, fresh.id, '2015-02-10')).toBe(1)
    expect(await scopeOn(store, old, '2015-02-09')).toEqual({ kind: 'missing' })
    expect(await scopeOn(store, old, '2015-02-10')).toEqual({ kind: 'none' })
    expect(await scopeOn(store, fresh, '2015-02-09')).toEqual({ kind: 'none' })
    expect(await scopeOn(store, fresh, '2015-02-10')).toEqual({ kind: 'missing' })
    await store.close()
  })

  test('what has ended stays readable, and ends once', async () => {
    const store = await open()
    const officer = await account(store, 'reviewing_officer', 'RO one')
    await giveChildren(store.records, clock, pass, [
      { personId: officer.id, kind: 'child', subject: 'N1', from: '2015-01-01', to: null, reason: '' },
    ])
    const [given] = await listAssignments(store.records, pass)
    await endAssignment(store.records, clock, pass, given!.id, '2015-02-04')
    expect(await scopeOn(store, officer, '2015-02-05')).toEqual({ kind: 'chaired', children: [] })
    expect(await listAssignments(store.records, pass)).toMatchObject([{ subject: 'N1', to: '2015-02-04' }])
    await expect(endAssignment(store.records, clock, pass, given!.id, '2015-02-05')).rejects.toThrow('ended')
    const elsewhere = allow(operator('southby'), 'assignments:write')
    expect(await listAssignments(store.records, elsewhere)).toEqual([])
    await expect(endAssignment(store.records, clock, elsewhere, given!.id, '2015-02-05')).rejects.toThrow()
    await store.close()
  })

  test('after the last day of an account its person is signed out, and cannot sign in', async () => {
    const store = await open()
    const leaver = await account(store, 'team_manager', 'Leaver', '2015-02-06')
    const signed = await signInAs(store.records, { council: clock, real: clock }, leaver)
    const on = (day: Day) => sessionPerson(store.records, clock, 'norchester', signed.token, day)
    expect(await on('2015-02-06')).toMatchObject({ id: leaver.id })
    expect(await on('2015-02-07')).toBeNull()
    const typed = { email: 'leaver@norchester.example', password: 'three plain words' }
    const after = { council: stoppedClock('2015-02-07'), real: clock }
    expect(await signIn(store.records, after, 'norchester', typed)).toMatchObject({ ok: false })
    expect(await signIn(store.records, { council: clock, real: clock }, 'norchester', typed)).toMatchObject({
      ok: true,
    })
    await store.close()
  })
})

const SCOPES: Partial<Record<Person['role'], Person['scope']>> = {
  reviewing_officer: { kind: 'chaired', children: [] },
  auditor: { kind: 'drawn', children: [] },
  team_manager: { kind: 'team', teams: ['North'] },
}

async function account(
  { records }: TestStore,
  role: PersonDraft['role'],
  name: string,
  lastDay: Day | null = null,
): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@norchester.example`
  const scope = SCOPES[role] ?? { kind: 'none' as const }
  const made = await createPerson(records, clock, allow(operator('norchester'), 'people:write'), {
    email,
    name,
    role,
    scope,
    lastDay,
    password: 'three plain words',
  })
  if (!made.ok) throw new Error(JSON.stringify(made.errors))
  return made.value
}

async function scopeOn({ records }: TestStore, person: Person, day: Day) {
  const { token } = await signInAs(records, { council: clock, real: clock }, person)
  return (await sessionPerson(records, clock, 'norchester', token, day))!.scope
}
