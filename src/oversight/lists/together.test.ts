import { beforeAll, describe, expect, test } from 'vitest'
import { Hono } from 'hono'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { someFrame } from '../../../tests/support/someone.ts'
import { visitorOf, type Visitor } from '../../../tests/support/visitor.ts'
import { measured } from '../../../tests/support/measured.ts'
import { accessMigrations, type Person, type WebEnv } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { childRef } from '../../measures/figures/child-ref.ts'
import { stoppedClock } from '../../platform/day.ts'
import { NotAllowed, NotFound, Stale } from '../../platform/errors.ts'
import { recordMigrations } from '../../records/index.ts'
import { oversightMigrations } from '../migrations.ts'
import { listRoutes } from './list-routes.tsx'
import { togetherRoutes } from './together-routes.tsx'

/* Three children of North and one of South who saw no dentist in the year. */
const insert = `
  insert into person (child_key, person_id, dob) values (1, 'N20417', '2008-01-01'), (2, 'N20418', '2008-01-01'), (3, 'N20419', '2008-01-01'), (4, 'S90001', '2008-01-01'), (5, 'N20420', '2008-01-01');
  insert into cla_periods (cla_id, child_key, start_date, team) select 'c' || child_key, child_key, date '2013-12-02', case child_key when 4 then 'South' else 'North' end from person;
  insert into cla_periods (cla_id, child_key, start_date, end_date, team) values ('c0', 5, '2012-12-03', '2013-01-04', 'North');
  insert into legal_status (child_key, cla_id, legal_status, start_date, end_date) select child_key, cla_id, 'C2', start_date, end_date from cla_periods;
  insert into cla_health (child_key, check_type, said_type, check_date) values (5, 'dental', 'Dentist', '2014-12-02');`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = await measured({ asAt: '2015-01-31', insert })
})

const person = (change: Partial<Person> = {}): Person => ({
  id: 'per_manager',
  council: 'norchester',
  name: 'Manager of North',
  role: 'team_manager',
  scope: { kind: 'team', teams: ['North'] },
  ...change,
})

function browserOf(store: TestStore, who = person()): Visitor {
  const deps = {
    records: store.records,
    clock: stoppedClock('2015-02-05'),
    pool: { current: () => Promise.resolve(snapshot) },
  } as unknown as Parameters<typeof listRoutes>[0]
  return visitorOf(
    new Hono<WebEnv>()
      .use(async (c, next) => {
        c.set('person', who)
        c.set('frame', someFrame({ asAt: '2015-01-31' }))
        await next()
      })
      .route('/lists', listRoutes(deps).route('/', togetherRoutes(deps)))
      .onError((error, c) =>
        c.text(
          error.message,
          error instanceof NotFound
            ? 404
            : error instanceof NotAllowed
              ? 403
              : error instanceof Stale
                ? 409
                : 500,
        ),
      ),
  )
}

const AT = '/lists/dental-checks'
const tick = (...keys: number[]) =>
  Object.fromEntries(keys.map((key) => [`row.${childRef(snapshot, key)}`, 'yes']))
const ANSWER = {
  reason: 'Recording backlog',
  plan: 'They were seen; the dates are entered by Friday',
  owner: 'Team manager',
  'check_back_on-day': '20',
  'check_back_on-month': '2',
  'check_back_on-year': '2015',
}

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  describe('one reason for many', () => {
    test('is kept for each child who was chosen, and for no other', async () => {
      const store = await open()
      const north = browserOf(store)
      expect(await north.read(AT)).toContain('Give one reason for many')
      const page = await north.read(`${AT}/together`)
      for (const child of ['N20417', 'N20418', 'N20419']) expect(page).toContain(child)
      expect(page).not.toContain('S90001')
      expect(page).not.toContain('Court timetable')
      const saved = await north.post(`${AT}/together`, { ...ANSWER, ...tick(1, 2) })
      expect([saved.status, saved.headers.get('Location')]).toEqual([303, AT])
      expect(await north.read(`${AT}?only=unanswered`)).toContain('1 of 3')
      expect(await north.read(`${AT}/together`)).not.toContain('N20417')
      await store.close()
    })

    test('is refused with what was typed: nobody chosen, or a reason that is for one child alone', async () => {
      const store = await open()
      const north = browserOf(store)
      await north.get(`${AT}/together`)
      for (const [form, says] of [
        [ANSWER, 'Choose at least one'],
        [{ ...ANSWER, ...tick(1), reason: 'Court timetable' }, 'Choose a reason'],
        [{ ...ANSWER, ...tick(4) }, 'Choose at least one'],
        [{ ...ANSWER, ...tick(1), 'check_back_on-year': '2014' }, 'must be today or later'],
      ] as const) {
        const answer = await north.post(`${AT}/together`, form)
        expect(answer.status, says).toBe(422)
        const page = await answer.text()
        expect(page).toContain(says)
        expect(page).toContain('the dates are entered by Friday')
      }
      expect(await north.read(AT)).toContain('3 of 3')
      await store.close()
    })

    test('tells the second of two people who answered first, keeps nothing until they save again, and loses nothing', async () => {
      const store = await open()
      const [first, second] = [
        browserOf(store, person({ id: 'per_1', name: 'Duty manager' })),
        browserOf(store),
      ]
      await first.get(`${AT}/together`)
      await second.get(`${AT}/together`)
      await first.post(`${AT}/together`, { ...ANSWER, ...tick(1), plan: 'Entered today' })
      const told = await second.post(`${AT}/together`, { ...ANSWER, ...tick(1, 2) })
      expect(told.status).toBe(409)
      const page = await told.text()
      expect(page).toContain('N20417: Duty manager answered: Recording backlog. Entered today')
      expect(page).toContain('the dates are entered by Friday')
      expect(await first.read(AT)).toContain('2 of 3')
      expect((await second.post(`${AT}/together`, { ...ANSWER, ...tick(2) })).status).toBe(303)
      const after = await first.read(AT)
      expect(after).toContain('Entered today')
      expect(after).toContain('1 of 3')
      await store.close()
    })

    test('is only for lists whose rule allows it, and for those who may answer', async () => {
      const store = await open()
      expect((await browserOf(store).get('/lists/assessment-points/together')).status).toBe(404)
      expect((await browserOf(store, person({ role: 'auditor' })).get(`${AT}/together`)).status).toBe(403)
      await store.close()
    })
  })
})
