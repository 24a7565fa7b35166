import { beforeAll, describe, expect, test } from 'vitest'
import { Hono } from 'hono'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { someFrame } from '../../../tests/support/someone.ts'
import { visitorOf, type Visitor } from '../../../tests/support/visitor.ts'
import { measured } from '../../../tests/support/measured.ts'
import {
  accessMigrations,
  allow,
  operator,
  readAccessLog,
  type Person,
  type Scope,
  type WebEnv,
} from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { childRef } from '../../measures/figures/child-ref.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import { NotAllowed, NotFound } from '../../platform/errors.ts'
import { recordMigrations, tablesOf } from '../../records/index.ts'
import { oversightMigrations } from '../migrations.ts'
import { listIndexFile, listIndexRoutes } from './index-routes.tsx'
import { listRoutes } from './list-routes.tsx'

/* Three children of North and one of South with open assessments: of 75, 30, 22 and 60 working days. */
const insert = `
  insert into person (child_key, person_id, dob) values
    (1, 'N20417', '2007-01-15'), (2, 'N20418', '2010-01-15'), (3, 'N20419', null), (4, 'S90001', '2012-01-15'), (5, 'N20420', null);
  insert into cin_assessments (assessment_id, child_key, start_date, team, worker) values
    ('a1', 1, '2014-10-15', 'North', 'SW-1'), ('a2', 2, '2014-12-17', 'North', 'SW-2'),
    ('a3', 3, '2014-12-31', 'North', null), ('a4', 4, '2014-11-05', 'South', 'SW-9');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team) values ('a5', 5, '2014-12-01', '2014-12-20', 'North');`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = await measured({ asAt: '2015-01-31', insert })
})

const TODAY: Day = '2015-02-05'
const person = (scope: Scope, change: Partial<Person> = {}): Person => ({
  id: 'per_manager',
  council: 'norchester',
  name: 'Manager of North',
  role: 'team_manager',
  scope,
  ...change,
})
const NORTH = person({ kind: 'team', teams: ['North'] })
const SOUTH = person({ kind: 'team', teams: ['South'] }, { id: 'per_south', name: 'Manager of South' })

function browserOf(store: TestStore, who: Person): Visitor {
  const deps = {
    records: store.records,
    clock: stoppedClock(TODAY),
    pool: { current: () => Promise.resolve(snapshot) },
  } as unknown as Parameters<typeof listRoutes>[0]
  return visitorOf(
    new Hono<WebEnv>()
      .use(async (c, next) => {
        c.set('person', who)
        c.set('frame', someFrame({ asAt: '2015-01-31' }))
        await next()
      })
      .route('/lists', listIndexRoutes(deps).route('/', listRoutes(deps)))
      .route('/lists.csv', listIndexFile(deps))
      .onError((error, c) =>
        c.text(error.message, error instanceof NotFound ? 404 : error instanceof NotAllowed ? 403 : 500),
      ),
  )
}

const ref = (key: number) => childRef(snapshot, key)
const AT = '/lists/assessment-points'
const ANSWER = {
  reason: 'Court timetable',
  plan: 'The hearing is on 20 February; the aunt cares for the children until then',
  owner: 'SW-1',
  'check_back_on-day': '20',
  'check_back_on-month': '2',
  'check_back_on-year': '2015',
}

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  describe('a list', () => {
    test('shows who is overdue, the longest first, with the gravest rule and what it asks', async () => {
      const store = await open()
      const page = await browserOf(store, NORTH).read(AT)
      const order = ['N20417', 'N20418', 'N20419'].map((child) => page.indexOf(child))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(page).toContain('3 of 3 assessments have no answer.')
      expect(page).toContain('Why is it not finished, and who has signed that off?')
      expect(page).toContain('day 45 was 17 December 2014')
      await store.close()
    })

    test('holds no child of another team, on the page, in the file or in the counts', async () => {
      const store = await open()
      const north = browserOf(store, NORTH)
      for (const address of [AT, `${AT}.csv`, '/lists', '/lists.csv', `${AT}?team=South`])
        expect(await north.read(address), address).not.toContain('S90001')
      expect((await browserOf(store, SOUTH).read(`${AT}.csv`)).split('\n').filter(Boolean)).toHaveLength(2)
      expect(await browserOf(store, person({ kind: 'none' })).read(AT)).toContain('Nothing is overdue.')
      await store.close()
    })

    test('is written in the access log with the children who were shown', async () => {
      const store = await open()
      await browserOf(store, NORTH).read(`${AT}?worker=SW-2`)
      const { entries } = await readAccessLog(
        store.records,
        allow(operator('norchester'), 'access-log:read'),
        1,
      )
      expect(entries).toMatchObject([
        { what: 'cases', subject: 'list assessment-points worker:SW-2', children: ['N20418'] },
      ])
      await store.close()
    })

    test('is narrowed and sorted by its address', async () => {
      const store = await open()
      const north = browserOf(store, NORTH)
      expect(await north.read(`${AT}?worker=Unallocated`)).toContain('N20419')
      expect(await north.read(`${AT}?worker=Unallocated`)).not.toContain('N20417')
      expect(await north.read(`${AT}?rule=day+45`)).not.toContain('N20418')
      const byChild = await north.read(`${AT}?sort=worker`)
      expect(byChild.indexOf('N20417')).toBeLessThan(byChild.indexOf('N20418'))
      for (const wrong of ['?sort=length', '?page=0', '?only=late'])
        expect((await north.get(AT + wrong)).status, wrong).toBe(404)
      await store.close()
    })

    test('is closed to those who see no child, who are told how many there are', async () => {
      const store = await open()
      const director = browserOf(store, person({ kind: 'none' }, { role: 'director' }))
      expect((await director.get(AT)).status).toBe(403)
      const index = await director.read('/lists')
      expect(index).toContain('counts of the whole council')
      expect(index).not.toContain(AT)
      expect(await director.read('/lists.csv')).toMatch(/^Open assessments past a review point,.*,4,4,/m)
      await store.close()
    })
  })

  describe('an answer', () => {
    test('stays with its child until the rule clears, and the next child without one is opened', async () => {
      const store = await open()
      const north = browserOf(store, NORTH)
      await north.get(`${AT}?open=${ref(1)}`)
      const saved = await north.post(`${AT}?open=${ref(1)}`, { ...ANSWER, do: 'next' })
      expect(saved.status).toBe(303)
      expect(saved.headers.get('Location')).toBe(`${AT}?open=${ref(2)}#reason`)
      const page = await north.read(AT)
      expect(page).toContain('2 of 3 assessments have no answer.')
      expect(page).toContain('SW-1, checks back 20 February 2015')
      expect(await north.read('/lists.csv')).toMatch(/^Open assessments past a review point,.*,3,2,/m)
      await store.close()
    })

    test('that says too little is refused with what was typed', async () => {
      const store = await open()
      const north = browserOf(store, NORTH)
      await north.get(`${AT}?open=${ref(1)}`)
      const faults: [Record<string, string>, string][] = [
        [{ reason: '' }, 'Choose a reason'],
        [{ reason: 'Because' }, 'Choose a reason'],
        [{ plan: '' }, 'Say what will change, and what keeps the child safe until then'],
        [{ 'check_back_on-year': '2014' }, 'The day on which it is checked must be today or later'],
        [{ 'check_back_on-year': '2016' }, 'The day on which it is checked must be within 6 months'],
        [{ 'check_back_on-day': '31' }, 'Check back'],
      ]
      for (const [change, says] of faults) {
        const answer = await north.post(`${AT}?open=${ref(1)}`, { ...ANSWER, ...change })
        expect(answer.status, says).toBe(422)
        const page = await answer.text()
        expect(page).toContain(says)
        if (change['plan'] === undefined) expect(page).toContain('the aunt cares for the children until then')
      }
      await store.close()
    })

    test('for a child of another team is not found, and nothing is kept', async () => {
      const store = await open()
      const north = browserOf(store, NORTH)
      await north.get(AT)
      expect((await north.post(`${AT}?open=${ref(4)}`, ANSWER)).status).toBe(404)
      expect(await browserOf(store, SOUTH).read(AT)).toContain('1 of 1 assessment has no answer.')
      await store.close()
    })

    test('of two people at once: the second is shown both, and both are kept', async () => {
      const store = await open()
      const worker = person(
        { kind: 'own', worker: 'SW-1' },
        { id: 'per_worker', name: 'Worker', role: 'social_worker' },
      )
      const [first, second] = [browserOf(store, NORTH), browserOf(store, worker)]
      await first.get(`${AT}?open=${ref(1)}`)
      await second.get(`${AT}?open=${ref(1)}`)
      await first.post(`${AT}?open=${ref(1)}`, ANSWER)
      const mine = { ...ANSWER, reason: 'Worker away', plan: 'Covered from Monday' }
      const told = await second.post(`${AT}?open=${ref(1)}`, mine)
      expect(told.status).toBe(409)
      const page = await told.text()
      expect(page).toContain('Manager of North answered while you wrote.')
      expect(page).toContain('the aunt cares for the children until then')
      expect(page).toContain('Covered from Monday')
      const after = /name="after" value="([^"]+)"/.exec(page)![1]!
      expect((await second.post(`${AT}?open=${ref(1)}`, { ...mine, after })).status).toBe(303)
      expect(await first.read(AT)).toContain('Covered from Monday')
      expect(
        await store.records
          .selectFrom('list_answer' as never)
          .selectAll()
          .execute(),
      ).toHaveLength(2)
      await store.close()
    })

    test('whose day lies within the figures while the rule holds was not kept', async () => {
      const store = await open()
      const north = browserOf(store, NORTH)
      await north.get(`${AT}?open=${ref(1)}`)
      await north.post(`${AT}?open=${ref(1)}`, ANSWER)
      expect(await north.read(AT)).not.toContain('Not kept')
      await tablesOf(store.records)
        .updateTable('list_answer')
        .set({ checkBackOn: '2015-01-30', version: 2 })
        .execute()
      expect(await north.read(AT)).toContain(
        'Not kept: 30 January 2015 has passed, and the rule still holds.',
      )
      expect(await north.read(`${AT}?only=broken`)).toContain('N20417')
      await store.close()
    })
  })
})
