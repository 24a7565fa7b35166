import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { measured } from '../../../tests/support/measured.ts'
import { someFrame } from '../../../tests/support/someone.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { visitorOf, type Visitor } from '../../../tests/support/visitor.ts'
import { accessMigrations, allow, operator, type Person, type WebEnv } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import { NotAllowed, NotFound, Refused } from '../../platform/errors.ts'
import {
  addRecord,
  listRecords,
  recordMigrations,
  recordTransaction,
  withdrawRecord,
} from '../../records/index.ts'
import { previewImport } from '../../records/import-preview.ts'
import { listRoutes } from '../lists/list-routes.tsx'
import type { ListRow } from '../lists/list-rows.ts'
import { listOfId } from '../lists/lists.ts'
import { oversightMigrations } from '../migrations.ts'
import { guidanceMounts } from './guidance-routes.tsx'
import { setPracticeStandards } from './permissions.ts'
import { clockOf, CLOCK_NAMES, practiceStandard, type PracticeStandard } from './practice-standard.ts'
import { standardNote } from './standard-note.ts'

/* At 30 January 2015: last seen 20, 21 and 26 working days ago, and never since 1 December; a child of South as well. */
const insert = `
  insert into person (child_key, person_id, dob) values
    (1, 'N1', '2010-01-01'), (2, 'N2', '2010-01-01'), (3, 'N3', '2010-01-01'), (4, 'N4', '2010-01-01'), (5, 'S1', '2010-01-01');
  insert into cin_episodes (episode_id, child_key, referral_date, team) select 'e' || child_key, child_key, '2014-06-02', case when child_key = 5 then 'South' else 'North' end from person;
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) select 'a' || child_key, child_key, '2014-06-03', date '2014-12-01', false from person;
  insert into cin_visits (child_key, visit_date, seen) values (1, '2015-01-02', true), (2, '2014-12-31', true), (3, '2014-12-22', true), (5, '2014-12-22', true);`

const snapshots = new Map<Day, OpenSnapshot>()
beforeAll(async () => {
  for (const asAt of ['2015-01-30', '2015-02-03'] as const)
    snapshots.set(asAt, { ...(await measured({ asAt, source: 'ssd', insert })), id: asAt })
})

const HEAD: Person = {
  id: 'per_head',
  council: 'norchester',
  name: 'Head of service',
  role: 'head_of_service',
  scope: { kind: 'service', service: 'North', teams: ['North'] },
}
const MANAGER: Person = { ...HEAD, id: 'per_manager', role: 'team_manager' }
const clock = stoppedClock('2015-02-05')
const pass = allow(HEAD, setPracticeStandards)

function browserOf(store: TestStore, who: Person, asAt: Day = '2015-01-30'): Visitor {
  const deps = {
    records: store.records,
    clock,
    pool: { current: () => Promise.resolve(snapshots.get(asAt)) },
    ask: () => Promise.resolve([]),
  } as unknown as Parameters<typeof guidanceMounts>[0]
  const app = new Hono<WebEnv>().use(async (c, next) => {
    c.set('person', who)
    c.set('frame', someFrame({ asAt, today: clock.today() }))
    await next()
  })
  app.route('/lists', listRoutes(deps))
  for (const { path, routes } of guidanceMounts(deps)) app.route(path, routes)
  return visitorOf(
    app.onError((error, c) => {
      if (error instanceof NotFound) return c.text(error.message, 404)
      if (error instanceof NotAllowed) return c.text(error.message, 403)
      if (error instanceof Refused) return c.text(error.message, 422)
      throw error
    }),
  )
}

const VISITS = {
  clock: 'need_visits',
  fromOn: '2014-04-01',
  firstWithin: 20,
  thenEvery: 20,
  agreedBy: 'Deputy Director',
  why: '',
} as const

const add = (store: TestStore, change: Partial<Omit<PracticeStandard, 'id' | 'version'>>): Promise<string> =>
  recordTransaction(store.records, pass, clock, practiceStandard, (open) =>
    addRecord(open, practiceStandard, { ...VISITS, ...change }),
  )

const words = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const form = (fromOn: Day, more: Record<string, string> = {}) => {
  const [year = '', month = '', of = ''] = fromOn.split('-')
  return {
    clock: 'need_visits',
    first_within: '10',
    then_every: '15',
    agreed_by: 'Head of service',
    'from_on-day': of,
    'from_on-month': month,
    'from_on-year': year,
    ...more,
  }
}

test('each standard rules a list that there is, and starts with what that list counts', () => {
  for (const name of CLOCK_NAMES) {
    const { list, counted, unit } = clockOf(name)
    const { rule, clock: of } = listOfId(list)!
    const said = `${rule} ${of}`
    if (unit === 'working day') expect(said).toContain(String(counted.first))
    else expect(said).toMatch(/six weeks, and then every twelve/)
  }
})

test('no version says how many rows are late by it where the list has no day to count from', () => {
  const row = { rules: [{ startsOn: null, detail: null, daysOver: null }] } as unknown as ListRow
  const standard = { ...VISITS, id: 'pst_1', version: 1, thenEvery: 15 }
  const note = standardNote([standard], 'need_visits', { rows: [row], asAt: '2015-01-30' })
  expect(note.text).not.toContain('By the standard')
})

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  test('a list says which version rules on the day of its figures, since when, and what comes next', async () => {
    const store = await open()
    const at = '/lists/need-visits'
    expect(words(await browserOf(store, MANAGER).read(at))).toContain(
      'No version of the practice standard held on 30 January 2015. This list and its measure count a visit every 20 working days',
    )
    await add(store, {})
    await add(store, { fromOn: '2015-02-02', firstWithin: 10, thenEvery: 15 })
    const before = words(await browserOf(store, MANAGER).read(at))
    expect(before).toContain(
      'The practice standard since 1 April 2014 rules: a visit every 20 working days, the first from the day that the need was found.',
    )
    expect(before).toContain(
      'From 2 February 2015 it is: the first visit within 10 working days of the day that the need was found, then one every 15 working days.',
    )
    expect(before).not.toContain('count otherwise')
    const after = words(await browserOf(store, MANAGER, '2015-02-03').read(at))
    expect(after).toContain('The practice standard since 2 February 2015 rules: the first visit within 10')
    expect(after).toContain('This list and its measure count otherwise: a visit every 20 working days')
    expect(after).not.toContain('it is: the first visit')
    await store.close()
  })

  test('where the standard says another number, the list counts its own rows by it, in the reader’s scope', async () => {
    const store = await open()
    await add(store, { thenEvery: 25 })
    const shown = words(await browserOf(store, MANAGER).read('/lists/need-visits'))
    // Of North: never seen since 1 December, and seen 26 working days ago; not 20 and 21 days ago, and not the child of South.
    expect(shown).toContain('By the standard 2 of the 4 rows of this list, due or overdue, are late.')
    expect(shown).toContain('Overdue here, and in time by the standard: 1 N2')
    expect(shown).not.toContain('Late by the standard, and not overdue here')
    expect(shown).not.toContain('S1')
    await store.close()
  })

  test('of plans, those that came or are still to come are counted by the standard’s days', async () => {
    const store = await open()
    await add(store, { clock: 'need_plans', firstWithin: 60, thenEvery: null })
    const north = browserOf(store, MANAGER)
    expect(words(await north.read('/lists/need-plans'))).toContain('a plan within 60 working days of the day')
    expect(words(await north.read('/lists/need-plan-reviews'))).toContain(
      'count the first review within 6 weeks of the start of the plan, then one every 12 weeks',
    )
    expect(words(await north.read('/lists/core-groups'))).not.toContain('practice standard')
    await store.close()
  })

  test('a version never changes, and an earlier one stays readable with the day until which it held', async () => {
    const store = await open()
    const id = await add(store, {})
    const head = browserOf(store, HEAD)
    await head.get('/practice-standards/new')
    const added = await head.post('/practice-standards/new', form('2015-02-02'))
    expect(added.status).toBe(303)
    const earlier = words(await head.read(`/practice-standards/${id}`))
    expect(earlier).toContain('It holds from 1 April 2014 until the version from 2 February 2015')
    expect(earlier).not.toContain('Change')
    await head.get(`/practice-standards/${id}/change`)
    const changed = await head.post(`/practice-standards/${id}/change`, {
      version: '1',
      ...form('2014-04-01', { first_within: '30', then_every: '20', agreed_by: 'Deputy Director' }),
    })
    expect(changed.status).toBe(422)
    expect(await changed.text()).toContain('A version of a standard never changes: add the next version')
    const list = words(await head.read('/practice-standards'))
    expect(list).toContain('Since 2 February 2015: the first visit within 10 working days')
    expect(list).toMatch(/From 1 April 2014 .* Earlier/)
    await store.close()
  })

  test('what makes no sense is refused in words', async () => {
    const store = await open()
    const head = browserOf(store, HEAD)
    await head.get('/practice-standards/new')
    const refused = async (fields: Record<string, string>, why: string) => {
      const answer = await head.post('/practice-standards/new', fields)
      expect([why, answer.status]).toEqual([why, 422])
      expect(words(await answer.text())).toContain(why)
    }
    await refused(form('2015-02-02', { then_every: '' }), 'Enter how often after the first visit')
    await refused(form('2015-02-02', { clock: 'need_plans' }), 'A plan is made once: leave this empty')
    await refused(form('2015-02-02', { first_within: '0' }), 'The first within must be 1 or more')
    await refused(form('2015-02-31'), 'Holds from must be a real day, like 30 April 2015')
    const manager = browserOf(store, MANAGER)
    expect((await manager.get('/practice-standards/new')).status).toBe(403)
    expect((await manager.post('/practice-standards/new', form('2015-02-02'))).status).toBe(403)
    await store.close()
  })

  test('of two people who add a version from one day at once the second is told, until the first is withdrawn', async () => {
    const store = await open()
    await add(store, {})
    const [one, other] = [browserOf(store, HEAD), browserOf(store, { ...HEAD, id: 'per_other' })]
    await one.get('/practice-standards/new')
    await other.get('/practice-standards/new')
    const answers = await Promise.all([
      one.post('/practice-standards/new', form('2015-02-02')),
      other.post('/practice-standards/new', form('2015-02-02', { then_every: '25' })),
    ])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 422]))
    const second = answers.find(({ status }) => status === 422)!
    expect(words(await second.text())).toContain(
      'There is a version of this standard from 2 February 2015 already: withdraw it, or enter another day',
    )
    const kept = await listRecords(store.records, pass, practiceStandard)
    const first = kept.find(({ fromOn }) => fromOn === '2015-02-02')!
    await recordTransaction(store.records, pass, clock, practiceStandard, (at) =>
      withdrawRecord(at, practiceStandard, first.id, 1, 'Agreed anew'),
    )
    const again = await one.post('/practice-standards/new', form('2015-02-02'))
    expect(again.status).toBe(303)
    await store.close()
  })

  test('a file that brings two versions from one day is refused on the second row', async () => {
    const store = await open()
    await add(store, {})
    const table = {
      columns: ['clock', 'from_on', 'first_within', 'then_every', 'agreed_by'],
      rows: [
        { row: 2, cells: ['need_visits', '2014-04-01', '10', '15', 'Head of service'] },
        { row: 3, cells: ['need_visits', '2015-02-02', '10', '15', 'Head of service'] },
        { row: 4, cells: ['need_visits', '2015-02-02', '10', '20', 'Head of service'] },
        { row: 5, cells: ['need_reviews', '2015-02-02', '6', '12', 'Head of service'] },
      ],
    }
    const found = await previewImport(store.records, pass, practiceStandard, clock, table)
    expect(found.added.map(({ row }) => row)).toEqual([3, 5])
    expect(found.refused.map(({ row, why }) => [row, why])).toEqual([
      [2, expect.stringContaining('from 1 April 2014 already')],
      [4, expect.stringContaining('from 2 February 2015 already')],
    ])
    await store.close()
  })

  test('another council’s versions rule nothing here', async () => {
    const store = await open()
    const theirs = allow(operator('southby'), setPracticeStandards)
    await recordTransaction(store.records, theirs, clock, practiceStandard, (at) =>
      addRecord(at, practiceStandard, VISITS),
    )
    expect(words(await browserOf(store, MANAGER).read('/lists/need-visits'))).toContain('No version')
    await store.close()
  })
})
