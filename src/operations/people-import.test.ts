import { expect, test } from 'vitest'
import { onBothStores } from '../../tests/support/stores.ts'
import {
  accessMigrations,
  allow,
  createPerson,
  listPeople,
  operator,
  type PersonDraft,
} from '../access/index.ts'
import { stoppedClock } from '../platform/day.ts'
import type { Ask } from '../platform/room.ts'
import type { Records } from '../platform/records.ts'
import { bringInPeople, PEOPLE_TEMPLATE, previewPeople } from './people-import.ts'

const clock = stoppedClock('2015-02-05')
const pass = allow(operator('norchester'), 'people:write')
const TEAMS = ['North 2', 'North 3', 'Court, duty']
const ask = ((question) => Promise.resolve(question === 'teamNames' ? TEAMS : [])) as Ask

const look = async (records: Records, csv: string) => {
  const preview = await previewPeople({ records, clock, ask }, pass, Buffer.from(csv))
  if (!preview.ok) throw new Error(Object.values(preview.errors).join())
  return preview.value
}
const HEAD = 'Name,E-mail,Role,Teams,Worker,Start\r\n'

onBothStores(accessMigrations, (open) => {
  test('people come in from a file with teams that hold a comma, each with a password of their own', async () => {
    const store = await open()
    const csv = `${HEAD}Manager,M@example.gov.uk,Team manager,"""Court, duty"", North 2",,1/2/2015\r\nWorker,w@example.gov.uk,social_worker,,SW-1,\r\n`
    const preview = await look(store.records, csv)
    expect(preview).toMatchObject({ unchanged: 0, changed: [], refused: [] })
    expect(preview.added.map(({ draft }) => [draft.email, draft.scope])).toEqual([
      ['m@example.gov.uk', { kind: 'team', teams: ['Court, duty', 'North 2'] }],
      ['w@example.gov.uk', { kind: 'own', worker: 'SW-1' }],
    ])
    const { passwords } = await bringInPeople({ records: store.records, clock }, pass, preview, {
      change: false,
    })
    expect(new Set(passwords.map(({ password }) => password)).size).toBe(2)
    expect(passwords.every(({ password }) => password.length >= 12)).toBe(true)
    expect(await look(store.records, csv)).toMatchObject({ added: [], changed: [], unchanged: 2 })
    await store.close()
  })

  test('a row that cannot be taken is refused with its reason and the nearest', async () => {
    const store = await open()
    const { added, refused } = await look(
      store.records,
      `${HEAD}A,a@example.gov.uk,team_manger,North 2,,\nB,b@example.gov.uk,team_manager,Nroth 2,,\nC,c,director,,,\nD,d@example.gov.uk,director,,,1/3/2015\nE,e@example.gov.uk,director,,,\nE,e@example.gov.uk,director,,,\n`,
    )
    expect(added.map(({ row }) => row)).toEqual([6])
    expect(refused).toEqual([
      { row: 2, why: expect.stringContaining('The nearest is team_manager') },
      { row: 3, why: expect.stringContaining('The nearest is North 2') },
      { row: 4, why: expect.stringContaining('email address in the correct format') },
      { row: 5, why: 'They start on 1 March 2015: bring the row in on that day' },
      { row: 7, why: 'e@example.gov.uk is here twice, first in row 6' },
    ])
    await store.close()
  })

  test('an account that is not as the file says is named, and changed only when that is asked for', async () => {
    const store = await open()
    const { records } = store
    const draft: PersonDraft = {
      email: 'm@example.gov.uk',
      name: 'M',
      role: 'team_manager',
      scope: { kind: 'team', teams: ['North 2'] },
    }
    await createPerson(records, clock, pass, { ...draft, password: 'three plain words' })
    const preview = await look(records, `${HEAD}M,m@example.gov.uk,team_manager,North 3,,\n`)
    expect(preview.changed.map(({ what }) => what)).toEqual(['North 2 becomes North 3'])
    const teams = async () =>
      (await listPeople(records, allow(operator('norchester'), 'people:read'))).map(
        ({ person }) => person.scope,
      )
    await bringInPeople({ records, clock }, pass, preview, { change: false })
    expect(await teams()).toEqual([{ kind: 'team', teams: ['North 2'] }])
    await bringInPeople({ records, clock }, pass, preview, { change: true })
    expect(await teams()).toEqual([{ kind: 'team', teams: ['North 3'] }])
    await store.close()
  })

  test('an account that somebody else wrote meanwhile takes no password away from those that were opened', async () => {
    const store = await open()
    const { records } = store
    const draft: PersonDraft = {
      email: 'm@example.gov.uk',
      name: 'M',
      role: 'team_manager',
      scope: { kind: 'team', teams: ['North 2'] },
    }
    await createPerson(records, clock, pass, { ...draft, password: 'three plain words' })
    const preview = await look(
      records,
      `${HEAD}M,m@example.gov.uk,team_manager,North 3,,\nD,d@example.gov.uk,director,,,\n`,
    )
    await records.updateTable('person').set({ version: 2 }).execute()
    expect(await bringInPeople({ records, clock }, pass, preview, { change: true })).toMatchObject({
      passwords: [{ email: 'd@example.gov.uk' }],
      changed: 0,
      failed: [{ row: 2, why: expect.stringContaining('Someone else changed this account') }],
    })
    await store.close()
  })

  test('a file without the columns is refused, and the template has them', async () => {
    const store = await open()
    const answer = (csv: string) =>
      previewPeople({ records: store.records, clock, ask }, pass, Buffer.from(csv))
    expect(await answer('name,emial,role\n')).toMatchObject({
      errors: { file: 'There is no column "emial". The nearest is email' },
    })
    expect(await answer('name,email\n')).toMatchObject({ ok: false })
    expect(await answer(PEOPLE_TEMPLATE)).toMatchObject({
      ok: true,
      value: { refused: [], added: [{ row: 2 }] },
    })
    await store.close()
  })
})
