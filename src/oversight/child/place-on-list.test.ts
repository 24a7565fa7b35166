import { beforeAll, expect, test } from 'vitest'
import { measured } from '../../../tests/support/measured.ts'
import { onBothStores } from '../../../tests/support/stores.ts'
import {
  accessMigrations,
  allow,
  operator,
  readAccessLog,
  type Person,
  type Scope,
} from '../../access/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { childRef } from '../../measures/figures/child-ref.ts'
import { stoppedClock } from '../../platform/day.ts'
import { recordMigrations } from '../../records/index.ts'
import { answerTogether } from '../answers/answer-store.ts'
import { childOnListHref, readListQuery } from '../lists/list-query.ts'
import { oversightMigrations } from '../migrations.ts'
import { answerLists } from '../permissions.ts'
import { listsOfChild } from './child-lists.ts'
import { placeOnList } from './place-on-list.ts'
import { oversightEvents } from './record-events.ts'

/* Open assessments in North of 75, 60 and 50 working days, and of 70 in South; one that was authorised. */
const insert = `
  insert into person (child_key, person_id) values (1, 'N1'), (2, 'N2'), (3, 'N3'), (4, 'S1'), (5, 'N5');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, team, worker) values
    ('a1', 1, '2014-10-15', null, 'North', 'SW-1'), ('a2', 2, '2014-11-05', null, 'North', 'SW-2'),
    ('a3', 3, '2014-11-19', null, 'North', 'SW-1'), ('a4', 4, '2014-10-22', null, 'South', 'SW-9'),
    ('a5', 5, '2014-12-01', '2014-12-20', 'North', 'SW-1');`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = await measured({ asAt: '2015-01-31', insert })
})

const clock = stoppedClock('2015-02-05')
const NORTH: Scope = { kind: 'team', teams: ['North'] }
const manager = (scope: Scope): Person => ({
  id: 'per_1',
  council: 'norchester',
  name: 'Team manager',
  role: 'team_manager',
  scope,
})
const LIST = 'assessment-points'
const refOf = (key: number) => childRef(snapshot, key)
const hrefOf = (key: number, query: Record<string, string> = {}) =>
  childOnListHref(refOf(key), LIST, readListQuery(query))

test('a child is on the lists of their rules, late ones first', async () => {
  expect(await listsOfChild(snapshot, 1)).toContainEqual(
    expect.objectContaining({ list: LIST, isOverdue: true }),
  )
  expect(await listsOfChild(snapshot, 5)).toEqual([])
})

onBothStores({ ...accessMigrations, ...recordMigrations, ...oversightMigrations }, (open) => {
  test('the children before and after are those of the list, its filters, and the scope', async () => {
    const store = await open()
    const placeOf = (key: number, asked: Record<string, string>, scope = NORTH) =>
      placeOnList({ records: store.records, clock }, snapshot, manager(scope), refOf(key), asked)
    expect(await placeOf(2, { list: LIST })).toMatchObject({
      place: 2,
      count: 3,
      previous: hrefOf(1),
      next: hrefOf(3),
    })
    expect(await placeOf(1, { list: LIST, worker: 'SW-1' })).toMatchObject({
      place: 1,
      count: 2,
      previous: null,
      next: hrefOf(3, { worker: 'SW-1' }),
    })
    expect(await placeOf(4, { list: LIST })).toBeNull()
    expect(await placeOf(1, {})).toBeNull()
    await expect(placeOf(1, { list: 'no-such-list' })).rejects.toThrow('no-such-list')
    await store.close()
  })

  test('an answer is in the child’s record with its day to check back', async () => {
    const store = await open()
    const person = manager(NORTH)
    const row = {
      list: LIST,
      rules: [],
      childId: 'N1',
      ref: refOf(1),
      caseId: 'a1',
      age: null,
      team: 'North',
      worker: 'SW-1',
      startsOn: null,
      dueOn: null,
      isOverdue: true,
      daysOver: 30,
      detail: null,
    } as unknown as Parameters<typeof answerTogether>[3][number]
    const given = { reason: 'Court', plan: 'Heard soon.', owner: 'SW-1', checkBackOn: '2015-02-20' } as const
    await answerTogether(store.records, allow(person, answerLists), clock, [row], given, '2015-01-31')
    const events = await oversightEvents({ records: store.records }, person, 'N1', '2015-02-05')
    expect(events.map(({ on, state }) => [on, state])).toEqual([
      ['2015-02-05', null],
      ['2015-02-20', 'due'],
    ])
    expect(await oversightEvents({ records: store.records }, person, 'N2', '2015-02-05')).toEqual([])
    const { entries } = await readAccessLog(
      store.records,
      allow(operator('norchester'), 'access-log:read'),
      1,
    )
    expect(entries).toEqual([])
    await store.close()
  })
})
