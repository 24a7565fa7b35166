import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { measured } from '../../../tests/support/measured.ts'
import { someFrame } from '../../../tests/support/someone.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { visitorOf, type Visitor } from '../../../tests/support/visitor.ts'
import {
  accessMigrations,
  allow,
  createPerson,
  giveChildren,
  listAssignments,
  operator,
  type Person,
  type Role,
  type Scope,
  type WebEnv,
} from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import { heldChildren } from '../home/held-children.ts'
import { assignmentRoutes } from './assignment-routes.tsx'
import { draw } from './draw.ts'

/* North holds N1 and N2, South S1. IRO-12 chairs for N1 and S1 now, and chaired for N2 until another did. S1 was missing in
   January, N2 two years ago. */
const insert = `
  insert into person (child_key, person_id) values (1, 'N1'), (2, 'N2'), (3, 'S1');
  insert into allocation (child_key, worker, team, from_date, to_date) values
    (1, 'SW-1', 'North', '2015-01-01', '2015-01-31'), (2, 'SW-1', 'North', '2015-01-01', '2015-01-31'),
    (3, 'SW-9', 'South', '2015-01-01', '2015-01-31');
  insert into conference_attendance (conference_attendance_id, child_key, meeting, held_on, booked_on, chair) values
    ('c1', 1, 'M1', '2015-01-05', '2015-01-05', 'IRO-12'), ('c2', 2, 'M2', '2014-10-05', '2014-10-05', 'IRO-12'),
    ('c3', 2, 'M3', '2015-01-06', '2015-01-06', 'IRO-13'), ('c4', 3, 'M4', null, '2015-02-09', 'IRO-12');
  insert into missing_episodes (episode_id, child_key, start_date, end_date) values
    ('e1', 3, '2015-01-10', '2015-01-11'), ('e2', 2, '2013-01-10', '2013-01-11');`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = await measured({ asAt: '2015-01-31', insert }, 'mis-rhi-72h')
})

const childrenOf = async (scope: Scope) =>
  (await heldChildren(snapshot, { scope })).map(({ personId }) => personId)

test('a chair reaches the children of whose latest meeting they are the chair, and those given by number', async () => {
  expect(await childrenOf({ kind: 'chaired', children: [], chairs: ['IRO-12'] })).toEqual(['N1', 'S1'])
  expect(await childrenOf({ kind: 'chaired', children: ['N2'], chairs: ['IRO-12'] })).toEqual([
    'N1',
    'N2',
    'S1',
  ])
  expect(await childrenOf({ kind: 'chaired', children: [] })).toEqual([])
})

test('a children’s rights officer reaches those who were missing in the last year', async () => {
  expect(await childrenOf({ kind: 'missing' })).toEqual(['S1'])
})

test('a draw is the same for the same seed, and does not follow the order of the children', () => {
  const children = Array.from({ length: 40 }, (_, index) => `N${index}`)
  expect(draw(children, 5, 'seed')).toEqual(draw(children.toReversed(), 5, 'seed'))
  expect(draw(children, 5, 'seed')).not.toEqual(draw(children, 5, 'other'))
  expect(new Set(draw(children, 50, 'seed')).size).toBe(40)
})

const clock = stoppedClock('2015-02-05')
const HEAD: Scope = { kind: 'service', service: 'North', teams: ['North'] }

function browserOf(store: TestStore, role: Role, scope: Scope = { kind: 'none' }): Visitor {
  const who: Person = { id: `per_${role}`, council: 'norchester', name: role, role, scope }
  const deps = { records: store.records, clock, pool: { current: () => Promise.resolve(snapshot) } }
  return visitorOf(
    new Hono<WebEnv>()
      .use(async (c, next) => {
        c.set('person', who)
        c.set('frame', someFrame({ asAt: '2015-01-31', today: '2015-02-05' }))
        await next()
      })
      .route('/assignments', assignmentRoutes(deps as unknown as Parameters<typeof assignmentRoutes>[0])),
  )
}

onBothStores(accessMigrations, (open) => {
  describe('giving children', () => {
    test('a head of service gives and draws children of their own service, and no other', async () => {
      const store = await open()
      const auditor = await account(store, 'auditor', { kind: 'drawn', children: [] })
      const head = browserOf(store, 'head_of_service', HEAD)
      expect(await head.read('/assignments')).toContain('1 person waits for children')
      const at = `/assignments/${auditor.id}`
      const day = { 'from-day': '5', 'from-month': '2', 'from-year': '2015' }
      const refused = await head.post(at, { form: 'child', subjects: 'S1', ...day })
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('You may not open, or there is no child of, the number S1')
      expect((await head.post(at, { form: 'draw', count: '5', ...day })).status).toBe(303)
      const given = await listAssignments(store.records, allow(operator('norchester'), 'assignments:write'))
      expect(given.map(({ subject }) => subject).toSorted()).toEqual(['N1', 'N2'])
      expect(given[0]!.reason).toMatch(/^Drawn 2 of 2 by lot, seed /)
      expect(await head.read(at)).toContain('Child N1')
      await store.close()
    })

    test('what is given to somebody who has left is shown, and handed over to those who have not', async () => {
      const store = await open()
      const [gone, stays] = [
        await account(store, 'reviewing_officer', { kind: 'chaired', children: [] }, 'gone', '2015-02-04'),
        await account(store, 'reviewing_officer', { kind: 'chaired', children: [] }, 'stays'),
      ]
      const pass = allow(operator('norchester'), 'assignments:write')
      const given = { kind: 'chair', subject: 'IRO-12', from: '2015-01-01', to: null, reason: '' } as const
      const administrator = browserOf(store, 'administrator')
      expect(await administrator.read('/assignments')).not.toContain('gone')
      await giveChildren(store.records, clock, pass, [{ ...given, personId: gone.id }])
      const page = await administrator.read('/assignments')
      expect(page).toContain('1 person has left with children still given to them: hand them over.')
      expect(page).toContain('Has left: hand over what is still given')
      const day = { 'from-day': '5', 'from-month': '2', 'from-year': '2015' }
      const handed = { form: 'hand-over', person: stays.id, ...day }
      expect((await administrator.post(`/assignments/${gone.id}`, handed)).status).toBe(303)
      expect(await administrator.read('/assignments')).not.toContain('gone')
      expect((await listAssignments(store.records, pass)).map(({ personId, to }) => [personId, to])).toEqual([
        [stays.id, null],
        [gone.id, '2015-02-04'],
      ])
      await store.close()
    })

    test('an administrator gives by chair and by number, and is shown no child', async () => {
      const store = await open()
      const officer = await account(store, 'reviewing_officer', { kind: 'chaired', children: [] })
      const administrator = browserOf(store, 'administrator')
      const at = `/assignments/${officer.id}`
      const day = { 'from-day': '5', 'from-month': '2', 'from-year': '2015' }
      expect((await administrator.post(at, { form: 'chair', subjects: 'IRO-12', ...day })).status).toBe(303)
      expect((await administrator.post(at, { form: 'child', subjects: 'N2', ...day })).status).toBe(303)
      const page = await administrator.read(at)
      expect(page).toContain('Children whose meetings IRO-12 chairs')
      expect(page).not.toContain('N2')
      expect(page).toContain('1 child by number')
      const wrong = await administrator.post(at, { form: 'chair', subjects: '', ...day })
      expect(wrong.status).toBe(422)
      expect(await wrong.text()).toContain('Enter the code of the chair')
      await store.close()
    })
  })
})

async function account(
  { records }: TestStore,
  role: Role,
  scope: Scope,
  name: string = role,
  lastDay: Day | null = null,
): Promise<Person> {
  const draft = {
    email: `${name}@norchester.example`,
    name,
    lastDay,
    role,
    scope,
    password: 'three plain words',
  }
  const made = await createPerson(records, clock, allow(operator('norchester'), 'people:write'), draft)
  if (!made.ok) throw new Error(JSON.stringify(made.errors))
  return made.value
}
