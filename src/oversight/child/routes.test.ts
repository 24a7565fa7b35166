import { Hono } from 'hono'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import { sqliteStore, type TestStore } from '../../../tests/support/stores.ts'
import {
  accessMigrations,
  allow,
  caseSystemFault,
  caseSystemHref,
  operator,
  readAccessLog,
  type Person,
  type Scope,
  type WebEnv,
} from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { childRef } from '../../measures/figures/child-ref.ts'
import { stoppedClock } from '../../platform/day.ts'
import { NotAllowed, NotFound } from '../../platform/errors.ts'
import type { FrameProps } from '../../ui/frame.tsx'
import type { ChildEvent } from './event.ts'
import { childRoutes } from './routes.tsx'

const FRAME: FrameProps = {
  councilName: 'Norchester City Council',
  brandColour: '#0b4a4f',
  person: { name: 'Team manager', roleTitle: 'Team manager' },
  sections: [],
  demonstration: false,
  asAt: '2015-01-31',
  loadedOn: '2015-02-04',
  today: '2015-02-05',
  csrf: 'proof',
}

const snapshotOf = async (id: string, personId: string): Promise<OpenSnapshot> => {
  const build = await buildTestDataset({
    asAt: '2015-01-31',
    insert: `
      insert into person (child_key, person_id, sex, dob) values (1, '${personId}', 'F', '2000-06-01');
      insert into cin_assessments (assessment_id, child_key, start_date, team, worker, file, sheet, row_number) values
        ('a1', 1, '2014-10-01', 'North 2', 'SW-207', 'annex-a.xlsx', 'List 4', 7);
      insert into allocation (child_key, worker, team, from_date, to_date) values
        (1, 'SW-207', 'North 2', '2015-01-31', '2015-01-31');`,
  })
  return {
    id,
    asAt: '2015-01-31',
    loadedAt: '2015-02-04T09:00:00Z',
    sources: ['annex-a'],
    all: (sql, parameters) => build.all(sql, parameters),
    close: () => {},
  }
}

let store: TestStore
let snapshots: Record<string, OpenSnapshot>
beforeEach(async () => {
  store = await sqliteStore(accessMigrations)
})
beforeAll(async () => {
  snapshots = { norchester: await snapshotOf('n-1', 'N20417'), southby: await snapshotOf('s-1', 'S90001') }
})
afterEach(() => store.close())

const manager = (scope: Scope, change: Partial<Person> = {}): Person => ({
  id: 'per_1',
  council: 'norchester',
  name: 'Team manager',
  role: 'team_manager',
  scope,
  ...change,
})

/** The room alone, as the door would call it. What is thrown comes out as its status. */
const open = async (person: Person, ref: string): Promise<{ status: number; html: string }> => {
  const app = new Hono<WebEnv>()
  app.use(async (c, next) => {
    c.set('person', person)
    c.set('frame', FRAME)
    await next()
  })
  const pool = { current: (council: string) => Promise.resolve(snapshots[council] ?? null) }
  app.route(
    '/children',
    childRoutes({
      records: store.records,
      pool,
      clock: stoppedClock('2015-02-05'),
      council: { caseSystem: CASES },
      ask: () => Promise.resolve(KEPT as never),
    }),
  )
  app.onError((error, c) =>
    c.text(error.message, error instanceof NotFound ? 404 : error instanceof NotAllowed ? 403 : 500),
  )
  const answer = await app.request(`/children/${ref}`)
  return { status: answer.status, html: await answer.text() }
}
const logged = async () =>
  (await readAccessLog(store.records, allow(operator('norchester'), 'access-log:read'), 1)).entries

const CASES = 'https://cases.example.gov.uk/child/{child}?from=waymark'
const KEPT: ChildEvent[] = [
  {
    on: '2015-02-03',
    lane: 'Kept in Waymark',
    what: 'Answered on Drift: Court timetable',
    state: null,
    note: 'Heard on 20 February',
    source: null,
  },
]

test('the record leads to the case system, and shows what is kept in Waymark', async () => {
  const { html } = await open(manager({ kind: 'everything' }), childRef({ id: 'n-1' }, 1))
  expect(html).toContain('https://cases.example.gov.uk/child/N20417?from=waymark')
  expect(html).toContain('Answered on Drift: Court timetable')
  expect(html).toContain('Recorded in Waymark')
  expect(html).toContain('On no list')
})

test('an address of the case system is whole, on the web, and holds the child once', () => {
  expect(caseSystemFault(CASES)).toBeNull()
  expect(caseSystemFault('https://cases.example.gov.uk/')).toContain('{child} once')
  expect(caseSystemFault('javascript:alert({child})')).toContain('https://')
  expect(caseSystemFault('https://{child}.example.gov.uk/')).not.toBeNull()
  expect(caseSystemHref(CASES, 'N 1/2')).toBe('https://cases.example.gov.uk/child/N%201%2F2?from=waymark')
  expect(caseSystemHref(null, 'N1')).toBeNull()
})

test('a team manager opens a child of their team, is told why, and it is written down', async () => {
  const person = manager({ kind: 'team', teams: ['North 2'] })
  const { status, html } = await open(person, childRef({ id: 'n-1' }, 1))
  expect(status).toBe(200)
  expect(html).toContain('Child N20417')
  expect(html).toContain('One thing is overdue: an assessment.')
  expect(html).toContain('annex-a.xlsx, List 4, row\u00a07')
  expect(html).toContain('You may see this child because this child is allocated to your team.')
  expect(html).toContain('recorded at 12:00')
  expect(await logged()).toMatchObject([
    { what: 'child', children: ['N20417'], personId: 'per_1', why: 'this child is allocated to your team' },
  ])
})

test('the title and the address say nothing of who the child is', async () => {
  const ref = childRef({ id: 'n-1' }, 1)
  const { html } = await open(manager({ kind: 'everything' }), ref)
  expect(/<title>[^<]*/.exec(html)![0]).not.toContain('20417')
  expect(ref).not.toContain('20417')
})

test('a child out of scope, of another council or of no snapshot is not found, and nothing is written down', async () => {
  const ref = childRef({ id: 'n-1' }, 1)
  const statusOf = async (person: Person, at = ref) => (await open(person, at)).status
  expect(await statusOf(manager({ kind: 'team', teams: ['North 1'] }))).toBe(404)
  expect(await statusOf(manager({ kind: 'own', worker: 'SW-118' }, { role: 'social_worker' }))).toBe(404)
  expect(await statusOf(manager({ kind: 'none' }))).toBe(404)
  expect(await statusOf(manager({ kind: 'everything' }, { council: 'southby' }))).toBe(404)
  expect(await statusOf(manager({ kind: 'everything' }), childRef({ id: 's-1' }, 1))).toBe(404)
  expect(await statusOf(manager({ kind: 'everything' }), 'N20417')).toBe(404)
  expect(await statusOf(manager({ kind: 'everything' }, { council: 'westby' }))).toBe(404)
  expect(await logged()).toEqual([])
})

test('a role that sees no child is told so', async () => {
  const ref = childRef({ id: 'n-1' }, 1)
  expect((await open(manager({ kind: 'everything' }, { role: 'director' }), ref)).status).toBe(403)
})

test('what cannot be written down is not shown', async () => {
  await store.records.schema.dropTable('access_log').execute()
  const { status, html } = await open(manager({ kind: 'everything' }), childRef({ id: 'n-1' }, 1))
  expect(status).toBe(500)
  expect(html).not.toContain('N20417')
})
