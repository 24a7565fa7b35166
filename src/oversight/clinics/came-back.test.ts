import { beforeAll, describe, expect, test } from 'vitest'
import { atBrowser, personOf } from '../../../tests/support/at-browser.ts'
import { measured } from '../../../tests/support/measured.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import type { Visitor } from '../../../tests/support/visitor.ts'
import { accessMigrations } from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { childRef } from '../../measures/figures/child-ref.ts'
import { stoppedClock, type Day } from '../../platform/day.ts'
import { recordMigrations } from '../../records/index.ts'
import { clearedBetween, rulesHeldSince } from '../answers/held-since.ts'
import { listRoutes } from '../lists/list-routes.tsx'
import { oversightMigrations } from '../migrations.ts'
import { clinicRoutes } from './clinic-routes.tsx'
import { liveRoutes } from './live-routes.tsx'

/**
 * Assessments in North by the end of each month. Child 1 is open throughout. Child 2 is authorised on 10 February and is assessed
 * again from 16 February. Child 3 is authorised on 10 February and, without a day off the list that figures show, again at once.
 */
const people = `
  insert into person (child_key, person_id, dob) values (1, 'N1', '2007-01-15'), (2, 'N2', '2010-01-15'), (3, 'N3', '2013-01-15');`
const rows = {
  january: `('a1', 1, '2014-10-15', null, 'North', 'SW-1'), ('a2', 2, '2014-12-17', null, 'North', 'SW-2'), ('a3', 3, '2014-12-31', null, 'North', 'SW-2')`,
  february: `('a1', 1, '2014-10-15', null, 'North', 'SW-1'), ('a2', 2, '2014-12-17', '2015-02-10', 'North', 'SW-2'), ('a3', 3, '2014-12-31', null, 'North', 'SW-2')`,
  march: `('a1', 1, '2014-10-15', null, 'North', 'SW-1'), ('a2', 2, '2014-12-17', '2015-02-10', 'North', 'SW-2'), ('a2b', 2, '2015-02-16', null, 'North', 'SW-2'),
    ('a3', 3, '2014-12-31', '2015-03-02', 'North', 'SW-2'), ('a3b', 3, '2015-03-03', null, 'North', 'SW-2')`,
}
const insert = (values: string) =>
  `${people} insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker) values ${values},
    ('old', 1, '2014-03-03', '2014-04-01', 'North', 'SW-1');`

let snapshots: readonly OpenSnapshot[]
beforeAll(async () => {
  const sealed = async (id: string, asAt: Day, values: string) => ({
    ...(await measured({ asAt, insert: insert(values) })),
    id,
  })
  snapshots = [
    await sealed('january', '2015-01-31', rows.january),
    await sealed('february', '2015-02-14', rows.february),
    await sealed('march', '2015-03-31', rows.march),
  ]
})
const onDay = (today: Day): OpenSnapshot => snapshots.findLast(({ asAt }) => asAt <= today)!

const MANAGER = personOf('team_manager', { kind: 'team', teams: ['North'] }, { name: 'Manager of North' })

function browserOf(store: TestStore, today: Day): Visitor {
  const current = onDay(today)
  const deps = {
    records: store.records,
    clock: stoppedClock(today),
    pool: {
      current: () => Promise.resolve(current),
      byId: (_council: string, id: string) =>
        Promise.resolve(snapshots.find((snapshot) => snapshot.id === id) ?? null),
    },
    ask: () => Promise.resolve(['North', 'South']),
  } as unknown as Parameters<typeof listRoutes>[0] & Parameters<typeof clinicRoutes>[0]
  return atBrowser(MANAGER, { asAt: current.asAt, today }, [
    { path: '/lists', routes: listRoutes(deps) },
    { path: '/clinics', routes: clinicRoutes(deps).route('/', liveRoutes(deps)) },
  ])
}

const dayFields = (name: string, on: Day) => {
  const [year = '', month = '', of = ''] = on.split('-')
  return { [`${name}-day`]: of, [`${name}-month`]: month, [`${name}-year`]: year }
}
const words = (page: string): string => page.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** A clinic of North on a day, with what is promised there by the number of a child; closed unless it is to stay open. */
async function hold(
  store: TestStore,
  today: Day,
  promises: Readonly<Record<number, Day>> = {},
  isClosed = true,
): Promise<{ at: string; page: string; who: Visitor }> {
  const who = browserOf(store, today)
  await who.get('/clinics/new')
  const planned = { title: 'North', chair: 'Head', teams: 'North', lists: 'assessment-points' }
  const made = await who.post('/clinics/new', { ...planned, ...dayFields('held_on', today) })
  const at = made.headers.get('Location')!
  for (const [child, by] of Object.entries(promises)) {
    const open = `${at}?open=assessment-points.${childRef(onDay(today), Number(child))}`
    await who.get(open)
    const said = { reason: 'Court timetable', plan: `Promise ${child}`, owner: 'SW-2', do: 'next' }
    expect((await who.post(open, { ...said, ...dayFields('check_back_on', by) })).status).toBe(303)
  }
  const page = words(await who.read(at))
  if (isClosed) {
    const version = /name="version" value="(\d+)"/.exec(await who.read(at))![1]!
    expect((await who.post(`${at}/close`, { version })).status).toBe(303)
  }
  return { at, page, who }
}

const promisesIn = (page: string): string => /Of \d+ promises?[^.]*\./.exec(page)?.[0] ?? ''

describe('what has cleared since it was answered for', () => {
  const rule = (change: object) =>
    ({
      rule: 'day 10',
      startsOn: '2014-12-01',
      dueOn: '2014-12-15',
      isOverdue: true,
      daysOver: 4,
      detail: null,
      ...change,
    }) as const
  const answer = { rules: 'day 10, day 20', figuresOn: '2015-01-31' } as const

  test('is a rule whose clock began anew after those figures', () => {
    expect(clearedBetween({ rules: [rule({})] }, answer)).toBeNull()
    const again = rule({ startsOn: '2015-02-16', dueOn: '2015-03-02' })
    expect(clearedBetween({ rules: [again] }, answer)).toEqual({ clearedBy: '2015-02-16' })
    expect(rulesHeldSince({ rules: [again] }, answer)).toEqual([])
    // One that held all along is enough for it not to have cleared.
    expect(clearedBetween({ rules: [again, rule({ rule: 'day 20' })] }, answer)).toBeNull()
    expect(rulesHeldSince({ rules: [again, rule({ rule: 'day 20' })] }, answer)).toEqual(['day 20'])
  })

  test('has no day where the list does not say when a clock began, and is nothing of another rule', () => {
    const later = rule({ startsOn: null, dueOn: '2015-02-20' })
    expect(clearedBetween({ rules: [later] }, answer)).toEqual({ clearedBy: null })
    expect(clearedBetween({ rules: [rule({ rule: 'day 45', startsOn: '2015-02-16' })] }, answer)).toBeNull()
  })
})

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  test('a child who left the list and came back is marked so, with the day of the figures that no longer had them', async () => {
    const store = await open()
    await hold(store, '2015-02-05', { 1: '2015-02-12', 2: '2015-02-12', 3: '2015-02-12' })
    const second = await hold(store, '2015-02-19')
    expect(promisesIn(second.page)).toBe(
      'Of 3 promises in force since 5 February, 1 was kept, 2 were not and 0 cannot be told.',
    )
    const third = await hold(store, '2015-04-02', {}, false)
    expect(third.page).toMatch(
      /N2 .* Promise 2 .* Came back\. Off the list in the figures of 14 February 2015, and on it again/,
    )
    expect(third.page).toMatch(
      /N3 .* Promise 3 .* Came back\. It had cleared by 3 March 2015, and holds again/,
    )
    expect(third.page).toMatch(/N1 .* Promise 1 .* Not kept/)
    const printed = words(await third.who.read(`${third.at}/print`))
    expect(printed).toMatch(/Came back\. Off the list in the figures of 14 February 2015/)
    // The promise of N2 was counted by the clinic that found it kept; that of N3 is counted now.
    expect(promisesIn(third.page)).toBe(
      'Of 2 promises in force since 19 February, 1 was kept, 1 was not and 0 cannot be told.',
    )
    // They are to be answered for anew, as is the child whose promise was not kept.
    expect(third.page).toContain('Closing passes 3 children without an answer')
    const list = words(await third.who.read('/lists/assessment-points'))
    expect(list).toMatch(/N2 .*Kept: what it was for had cleared\. A rule holds again/)
    await store.close()
  })

  test('a promise is counted until it is kept or broken, however many clinics there were since', async () => {
    const store = await open()
    // Nothing can be said of a day in April at the next clinic, and the child leaves only after it.
    await hold(store, '2015-02-05', { 3: '2015-04-20' })
    const second = await hold(store, '2015-02-12')
    expect(promisesIn(second.page)).toBe(
      'Of 1 promise in force since 5 February, none was kept, 0 were not and 1 cannot be told.',
    )
    await hold(store, '2015-02-13', { 2: '2015-04-20' })
    const third = await hold(store, '2015-02-19')
    // The promise of N2 has been kept; that of N3, of two clinics before, still waits.
    expect(promisesIn(third.page)).toBe(
      'Of 2 promises in force since 13 February, 1 was kept, 0 were not and 1 cannot be told.',
    )
    const fourth = await hold(store, '2015-02-20')
    expect(promisesIn(fourth.page)).toBe(
      'Of 1 promise in force since 19 February, none was kept, 0 were not and 1 cannot be told.',
    )
    await store.close()
  })

  test('silence passes a child up one tier at each of three clinics, and begins anew when the child comes back', async () => {
    const store = await open()
    const tiers = async (today: Day) => {
      const list = words(await browserOf(store, today).read('/lists/assessment-points'))
      return ['N1', 'N2'].map((child) => {
        const row = new RegExp(`${child} age .*?(?= N\\d age |$)`).exec(list)?.[0] ?? ''
        return row.includes('counted for the director')
          ? 'director'
          : row.includes('Passed to the head of service')
            ? 'head of service'
            : row === ''
              ? 'off the list'
              : 'team'
      })
    }
    expect(await tiers('2015-02-05')).toEqual(['team', 'team'])
    await hold(store, '2015-02-05')
    expect(await tiers('2015-02-05')).toEqual(['head of service', 'head of service'])
    await hold(store, '2015-02-12')
    expect(await tiers('2015-02-12')).toEqual(['director', 'director'])
    // Above the director there is nobody: it is counted again.
    await hold(store, '2015-02-19')
    expect(await tiers('2015-02-19')).toEqual(['director', 'off the list'])
    expect(await tiers('2015-04-02')).toEqual(['director', 'team'])
    const fourth = await hold(store, '2015-04-02', {}, false)
    expect(fourth.page).toMatch(/N2 .* Came back\. Off the list in the figures of 14 February 2015/)
    await store.close()
  })
})
