import { beforeAll, expect, test } from 'vitest'
import { measured } from '../../../tests/support/measured.ts'
import { onBothStores, type TestStore } from '../../../tests/support/stores.ts'
import { accessMigrations, allow, operator, readAccessLog, type Person } from '../../access/index.ts'
import { childReader } from '../../dataset/index.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { stoppedClock } from '../../platform/day.ts'
import { Refused, Stale } from '../../platform/errors.ts'
import { addRecord, recordMigrations, recordTableFaults, recordTransaction } from '../../records/index.ts'
import { OVERSIGHT_KINDS } from '../kinds.ts'
import { oversightMigrations } from '../migrations.ts'
import { runTaskforce, workTaskforce } from '../permissions.ts'
import { casesForCounts } from './count-cases.ts'
import { taskforceRows } from './kept-rows.ts'
import { casesInScope, changeCases, compareList, freezeList, returnOf } from './taskforce-store.ts'
import { taskforceCase, type TaskforceCase } from './taskforce-case.ts'
import { newTaskforce, taskforce } from './taskforce.ts'

/* Children 1 to 4 are in need at the end of January; 4 has gone by the end of February, and 5 has come. */
const insert = (later: string) => `
  insert into person (child_key, person_id, dob) select i, 'C' || i, '2008-01-01' from range(1, 7) r(i);
  insert into cin_episodes (episode_id, child_key, referral_date, close_date, team, worker) values
    ('e6', 6, '2014-01-06', '2014-06-02', 'North', 'SW-1'),
    ('e1', 1, '2014-01-06', null, 'North', 'SW-1'), ('e2', 2, '2014-01-06', null, 'North', 'SW-2'), ('e3', 3, '2014-01-06', null, 'South', 'SW-3')
    ${later};
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa)
    select 'a' || i, i, date '2014-01-06', date '2014-02-03', false from range(1, 5) r(i);
  insert into cin_visits (child_key, visit_date, seen) values (1, '2015-01-12', true);`
const JANUARY = insert(`, ('e4', 4, '2014-01-06', null, 'South', 'SW-4')`)
const FEBRUARY =
  insert(
    `, ('e4', 4, '2014-01-06', '2015-02-10', 'South', 'SW-4'), ('e5', 5, '2015-02-09', null, 'South', 'SW-5')`,
  ) +
  `insert into cin_assessments (assessment_id, child_key, start_date, auth_date, outcome_nfa) values ('a5', 5, '2015-02-09', '2015-02-16', false);
   insert into referrals (referral_id, child_key, referral_date, artificial) values ('r1', 1, '2015-02-24', false);`

let january: OpenSnapshot
let february: OpenSnapshot
beforeAll(async () => {
  january = { ...(await measured({ asAt: '2015-01-31', insert: JANUARY }, 'cin-plan-cohort')), id: 'january' }
  february = {
    ...(await measured({ asAt: '2015-02-28', insert: FEBRUARY }, 'cin-plan-cohort')),
    id: 'february',
  }
})

const HEAD: Person = {
  ...operator('norchester'),
  id: 'per_head',
  name: 'Head of service',
  role: 'head_of_service',
}
const run = allow(HEAD, runTaskforce)
const work = allow(HEAD, workTaskforce)
const clock = stoppedClock('2015-02-02')

const start = ({ records }: TestStore): Promise<string> =>
  recordTransaction(records, run, clock, taskforce, (open) =>
    addRecord(
      open,
      taskforce,
      newTaskforce({ title: 'Re-assessing children in need', startsOn: '2015-02-02', endsOn: '2015-04-10' }),
    ),
  )

async function frozen(store: TestStore): Promise<string> {
  const id = await start(store)
  await freezeList(store.records, { run, work }, clock, january, id)
  return id
}

const seenBy = ({ records }: TestStore, person: Person, id: string): Promise<readonly TaskforceCase[]> =>
  childReader({ records, clock }, allow(person, 'cases:read')).read(
    casesInScope(
      records,
      january,
      id,
      (found) => found,
      (found) => found,
    ),
    { what: 'cases', subject: 'taskforce', why: 'a test' },
  )

const childOf = async (store: TestStore, id: string, child: string): Promise<TaskforceCase> =>
  (await seenBy(store, HEAD, id)).find((one) => one.child === child)!

onBothStores({ ...recordMigrations, ...accessMigrations, ...oversightMigrations }, (open) => {
  test('the tables are what the definitions say', async () => {
    const store = await open()
    expect(await recordTableFaults(store.records, OVERSIGHT_KINDS)).toEqual([])
    await store.close()
  })

  test('the list is frozen once, from every child in need on the day, and made again it is the same', async () => {
    const store = await open()
    const id = await start(store)
    expect(await freezeList(store.records, { run, work }, clock, january, id)).toBe(4)
    await expect(freezeList(store.records, { run, work }, clock, february, id)).rejects.toThrow(Refused)
    const listed = (await seenBy(store, HEAD, id)).toSorted((a, b) => (a.child < b.child ? -1 : 1))
    expect(
      listed.map(({ child, listedOn, openSince, lastSeenOn }) => [child, listedOn, openSince, lastSeenOn]),
    ).toEqual([
      ['C1', '2015-01-31', '2014-01-06', '2015-01-12'],
      ['C2', '2015-01-31', '2014-01-06', null],
      ['C3', '2015-01-31', '2014-01-06', null],
      ['C4', '2015-01-31', '2014-01-06', null],
    ])
    const again = await start(store)
    await freezeList(store.records, { run, work }, clock, january, again)
    const second = await seenBy(store, HEAD, again)
    expect(second.map(({ child }) => child).sort()).toEqual(listed.map(({ child }) => child))
    await store.close()
  })

  test('a list of nobody is refused in words', async () => {
    const store = await open()
    const id = await start(store)
    const none = await measured({ asAt: '2015-01-31', insert: '' }, 'cin-plan-cohort')
    await expect(freezeList(store.records, { run, work }, clock, none, id)).rejects.toThrow(
      /so there is no list to freeze/,
    )
    await store.close()
  })

  test('later figures say who has left, who has joined and who came back, and the list stays frozen', async () => {
    const store = await open()
    const id = await frozen(store)
    const one = await childOf(store, id, 'C1')
    await changeCases(store.records, work, clock, [one], {
      taskforceWorker: 'TF-1',
      taskforceTeam: 'Taskforce 1',
      givenOn: '2015-02-02',
      authorisedOn: '2015-02-20',
      outcome: 'close',
      grade: 'good',
    })
    const changes = await compareList(store.records, { run, work }, clock, february, id)
    expect(changes).toEqual({ left: 1, joined: 1, returned: 1 })
    expect(await compareList(store.records, { run, work }, clock, february, id)).toEqual({
      left: 0,
      joined: 0,
      returned: 0,
    })
    expect(await childOf(store, id, 'C4')).toMatchObject({ leftOn: '2015-02-10', list: 'frozen' })
    expect(await childOf(store, id, 'C5')).toMatchObject({ list: 'joined', listedOn: '2015-02-28' })
    expect(await childOf(store, id, 'C1')).toMatchObject({ returnedOn: '2015-02-24' })
    const counted = await casesForCounts(store.records, allow(HEAD, 'figures:read'), id)
    expect(counted.filter(({ list }) => list === 'frozen')).toHaveLength(4)
    await store.close()
  })

  test('two who change one child: the second is told, and nothing is lost', async () => {
    const store = await open()
    const id = await frozen(store)
    const one = await childOf(store, id, 'C1')
    await changeCases(store.records, work, clock, [one], { triage: 'urgent' })
    const other = await childOf(store, id, 'C2')
    await expect(
      changeCases(store.records, work, clock, [other, one], { triage: 'routine' }),
    ).rejects.toThrow(Stale)
    expect(await childOf(store, id, 'C1')).toMatchObject({ triage: 'urgent' })
    expect(await childOf(store, id, 'C2')).toMatchObject({ triage: null })
    await store.close()
  })

  test('a reader gets the children of their teams and workers, and the log says which', async () => {
    const store = await open()
    const id = await frozen(store)
    const one = await childOf(store, id, 'C1')
    await changeCases(store.records, work, clock, [one], {
      taskforceTeam: 'Taskforce 1',
      taskforceWorker: 'TF-1',
      givenOn: '2015-02-02',
    })
    const whom = async (scope: Person['scope'], role: Person['role'] = 'team_manager') =>
      (await seenBy(store, { ...HEAD, id: `per_${role}`, role, scope }, id)).map(({ child }) => child).sort()
    expect(await whom({ kind: 'team', teams: ['Taskforce 1'] })).toEqual(['C1'])
    expect(await whom({ kind: 'team', teams: ['North'] })).toEqual(['C1', 'C2'])
    expect(await whom({ kind: 'team', teams: ['South'] })).toEqual(['C3', 'C4'])
    expect(await whom({ kind: 'own', worker: 'TF-1' }, 'social_worker')).toEqual(['C1'])
    expect(await whom({ kind: 'own', worker: 'SW-2' }, 'social_worker')).toEqual(['C2'])
    expect(await whom({ kind: 'none' })).toEqual([])
    const reads = await readAccessLog(store.records, allow(operator('norchester'), 'access-log:read'), 1)
    expect(JSON.stringify(reads)).toContain('taskforce')
    await store.close()
  })

  test('what is kept comes into a load as at its day, and nothing of a later one', async () => {
    const store = await open()
    const id = await frozen(store)
    const one = await childOf(store, id, 'C1')
    await changeCases(store.records, work, clock, [one], {
      triage: 'urgent',
      taskforceWorker: 'TF-1',
      givenOn: '2015-02-02',
      authorisedOn: '2015-02-20',
      outcome: 'early_help',
      grade: 'good',
    })
    const rowsAt = async (asAt: '2015-01-31' | '2015-02-15' | '2015-02-28') =>
      (await taskforceRows(store.records, 'norchester', asAt))[0]!.rows[0]
    expect(await rowsAt('2015-01-31')).toMatchObject({
      child_id: 'C1',
      frozen_on: '2015-01-31',
      triage: 'first',
      taskforce_worker: null,
      started_on: null,
      outcome: null,
    })
    expect(await rowsAt('2015-02-15')).toMatchObject({
      taskforce_worker: 'TF-1',
      started_on: '2015-02-02',
      planned_end_on: '2015-03-02',
      authorised_on: null,
      outcome: null,
    })
    expect(await rowsAt('2015-02-28')).toMatchObject({ authorised_on: '2015-02-20', outcome: 'early help' })
    expect((await taskforceRows(store.records, 'southby', '2015-02-28'))[0]!.rows).toEqual([])
    await store.close()
  })
})

test('a child comes back from the day after the decision to its day 183, and not where the council held on', () => {
  const gone = { authorisedOn: '2015-02-02', outcome: 'close' } as const
  expect(returnOf(gone, ['2015-02-02', '2015-08-04'])).toBe('2015-08-04')
  expect(returnOf(gone, ['2015-08-05'])).toBeNull()
  expect(returnOf({ ...gone, outcome: 'stay' }, ['2015-03-02'])).toBeNull()
  expect(returnOf({ authorisedOn: null, outcome: null }, ['2015-03-02'])).toBeNull()
})

test('impossible clocks are refused in words', () => {
  const whole: Omit<TaskforceCase, 'id' | 'version'> = {
    taskforceId: 'tfo_1',
    child: 'C1',
    list: 'frozen',
    listedOn: '2015-01-30',
    team: 'North',
    worker: '',
    openSince: '2014-01-06',
    lastSeenOn: null,
    triage: null,
    taskforceWorker: 'TF-1',
    taskforceTeam: '',
    givenOn: '2015-02-02',
    authorisedOn: '2015-02-20',
    outcome: 'stay',
    standardsMet: '',
    frameworkNumber: null,
    grade: 'good',
    moderatedGrade: null,
    moderatedOn: null,
    safetyCheckedOn: null,
    leftOn: null,
    returnedOn: null,
  }
  const faults = (change: Partial<TaskforceCase>) =>
    taskforceCase.check({ ...whole, ...change }, { today: '2015-02-27', now: '2015-02-27T09:00:00Z' })
  expect(faults({})).toEqual({})
  expect(faults({ givenOn: '2015-01-29' })).toEqual({
    givenOn: 'The list was frozen on 30 January 2015: enter that day or a later one',
  })
  expect(faults({ authorisedOn: '2015-02-01' })).toHaveProperty('authorisedOn')
  expect(faults({ authorisedOn: '2015-02-28' })).toHaveProperty('authorisedOn')
  expect(faults({ outcome: null })).toEqual({ outcome: 'Choose what was decided' })
  expect(faults({ taskforceWorker: '' })).toHaveProperty('taskforceWorker')
  expect(faults({ grade: 'inadequate' })).toHaveProperty('safetyCheckedOn')
  expect(faults({ grade: 'inadequate', safetyCheckedOn: '2015-02-20' })).toEqual({})
})
