import { beforeAll, describe, expect, test } from 'vitest'
import { atBrowser, personOf } from '../../../tests/support/at-browser.ts'
import { measured } from '../../../tests/support/measured.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import type { Visitor } from '../../../tests/support/visitor.ts'
import {
  accessMigrations,
  allow,
  operator,
  readAccessLog,
  type Person,
  type Role,
  type Scope,
} from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { childRef } from '../../measures/figures/child-ref.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import { recordMigrations, recordTableFaults } from '../../records/index.ts'
import { listIndexFile, listIndexRoutes } from '../lists/index-routes.tsx'
import { listRoutes } from '../lists/list-routes.tsx'
import { OVERSIGHT_KINDS } from '../kinds.ts'
import { oversightMigrations } from '../migrations.ts'
import { actionRoutes } from './action-routes.tsx'
import { ownedActions } from './action-store.ts'
import { promiseOf } from '../answers/answer.ts'
import { clinicMaterial } from './board-material.ts'
import { clinicRoutes, clinicsFile } from './clinic-routes.tsx'
import { liveRoutes } from './live-routes.tsx'
import { rulesToldIn } from '../lists/rules-told.ts'

/* Open assessments of 75, 30 and 22 working days in North, and of 60 in South, as at 31 January 2015; one was authorised. */
const insert = (authorised: string) => `
  insert into person (child_key, person_id, dob) values
    (1, 'N20417', '2007-01-15'), (2, 'N20418', '2010-01-15'), (3, 'N20419', '2013-01-15'), (4, 'S90001', '2012-01-15'),
    (5, 'N20420', null);
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker) values
    ('a1', 1, '2014-10-15', null, 'North', 'SW-1'), ('a2', 2, '2014-12-17', null, 'North', 'SW-2'),
    ('a3', 3, '2014-12-31', ${authorised}, 'North', 'SW-2'), ('a4', 4, '2014-11-05', null, 'South', 'SW-9'),
    ('a5', 5, '2014-12-01', '2014-12-20', 'North', 'SW-1');`

let january: OpenSnapshot
let february: OpenSnapshot
beforeAll(async () => {
  january = { ...(await measured({ asAt: '2015-01-31', insert: insert('null') })), id: 'january' }
  february = { ...(await measured({ asAt: '2015-02-14', insert: insert("'2015-02-10'") })), id: 'february' }
})

const person = (id: string, role: Role, scope: Scope, name = id): Person =>
  personOf(role, scope, { id, name })
const MANAGER = person('per_north', 'team_manager', { kind: 'team', teams: ['North'] }, 'Manager of North')
const HEAD = person(
  'per_head',
  'head_of_service',
  { kind: 'service', service: 'Both', teams: ['North', 'South'] },
  'Head of both',
)
const WORKER = person('per_worker', 'social_worker', { kind: 'own', worker: 'SW-2' })
const DIRECTOR = person('per_director', 'director', { kind: 'none' })
const BOARD_MEMBER = person('per_board', 'board_member', { kind: 'none' })
const FINANCE = person('per_finance', 'finance_partner', { kind: 'none' })
const AUDITOR = person('per_auditor', 'auditor', { kind: 'drawn', children: ['S90001'] })
const EVERY_CHILD = ['N20417', 'N20418', 'N20419', 'S90001']

/** Someone at their browser on a day, with the figures of then. */
function browserOf(store: TestStore, who: Person, today: Day = '2015-02-05'): Visitor {
  const current = today < '2015-02-14' ? january : february
  const deps = {
    records: store.records,
    clock: stoppedClock(today),
    pool: {
      current: () => Promise.resolve(current),
      byId: (_council: string, id: string) =>
        Promise.resolve([january, february].find((snapshot) => snapshot.id === id) ?? null),
    },
    ask: () => Promise.resolve(['North', 'South']),
  } as unknown as Parameters<typeof listRoutes>[0] & Parameters<typeof clinicRoutes>[0]
  return atBrowser(who, { asAt: current.asAt, today }, [
    { path: '/lists', routes: listIndexRoutes(deps).route('/', listRoutes(deps)) },
    { path: '/lists.csv', routes: listIndexFile(deps) },
    {
      path: '/clinics',
      routes: actionRoutes(deps).route('/', clinicRoutes(deps)).route('/', liveRoutes(deps)),
    },
    { path: '/clinics.csv', routes: clinicsFile(deps) },
  ])
}

const day = (name: string, on: Day) => {
  const [year = '', month = '', dayOf = ''] = on.split('-')
  return { [`${name}-day`]: dayOf, [`${name}-month`]: month, [`${name}-year`]: year }
}
const planned = (heldOn: Day, teams: string) => ({
  title: 'North',
  starts_at: '10am',
  chair: 'Head of service',
  attending: 'The managers',
  teams,
  lists: 'assessment-points',
  ...day('held_on', heldOn),
})
const said = (plan: string, by: Day = '2015-02-12') => ({
  reason: 'Court timetable',
  plan,
  owner: 'SW-2',
  do: 'next',
  ...day('check_back_on', by),
})

async function planAs(who: Visitor, heldOn: Day = '2015-02-05', teams = 'North'): Promise<string> {
  await who.get('/clinics/new')
  const answer = await who.post('/clinics/new', planned(heldOn, teams))
  expect(answer.status, await answer.clone().text()).toBe(303)
  return answer.headers.get('Location')!
}

const keyOf = (key: number, snapshot = january) => `assessment-points.${childRef(snapshot, key)}`
const versionIn = (page: string): string => /name="version" value="(\d+)"/.exec(page)![1]!
const words = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

async function close(who: Visitor, at: string): Promise<void> {
  const version = versionIn(await who.read(at))
  expect((await who.post(`${at}/close`, { version })).status).toBe(303)
}

test('a promise is kept when its rule has cleared, and not when the figures no longer hold the rule', () => {
  const promise = { checkBackOn: '2015-01-30', rules: 'no oversight, not seen' } as const
  const judged = (overdue: readonly string[], isTold: (rule: string) => boolean) =>
    promiseOf(promise, overdue, '2015-01-31', isTold)
  expect(judged([], () => true)).toBe('kept')
  expect(judged([], (rule) => rule !== 'no oversight')).toBe('waiting')
  expect(judged(['not seen'], (rule) => rule !== 'no oversight')).toBe('not kept')
})

test('a load without a table says nothing of the rules that need it', async () => {
  const told = await rulesToldIn(january)
  expect(told('assessment-points', 'day 45')).toBe(true)
  expect(told('drift', 'no oversight')).toBe(false)
})

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  test('the tables are what the kinds say', async () => {
    const store = await open()
    expect(await recordTableFaults(store.records, OVERSIGHT_KINDS)).toEqual([])
    await store.close()
  })

  describe('planning', () => {
    test('is of the planner’s own teams, with a team and a list at least', async () => {
      const store = await open()
      const manager = browserOf(store, MANAGER)
      await manager.get('/clinics/new')
      const none = await manager.post('/clinics/new', { title: '', chair: '' })
      expect(none.status).toBe(422)
      const page = words(await none.text())
      for (const says of ['Enter whose clinic it is', 'Choose at least one team', 'Choose at least one list'])
        expect(page).toContain(says)
      expect((await manager.post('/clinics/new', planned('2015-02-05', 'South'))).status).toBe(422)
      const at = await planAs(browserOf(store, HEAD), '2015-02-27', 'South')
      expect((await manager.get(`${at}/change`)).status).toBe(422)
      expect(words(await manager.read('/clinics'))).toContain(
        'The next clinic is on 27 February 2015: North.',
      )
      await store.close()
    })

    test('by two people at once loses nothing, and a clinic that is cancelled says why', async () => {
      const store = await open()
      const [first, second] = [browserOf(store, MANAGER), browserOf(store, HEAD)]
      const at = await planAs(first)
      const version = versionIn(await second.read(`${at}/change`))
      await first.get(`${at}/change`)
      const change = (chair: string) => ({ ...planned('2015-02-06', 'North'), chair, version })
      expect((await first.post(`${at}/change`, change('Team manager'))).status).toBe(303)
      const late = await second.post(`${at}/change`, change('Director'))
      expect(late.status).toBe(409)
      const page = await late.text()
      expect(page).toContain('chair: Team manager')
      expect(page).toContain('value="Director"')
      const again = await second.post(`${at}/change`, { ...change('Director'), version: versionIn(page) })
      expect(again.status).toBe(303)
      const cancelling = versionIn(await first.read(`${at}/cancel`))
      expect((await first.post(`${at}/cancel`, { version: cancelling })).status).toBe(422)
      await first.post(`${at}/cancel`, { version: cancelling, reason: 'Half-term' })
      expect(await first.read(at)).toContain('Half-term')
      await store.close()
    })
  })

  describe('a clinic', () => {
    test('goes through its teams’ children, the longest first, numbered the same for everybody', async () => {
      const store = await open()
      const head = browserOf(store, HEAD)
      const at = await planAs(head, '2015-02-05', 'North')
      const page = words(await head.read(at))
      expect(page).toContain('3 children are still to be discussed.')
      expect(page).toMatch(/1 N20417 age 8 SW-1 .* 2 N20418 .* 3 N20419 /)
      expect(page).not.toContain('S90001')
      // A worker sees their own two, with the numbers of the whole pack.
      const own = words(await browserOf(store, WORKER).read(at))
      expect(own).toMatch(/2 N20418 .* 3 N20419 /)
      expect(own).not.toContain('N20417')
      const projector = words(await head.read(`${at}?view=projector`))
      expect(projector).toContain('N20417')
      expect(projector).not.toContain('age 8')
      await store.close()
    })

    test('keeps what is agreed as the answer, the action and its own word, and opens the next child', async () => {
      const store = await open()
      const manager = browserOf(store, MANAGER)
      const at = await planAs(manager)
      const form = await manager.read(`${at}?open=${keyOf(1)}`)
      expect(form).toContain('Save and open number 2')
      const saved = await manager.post(`${at}?open=${keyOf(1)}`, said('Finish after the hearing'))
      expect(saved.headers.get('Location')).toBe(`${at}?open=${keyOf(2)}#plan`)
      const nothing = await manager.post(`${at}?open=${keyOf(2)}`, { do: 'nothing' })
      expect(nothing.headers.get('Location')).toBe(`${at}?open=${keyOf(3)}#plan`)
      const page = words(await manager.read(at))
      expect(page).toContain('2 of 3 children discussed')
      expect(page).toContain('Court timetable. Finish after the hearing SW-2, by 12 February 2015')
      expect(page).toContain('Nothing new agreed')
      expect(page).toContain('Actions agreed: 1')
      // Agreed anew, it is one action still.
      const again = await manager.read(`${at}?open=${keyOf(1)}`)
      const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(again)![1]!
      await manager.post(`${at}?open=${keyOf(1)}`, {
        ...said('The aunt cares for them until then'),
        after: hidden('after'),
        after_item: hidden('after_item'),
      })
      expect(words(await manager.read(at))).toContain('Actions agreed: 1')
      expect(words(await manager.read('/lists/assessment-points'))).toContain(
        'The aunt cares for them until then',
      )
      await store.close()
    })

    test('refuses what says too little, with what was typed', async () => {
      const store = await open()
      const manager = browserOf(store, MANAGER)
      const at = await planAs(manager)
      await manager.get(`${at}?open=${keyOf(1)}`)
      const answer = await manager.post(`${at}?open=${keyOf(1)}`, {
        ...said('A visit on Monday'),
        reason: '',
      })
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toContain('Choose a reason')
      expect(page).toContain('A visit on Monday')
      await store.close()
    })

    test('of two people who write at once shows the second both texts, and keeps both', async () => {
      const store = await open()
      const [first, second] = [browserOf(store, MANAGER), browserOf(store, HEAD)]
      const at = await planAs(first)
      const child = `${at}?open=${keyOf(1)}`
      await first.get(child)
      await second.get(child)
      await first.post(child, said('What the manager wrote'))
      const late = await second.post(child, said('What the head wrote'))
      expect(late.status).toBe(409)
      const page = await late.text()
      expect(words(page)).toContain('What the manager wrote')
      expect(page).toContain('What the head wrote')
      const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)![1]!
      const again = { after: hidden('after'), after_item: hidden('after_item') }
      expect((await second.post(child, { ...said('What the head wrote'), ...again })).status).toBe(303)
      const both = await second.read(child)
      expect(both).toContain('What the manager wrote')
      expect(both).toContain('What the head wrote')
      await store.close()
    })

    test('before its day is read and printed, and nothing is written', async () => {
      const store = await open()
      const manager = browserOf(store, MANAGER)
      const at = await planAs(manager, '2015-02-27')
      expect(words(await manager.read(at))).toContain('3 children are in the pack so far.')
      const early = await manager.post(`${at}?open=${keyOf(1)}`, said('Too early'))
      expect(early.status).toBe(422)
      const pack = words(await manager.read(`${at}/print`))
      expect(pack).toContain('Printed by Manager of North, 5 February 2015')
      expect(pack).toContain('Shred after the clinic')
      expect(pack).toMatch(/1 N20417 .* 3 N20419 /)
      const { entries } = await readAccessLog(
        store.records,
        allow(operator('norchester'), 'access-log:read'),
        1,
      )
      expect(entries.find(({ what }) => what === 'export')).toMatchObject({
        subject: `clinic ${at.split('/').at(-1)}`,
        children: ['N20417', 'N20418', 'N20419'],
      })
      await store.close()
    })
  })

  describe('the next clinic', () => {
    test('judges the last promises by the figures alone, and says who left the list', async () => {
      const store = await open()
      const manager = browserOf(store, MANAGER)
      const at = await planAs(manager)
      for (const [child, by] of [
        [1, '2015-02-12'],
        [2, '2015-02-20'],
        [3, '2015-02-12'],
      ] as const) {
        await manager.get(`${at}?open=${keyOf(child)}`)
        await manager.post(`${at}?open=${keyOf(child)}`, said(`Promise ${child}`, by))
      }
      await close(manager, at)

      const then = browserOf(store, MANAGER, '2015-02-19')
      const next = await planAs(then, '2015-02-19')
      const page = words(await then.read(next))
      expect(page).toContain(
        'Of 3 promises in force since 5 February, 1 was kept, 1 was not and 1 cannot be told.',
      )
      expect(page).toMatch(/N20417 .* Promise 1 .* Not kept\. Still holds on 14 February 2015/)
      expect(page).toMatch(/N20418 .* Promise 2 .* Cannot tell\. 20 February 2015 is after the figures end/)
      expect(page).toMatch(
        /Left the list since 5 February: 1\. One promise kept, because the rule cleared: N20419/,
      )
      expect(page).toContain('0 of 3 from 5 February are closed')
      expect(page).toContain('In North, 1 of 3 promises was kept.')
      // The clinic that closed is shown with the figures it was held on.
      expect(words(await then.read(at))).toMatch(/N20419 .* Promise 3/)
      await store.close()
    })
  })

  describe('silence', () => {
    test('passes a child to the head of service when the clinic closes, and then to the director as a count', async () => {
      const store = await open()
      const manager = browserOf(store, MANAGER)
      const at = await planAs(manager)
      await manager.get(`${at}?open=${keyOf(1)}`)
      await manager.post(`${at}?open=${keyOf(1)}`, said('Answered'))
      await close(manager, at)
      const list = words(await manager.read('/lists/assessment-points'))
      expect(list.match(/Passed to the head of service, because/g)).toHaveLength(2)
      expect(list).toContain('Passed on by a clinic (2)')
      expect(await manager.read('/lists/assessment-points?only=passed')).not.toContain('N20417')

      const director = words(await browserOf(store, DIRECTOR).read(at))
      expect(director).toContain('2 children without an answer passed to the head of service.')
      expect(director).toContain('You see counts, not children.')
      expect(words(await browserOf(store, DIRECTOR).read('/lists'))).toContain(
        '2 passed to the head of service',
      )

      const day = '2015-02-06'
      const second = await planAs(browserOf(store, MANAGER, day), day)
      await close(browserOf(store, MANAGER, day), second)
      expect(words(await browserOf(store, MANAGER, day).read('/lists/assessment-points'))).toContain(
        'Passed to the head of service, and counted for the director',
      )
      // An answer settles it.
      const settled = browserOf(store, MANAGER, day)
      await settled.get(`/lists/assessment-points?open=${childRef(january, 2)}`)
      await settled.post(`/lists/assessment-points?open=${childRef(january, 2)}`, said('Settled'))
      expect(words(await settled.read('/lists/assessment-points'))).toContain('Passed on by a clinic (1)')
      await store.close()
    })

    test('is a promise that was not kept as well, where the next clinic says nothing of it', async () => {
      const store = await open()
      const manager = browserOf(store, MANAGER)
      const at = await planAs(manager)
      for (const child of [1, 2]) {
        await manager.get(`${at}?open=${keyOf(child)}`)
        await manager.post(`${at}?open=${keyOf(child)}`, said(`Promise ${child}`, '2015-02-12'))
      }
      await close(manager, at)
      const then = browserOf(store, MANAGER, '2015-02-19')
      const next = await planAs(then, '2015-02-19')
      const key = keyOf(1, february)
      const form = await then.read(`${next}?open=${key}`)
      const after = /name="after" value="([^"]*)"/.exec(form)![1]!
      await then.post(`${next}?open=${key}`, { ...said('Promised anew', '2015-02-26'), after })
      await close(then, next)
      const list = words(await then.read('/lists/assessment-points'))
      expect(list).toContain('Passed on by a clinic (1)')
      expect(list).toMatch(/N20418 .*Passed to the head of service, because/)
      await store.close()
    })

    test('is taken back when the clinic is reopened, which says who and why', async () => {
      const store = await open()
      const manager = browserOf(store, MANAGER)
      const at = await planAs(manager)
      await close(manager, at)
      expect((await manager.post(`${at}?open=${keyOf(1)}`, said('Too late'))).status).toBe(422)
      const version = versionIn(await manager.read(at))
      expect((await manager.post(`${at}/reopen`, { version })).status).toBe(422)
      expect((await manager.post(`${at}/reopen`, { version, why: 'The list was wrong' })).status).toBe(303)
      expect(words(await manager.read(at))).toContain(
        'Reopened on 5 February 2015 by Manager of North: The list was wrong',
      )
      expect(words(await manager.read('/lists/assessment-points'))).not.toContain('Passed')
      await close(manager, at)
      const signing = versionIn(await manager.read(at))
      expect((await manager.post(`${at}/sign-off`, { version: signing })).status).toBe(303)
      expect(words(await manager.read('/clinics'))).toContain('5 February 2015 by Manager of North')
      await store.close()
    })

    test('is closed by those who see the children of all its teams, and once', async () => {
      const store = await open()
      const head = browserOf(store, HEAD)
      await head.get('/clinics/new')
      const answer = await head.post('/clinics/new', planned('2015-02-05', 'North'))
      const both = await planAs(head, '2015-02-05', 'South')
      const manager = browserOf(store, MANAGER)
      await manager.get(both)
      expect((await manager.post(`${both}/close`, { version: '1' })).status).toBe(403)
      const at = answer.headers.get('Location')!
      await close(head, at)
      expect((await head.post(`${at}/close`, { version: '1' })).status).toBe(409)
      await store.close()
    })
  })

  describe('actions', () => {
    test('reach the home of their owner, and are closed with what came of them', async () => {
      const store = await open()
      const head = browserOf(store, HEAD)
      const at = await planAs(head)
      await head.get(`${at}?open=${keyOf(2)}`)
      await head.post(`${at}?open=${keyOf(2)}`, said('See the child on Monday'))
      const short = await head.post(`${at}/actions`, { action: 'Two agency workers', action_owner: '' })
      expect(short.status).toBe(422)
      expect(await short.text()).toContain('Two agency workers')
      const asked = {
        action: 'Two agency workers',
        action_owner: 'Finance partner',
        ...day('due_on', '2015-02-20'),
      }
      expect((await head.post(`${at}/actions`, asked)).status).toBe(303)

      const mine = (who: Person) => ownedActions(store.records, allow(who, 'figures:read'))
      expect(await mine(WORKER)).toMatchObject([{ action: null, dueOn: '2015-02-12' }])
      expect(await mine(FINANCE)).toMatchObject([{ action: 'Two agency workers' }])
      expect(await mine(MANAGER)).toEqual([])

      const [{ href } = { href: '' }] = await mine(WORKER)
      const worker = browserOf(store, WORKER)
      const page = await worker.read(href)
      expect(page).toContain('See the child on Monday')
      expect(page).toContain('N20418')
      const version = versionIn(page)
      const tooSoon = { version, outcome: 'Seen', ...day('closed_on', '2015-02-09') }
      expect((await worker.post(href, tooSoon)).status).toBe(422)
      const done = { version, outcome: 'Seen at home', ...day('closed_on', '2015-02-05') }
      expect((await worker.post(href, done)).status).toBe(303)
      await head.get(href)
      expect((await head.post(href, done)).status).toBe(409)
      expect(words(await head.read(at))).toContain('Done 5 February 2015')
      expect(await mine(WORKER)).toEqual([])
      await store.close()
    })
  })

  test('the Board sees counts and no percentage, and the writer of its report is offered them with their source', async () => {
    const store = await open()
    const manager = browserOf(store, MANAGER)
    const at = await planAs(manager)
    await manager.get(`${at}?open=${keyOf(1)}`)
    await manager.post(`${at}?open=${keyOf(1)}`, said('See N20417 on Monday'))
    const deps = {
      records: store.records,
      clock: stoppedClock('2015-02-05'),
      pool: { current: () => Promise.resolve(january), byId: () => Promise.resolve(january) },
    } as unknown as Parameters<typeof clinicMaterial>[0]
    // Of a clinic that has not closed nothing is offered.
    expect(await clinicMaterial(deps, HEAD, '2015-01-01', '2015-02-10')).toEqual([])
    await close(manager, at)
    expect(await clinicMaterial(deps, HEAD, '2015-01-01', '2015-02-10')).toEqual([
      {
        sentences: [
          'In North, the commonest reason given was “Court timetable” (1 of 1).',
          'Reasons given for 1 child: Court timetable (1).',
          'Nobody had answered for 2 of 3 children; they were passed to the head of service.',
        ],
        source: 'Performance clinic: North, 5 February 2015',
        href: at,
      },
    ])
    expect(await clinicMaterial(deps, HEAD, '2015-02-06', '2015-02-10')).toEqual([])
    const page = words(await browserOf(store, BOARD_MEMBER).read(at))
    expect(page).toContain('North: 1 of 3 children discussed')
    expect(page).toMatch(/Court timetable .* 1 /)
    expect(page).not.toMatch(/N20417|%/)
    await store.close()
  })

  test('no page, file or error shows a child whom the reader may not open', async () => {
    const store = await open()
    const head = browserOf(store, HEAD)
    const both = await planAs(head)
    const south = await planAs(head, '2015-02-05', 'South')
    for (const [at, child] of [
      [both, 1],
      [both, 2],
      [south, 4],
    ] as const) {
      await head.get(`${at}?open=${keyOf(child)}`)
      await head.post(`${at}?open=${keyOf(child)}`, said(`Agreed of ${EVERY_CHILD[child - 1]}`))
    }
    const actions = await ownedActions(store.records, allow({ ...WORKER }, 'figures:read'))
    const addresses = [both, south].flatMap((at) => [
      at,
      `${at}?view=projector`,
      `${at}/print`,
      `${at}?open=${keyOf(4)}`,
      `${at}?open=${keyOf(1)}`,
    ])
    const rest = [
      '/clinics',
      '/clinics.csv',
      '/clinics/actions',
      '/clinics/actions.csv',
      '/lists',
      '/lists.csv',
    ]
    const sees: [Person, string[]][] = [
      [MANAGER, ['N20417', 'N20418', 'N20419']],
      [WORKER, ['N20418', 'N20419']],
      [AUDITOR, ['S90001']],
      [DIRECTOR, []],
      [FINANCE, []],
    ]
    for (const [who, own] of sees) {
      const browser = browserOf(store, who)
      const found = []
      for (const address of [...addresses, ...rest, ...actions.map(({ href }) => href)]) {
        const answer = await browser.get(address)
        found.push(await answer.text(), JSON.stringify([...answer.headers]))
      }
      found.push(await (await browser.post(`${south}?open=${keyOf(4)}`, said('Not mine'))).text())
      for (const child of EVERY_CHILD)
        expect([who.role, child, found.join('\n').includes(child)]).toEqual([
          who.role,
          child,
          own.includes(child),
        ])
    }
    await store.close()
  })
})
