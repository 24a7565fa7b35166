import { beforeAll, expect, test } from 'vitest'
import { atBrowser, personOf } from '../../../tests/support/at-browser.ts'
import { measured } from '../../../tests/support/measured.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import type { Visitor } from '../../../tests/support/visitor.ts'
import { accessMigrations, allow, operator, type Person } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { stoppedClock } from '../../platform/day.ts'
import { addRecord, recordMigrations, recordTransaction } from '../../records/index.ts'
import { oversightMigrations } from '../migrations.ts'
import { runTaskforce } from '../permissions.ts'
import { frameworkVersion } from './framework.ts'
import { taskforceMounts } from './taskforce-routes.tsx'
import { taskforceWorker } from './taskforce-worker.ts'
import { newTaskforce, taskforce } from './taskforce.ts'

/* Two children in North and one in South are in need at the end of January. */
const insert = `
  insert into person (child_key, person_id, dob) values
    (1, 'N20417', '2008-01-01'), (2, 'N20418', '2009-01-01'), (3, 'S90001', '2010-01-01'), (4, 'S90002', '2010-01-01');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date, team, worker) values
    ('e1', 1, '2014-01-06', null, 'North', 'SW-1'), ('e2', 2, '2014-03-03', null, 'North', 'SW-2'),
    ('e3', 3, '2014-02-03', null, 'South', 'SW-3'), ('e4', 4, '2014-01-06', '2014-06-02', 'South', 'SW-3');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa)
    select 'a' || i, i, date '2014-03-03', date '2014-04-03', false from range(1, 4) r(i);`

let january: OpenSnapshot
beforeAll(async () => {
  january = { ...(await measured({ asAt: '2015-01-31', insert }, 'cin-plan-cohort')), id: 'january' }
})

const HEAD = personOf('head_of_service', {
  kind: 'service',
  service: 'Both',
  teams: ['North', 'South', 'Taskforce 1'],
})
const MANAGER = personOf('team_manager', { kind: 'team', teams: ['Taskforce 1'] })
const WORKER = personOf('social_worker', { kind: 'own', worker: 'SW-2' })
const PROGRAMME = personOf('programme_manager', { kind: 'none' })
const BOARD = personOf('board_member', { kind: 'none' })
const CHILDREN = ['N20417', 'N20418', 'S90001']

function browserOf(store: TestStore, who: Person): Visitor {
  const deps = {
    records: store.records,
    clock: stoppedClock('2015-02-05'),
    pool: { current: () => Promise.resolve(january) },
  } as unknown as Parameters<typeof taskforceMounts>[0]
  return atBrowser(who, { asAt: '2015-01-31', today: '2015-02-05' }, taskforceMounts(deps))
}

/** A taskforce with a worker and a framework, its list frozen. */
async function begun(store: TestStore): Promise<string> {
  const pass = allow({ ...operator('norchester'), role: 'head_of_service' }, runTaskforce)
  const clock = stoppedClock('2015-02-02')
  const id = await recordTransaction(store.records, pass, clock, taskforce, async (open) => {
    const taskforceId = await addRecord(
      open,
      taskforce,
      newTaskforce({
        title: 'Re-assessing',
        startsOn: '2015-02-02',
        endsOn: '2015-04-10',
        costWeekly: 2_500_000,
      }),
    )
    await addRecord(open, taskforceWorker, {
      taskforceId,
      worker: 'TF-1',
      role: 'social_worker',
      team: 'Taskforce 1',
      manager: 'TFM-1',
      startPlannedOn: '2015-02-02',
      startedOn: '2015-02-02',
      endedOn: null,
    })
    await addRecord(open, frameworkVersion, {
      taskforceId,
      fromDay: '2015-02-02',
      agreedBy: 'Both sides',
      taskforceQuality: 'Seen alone\nHistory read',
      taskforceTimescale: '',
      councilQuality: '',
      councilTimescale: '',
    })
    return taskforceId
  })
  const head = browserOf(store, HEAD)
  await head.get(`/taskforces/${id}`)
  expect((await head.post(`/taskforces/${id}/freeze`)).status).toBe(303)
  return `/taskforces/${id}`
}

const words = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const day = (name: string, text: string) => {
  const [year = '', month = '', dayOf = ''] = text.split('-')
  return { [`${name}-day`]: dayOf, [`${name}-month`]: month, [`${name}-year`]: year }
}
const boxFor = (page: string, child: string): string =>
  new RegExp(`value="(tfc_[^"]+~\\d+)"[^>]*>\\s*<label[^>]*>\\s*${child}`).exec(page)?.[1] ?? ''
const caseIn = (page: string, child: string): string =>
  new RegExp(`href="([^"]+/children/tfc_[^"]+)">${child}`).exec(page)?.[1] ?? ''

onBothStores({ ...recordMigrations, ...accessMigrations, ...oversightMigrations }, (open) => {
  test('a child is given out in a week, authorised, and counted; clocks that cannot be are refused', async () => {
    const store = await open()
    const at = await begun(store)
    const head = browserOf(store, HEAD)
    const week = await head.read(`${at}/week`)
    expect(words(week)).toContain('3 of those you may open wait for a worker')
    expect((await head.post(`${at}/week`, { given_to: 'TF-1' })).status).toBe(422)
    const box = boxFor(week, 'N20417')
    const early = await head.post(`${at}/week`, {
      child: box,
      given_to: 'TF-1',
      ...day('given_on', '2015-01-02'),
    })
    expect(await early.text()).toContain('The list was frozen on 31 January 2015')
    const giving = { child: box, given_to: 'TF-1', ...day('given_on', '2015-02-02') }
    expect((await head.post(`${at}/week`, giving)).status).toBe(303)
    // A box of an old page gives nobody out twice.
    expect((await head.post(`${at}/week`, giving)).status).toBe(422)

    const manager = browserOf(store, MANAGER)
    const href = caseIn(await manager.read(`${at}/children`), 'N20417')
    const page = await manager.read(href)
    const version = /name="version" value="(\d+)"/.exec(page)![1]!
    const done = {
      version,
      triage: 'urgent',
      given_to: 'TF-1',
      ...day('given_on', '2015-02-02'),
      ...day('authorised_on', '2015-02-04'),
      standards: 'Seen alone',
      grade: 'good',
    }
    const untold = await manager.post(href, done)
    expect(untold.status).toBe(422)
    expect(await untold.text()).toContain('Choose what was decided')
    expect((await manager.post(href, { ...done, outcome: 'close' })).status).toBe(303)
    const second = await manager.post(href, { ...done, outcome: 'stay' })
    expect(second.status).toBe(409)
    expect(words(await second.text())).toContain('Saved now: marked urgent, given to TF-1')

    const board = words(await browserOf(store, BOARD).read(at))
    expect(board).toContain('Too early to say when it will finish')
    expect(board).toContain('Seen alone: 1 of 1')
    expect(board).toContain('Extend until it is done')
    expect(board).not.toContain('TF-1')
    expect(await (await head.get(`${at}/burn-down.csv`)).text()).toContain('2015-02-02,1,1,2,no')
    await store.close()
  })

  test('nobody is shown a child whom they may not open, on any page or file', async () => {
    const store = await open()
    const at = await begun(store)
    const head = browserOf(store, HEAD)
    const all = await head.read(`${at}/children`)
    const addresses = [
      '/taskforces',
      at,
      `${at}/history`,
      `${at}/burn-down.csv`,
      `${at}/children`,
      `${at}/children?state=waiting`,
      `${at}/children.csv`,
      `${at}/week`,
      ...CHILDREN.map((child) => caseIn(all, child)),
      '/taskforce-workers',
      '/taskforce-frameworks',
      '/taskforce-decisions',
    ]
    const sees: [Person, string[]][] = [
      [HEAD, CHILDREN],
      [MANAGER, []],
      [WORKER, ['N20418']],
      [PROGRAMME, []],
      [BOARD, []],
    ]
    for (const [who, own] of sees) {
      const browser = browserOf(store, who)
      const found: string[] = []
      for (const address of addresses) {
        const answer = await browser.get(address)
        found.push(await answer.text(), JSON.stringify([...answer.headers]))
      }
      for (const child of CHILDREN)
        expect([who.role, child, found.join('\n').includes(child)]).toEqual([
          who.role,
          child,
          own.includes(child),
        ])
    }
    await store.close()
  })
})
