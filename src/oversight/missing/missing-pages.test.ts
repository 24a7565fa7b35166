import { beforeAll, describe, expect, test } from 'vitest'
import { atBrowser, personOf } from '../../../tests/support/at-browser.ts'
import { measured } from '../../../tests/support/measured.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import type { Visitor } from '../../../tests/support/visitor.ts'
import { accessMigrations, allow, operator, readAccessLog, type Person } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { stoppedClock } from '../../platform/day.ts'
import { recordMigrations } from '../../records/index.ts'
import { isSameTime, joinEpisodes } from './join-episodes.ts'
import { missingMigrations } from './migrations.ts'
import { missingFile, missingRoutes } from './missing-routes.tsx'
import { policeRoutes } from './police-routes.tsx'
import { readPoliceList } from './police-list.ts'
import type { MissingEpisode } from './episode.ts'
import type { SourcedEpisode } from './sourced.ts'

/* Two children looked after in North and South; the files have one time of each, in January. */
const INSERT = `
  insert into person (child_key, person_id, dob) values (1, 'N20417', '2000-01-15'), (2, 'S90001', '2001-01-15');
  insert into cla_periods (cla_id, child_key, start_date, team, worker) values
    ('c1', 1, '2014-01-15', 'North', 'SW-1'), ('c2', 2, '2014-01-15', 'South', 'SW-9');
  insert into missing_notifications
    (missing_notification_id, episode, child_key, missing_from, reported_at, reported_by, recorded_at, returned_at, file) values
    ('m1', 'ME-1', 1, '2015-01-20T21:00', '2015-01-20T23:00', 'carer', '2015-01-21T10:00', '2015-01-21T08:00', 'missing.csv'),
    ('m2', 'ME-2', 2, '2015-01-22T21:00', '2015-01-22T23:00', 'home', '2015-01-23T10:00', '2015-01-23T08:00', 'missing.csv');`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = { ...(await measured({ asAt: '2015-01-31', insert: INSERT }, 'mis-notified')), id: 'january' }
})

const RIGHTS = personOf('childrens_rights', { kind: 'missing' })
const NORTH = personOf('team_manager', { kind: 'team', teams: ['North'] })
const NOBODY = personOf('reviewing_officer', { kind: 'chaired', children: [] })

function browserOf(store: TestStore, who: Person): Visitor {
  const deps = {
    records: store.records,
    clock: stoppedClock('2015-02-05'),
    pool: { current: () => Promise.resolve(snapshot) },
  } as unknown as Parameters<typeof missingRoutes>[0]
  return atBrowser(who, { asAt: snapshot.asAt, today: '2015-02-05' }, [
    { path: '/missing/police', routes: policeRoutes(deps) },
    { path: '/missing', routes: missingRoutes(deps) },
    { path: '/missing.csv', routes: missingFile(deps) },
  ])
}

const moment = (name: string, day: string, month: string, time: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: '2015',
  [`${name}-time`]: time,
})
const NEW = {
  child_id: 'N20417',
  cared: 'ours',
  lives_at: 'Foster home',
  reported_by: 'carer',
  ...moment('missing_from', '3', '2', '20:00'),
  ...moment('reported_at', '3', '2', '21:00'),
  ...moment('returned_at', '4', '2', '8:00'),
}

onBothStores({ ...accessMigrations, ...recordMigrations, ...missingMigrations }, (open) => {
  test('a time is written down, offered and held; impossible hours are refused in words', async () => {
    const store = await open()
    const visitor = browserOf(store, RIGHTS)
    await visitor.get('/missing/new')
    const wrong = await visitor.post('/missing/new', { ...NEW, ...moment('returned_at', '3', '2', '19:00') })
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('The return must be after the child was last where they should be')
    const saved = await visitor.post('/missing/new', NEW)
    expect(saved.status).toBe(303)
    const at = saved.headers.get('Location')!
    const page = await visitor.read(at)
    expect(page).toContain('Not offered.')
    expect(page).not.toContain('&lt;')
    expect(page).toContain('Time 2 in 90 days')
    const early = await visitor.post(`${at}/steps`, { kind: 'offered', ...moment('at', '4', '2', '07:00') })
    expect(await early.text()).toContain('It cannot be before the child came back')
    await visitor.post(`${at}/steps`, { kind: 'offered', ...moment('at', '4', '2', '12:00') })
    const held = {
      kind: 'held',
      interviewer: 'youth worker',
      independent: 'yes',
      ...moment('at', '5', '2', '09:00'),
    }
    expect((await visitor.post(`${at}/steps`, held)).status).toBe(303)
    expect(await visitor.read(at)).toContain('Held in time, hour 25.')
    await store.close()
  })

  test('nobody sees or writes about a child out of their reach, and every read is logged with its children', async () => {
    const store = await open()
    expect(await browserOf(store, NORTH).read('/missing')).not.toContain('S90001')
    expect(await browserOf(store, NOBODY).read('/missing.csv')).not.toMatch(/N20417|S90001/)
    const chair = personOf('reviewing_officer', { kind: 'chaired', children: ['N20417'] })
    expect(await browserOf(store, chair).read('/missing.csv')).toMatch(/N20417/)
    expect(await browserOf(store, chair).read('/missing.csv')).not.toMatch(/S90001/)
    const unassigned = personOf('childrens_rights', { kind: 'none' })
    expect(await browserOf(store, unassigned).read('/missing.csv')).not.toMatch(/N20417|S90001/)
    expect(await browserOf(store, RIGHTS).read('/missing.csv')).toContain('S90001')
    const visitor = browserOf(store, NORTH)
    await visitor.get('/missing/new')
    const refused = await visitor.post('/missing/new', { ...NEW, child_id: 'S90001' })
    expect(await refused.text()).toContain('No child within your reach has this number')
    const { entries } = await readAccessLog(
      store.records,
      allow(operator('norchester'), 'access-log:read'),
      1,
    )
    expect(entries.find(({ what }) => what === 'export')).toMatchObject({ subject: 'missing children' })
    await store.close()
  })

  test('a time of the files is taken up once, and is not doubled', async () => {
    const store = await open()
    const visitor = browserOf(store, NORTH)
    const action = /action="(\/missing\/file-[a-z0-9]+\/take-up)"/.exec(await visitor.read('/missing'))![1]!
    const taken = await visitor.post(action)
    expect(taken.status).toBe(303)
    const rows = (await visitor.read('/missing.csv')).trim().split('\r\n').slice(1)
    expect(rows).toHaveLength(1)
    expect(rows[0]).toContain('recorded in Waymark; notifications file')
    expect((await visitor.post(action)).status).toBe(404)
    await store.close()
  })
})

describe('joining', () => {
  const span = (childId: string, episode: string, missingFrom: string, returnedAt: string) => ({
    childId,
    episode,
    missingFrom,
    returnedAt,
  })
  test('two times of one day are two where their hours are known, and one where they are not', () => {
    const morning = span('A', '', '2015-01-09T08:00', '2015-01-09T12:00')
    expect(isSameTime(morning, span('A', '', '2015-01-09T20:00', '2015-01-09T23:00'))).toBe(false)
    expect(isSameTime(morning, span('A', '', '2015-01-09T11:00', '2015-01-09T13:00'))).toBe(true)
    expect(isSameTime(morning, span('A', '', '2015-01-09', ''))).toBe(true)
  })
  test('a row that has the record’s name is its own, however near another is', () => {
    const records = [{ id: 'r', ...span('A', 'ME-2', '2015-01-09T20:00', '') }] as unknown as MissingEpisode[]
    const rows = [
      span('A', 'ME-1', '2015-01-09T20:10', ''),
      span('A', 'ME-2', '2015-01-10', ''),
    ] as unknown as SourcedEpisode[]
    expect(joinEpisodes(records, rows).map(({ record, sourced }) => [record?.id, sourced?.episode])).toEqual([
      ['r', 'ME-2'],
      [undefined, 'ME-1'],
    ])
  })
})

test('the police’s file is read whole or not at all, and each wrong row is named', () => {
  const read = (text: string) => readPoliceList(Buffer.from(text), '2015-02-05')
  expect(read('police_ref,child_id,missing_from\nP1,A,09/01/2015 21:30\n')).toEqual({
    ok: true,
    lines: [{ policeRef: 'P1', childId: 'A', missingFrom: '2015-01-09T21:30' }],
  })
  expect(read('police_ref,child_id,missing_from\nP1,A,soon\nP1,,2015-03-01\n')).toEqual({
    ok: false,
    faults: [
      'Row 2: missing from must be a day and time, like 09/01/2015 21:30',
      'Row 3: the police number P1 is in the file twice',
    ],
  })
  expect(read('name\nA\n')).toMatchObject({ ok: false })
})
