import { expect, onTestFinished, test, vi } from 'vitest'
import { convertedSsd, referral, type SsdRow } from '../../../tests/support/ssd-rows.ts'
import type { AcceptedRow } from '../../intake/tables/accepted-row.ts'
import type { Build } from '../building/build.ts'
import { writeSourceFields } from '../building/source-field.ts'
import { unknownRoles } from './unknown-roles.ts'

const involvement = (
  worker: string,
  from: string,
  to: string | null,
  more: AcceptedRow['values'] = {},
): SsdRow => [
  'involvements',
  {
    invo_person_id: 'A',
    invo_professional_id: worker,
    invo_professional_role_id: 'CW',
    invo_professional_team: `T-${worker}`,
    invo_involvement_start_date: from,
    invo_involvement_end_date: to,
    ...more,
  },
]
const worker = (id: string, more: AcceptedRow['values'] = {}): SsdRow => [
  'professionals',
  {
    prof_professional_id: id,
    prof_professional_name: `Worker ${id}`,
    prof_social_worker_registration_no: id,
    ...more,
  },
]

const held = (build: Build) =>
  build.all('select worker, team, from_date, to_date from allocation order by from_date')

test('a child has one worker on a day: the last to begin, whose last day is theirs, and then the one before again', async () => {
  const build = await convertedSsd(
    worker('1'),
    worker('2'),
    involvement('1', '2014-01-01', null),
    involvement('2', '2014-06-01', '2014-06-30'),
  )
  expect(await held(build)).toEqual([
    { worker: 'Worker 1', team: 'T-1', from_date: '2014-01-01', to_date: '2014-05-31' },
    { worker: 'Worker 2', team: 'T-2', from_date: '2014-06-01', to_date: '2014-06-30' },
    { worker: 'Worker 1', team: 'T-1', from_date: '2014-07-01', to_date: null },
  ])
})

test('on the day of a handover the child is with the worker who takes over', async () => {
  const build = await convertedSsd(
    worker('1'),
    worker('2'),
    involvement('1', '2014-01-01', '2014-06-01'),
    involvement('2', '2014-06-01', null),
  )
  expect(await held(build)).toMatchObject([
    { worker: 'Worker 1', to_date: '2014-05-31' },
    { worker: 'Worker 2', from_date: '2014-06-01' },
  ])
})

test('a child is held by its own worker alone, registered or not; all who had to do with it stay known', async () => {
  const build = await convertedSsd(
    worker('1', { prof_full_time_equivalency: 0.6 }),
    worker('2', { prof_social_worker_registration_no: null }),
    involvement('1', '2014-01-01', '2014-03-31'),
    involvement('2', '2014-04-01', null),
    involvement('3', '2014-01-01', null, { invo_professional_role_id: 'IRO' }),
    involvement('1', '2014-02-01', '2014-02-10', { invo_professional_role_id: 'Allocated case worker' }),
  )
  expect(
    await build.all('select worker, fte, qualified, from_date, to_date from allocation order by from_date'),
  ).toEqual([
    { worker: 'Worker 1', fte: 0.6, qualified: true, from_date: '2014-01-01', to_date: '2014-01-31' },
    { worker: 'Worker 1', fte: 0.6, qualified: true, from_date: '2014-02-01', to_date: '2014-02-10' },
    { worker: 'Worker 1', fte: 0.6, qualified: true, from_date: '2014-02-11', to_date: '2014-03-31' },
    { worker: 'Worker 2', fte: null, qualified: false, from_date: '2014-04-01', to_date: null },
  ])
  expect(
    await build.all('select worker, role, is_primary from involvements order by start_date, role'),
  ).toEqual([
    { worker: 'Worker 1', role: 'CW', is_primary: true },
    { worker: '3', role: 'IRO', is_primary: false },
    { worker: 'Worker 1', role: 'Allocated case worker', is_primary: true },
    { worker: 'Worker 2', role: 'CW', is_primary: true },
  ])
})

test('a worker whom no list of workers names holds the child, and is not said to be unqualified', async () => {
  const build = await convertedSsd(worker('1'), involvement('9', '2014-01-01', null))
  expect(await build.all('select worker, team, qualified from allocation')).toEqual([
    { worker: '9', team: 'T-9', qualified: null },
  ])
})

const inRole = (id: string, role: string) =>
  involvement(id, '2014-01-01', null, { invo_professional_role_id: role })

test.each([
  'CW',
  'REL.ALLWORK',
  'REL.ALLWORKCF',
  'Allocated Social Worker',
  'ALLOCATED_WORKER',
  'Case Holder',
  'Responsible Worker',
  'Primary Case Worker',
  'Case Manager',
  'Named Worker',
  'Social Worker',
  'Key Worker',
])('the role %s says who holds the child, and others beside it do not', async (role) => {
  const build = await convertedSsd(
    worker('1'),
    worker('2'),
    worker('3'),
    inRole('1', role),
    inRole('2', `Secondary ${role}`),
    inRole('3', 'REL.UNALLOCATED'),
  )
  expect(await build.all('select worker from allocation')).toEqual([{ worker: 'Worker 1' }])
  expect(await unknownRoles(build)).toEqual([])
})

test('where somebody is allocated, a key worker beside them does not hold the child', async () => {
  const build = await convertedSsd(
    worker('1'),
    worker('2'),
    inRole('1', 'Allocated Worker'),
    inRole('2', 'Key Worker'),
  )
  expect(await build.all('select worker from allocation')).toEqual([{ worker: 'Worker 1' }])
})

test('a role of the council’s own, once it is named, comes before all that are known', async () => {
  vi.stubEnv('WAYMARK_WORKER_ROLES', 'Pathfinder, X9')
  onTestFinished(() => void vi.unstubAllEnvs())
  const build = await convertedSsd(worker('1'), worker('2'), inRole('1', 'PATHFINDER'), inRole('2', 'CW'))
  expect(await build.all('select worker from allocation')).toEqual([{ worker: 'Worker 1' }])
})

test('where no role says who holds a child, the load names the roles, and holders are not known rather than none', async () => {
  const build = await convertedSsd(worker('1'), inRole('1', 'IRO'), inRole('1', 'QX7'), inRole('1', 'QX7'))
  const [problem] = await unknownRoles(build)
  expect(problem).toMatchObject({ severity: 'warning', code: 'roles-unknown' })
  expect(problem!.message).toContain('Roles seen: QX7 (2), IRO (1).')
  await writeSourceFields(
    build,
    [{ table: 'allocation', sources: ['ssd'] }],
    [
      {
        table: 'ssd/involvements',
        rows: 3,
        fields: [{ key: 'invo_professional_id', name: 'invo_professional_id', present: true, filled: 3 }],
      },
    ],
  )
  expect(
    await build.all(
      `select present from source_field where table_name = 'allocation' and column_name = 'worker'`,
    ),
  ).toEqual([{ present: false }])
})

test('where no worker has a registration number, nobody can be told to be without one', async () => {
  const build = await convertedSsd(
    worker('1', { prof_social_worker_registration_no: null, prof_full_time_equivalency: 37 }),
    involvement('1', '2014-01-01', null),
  )
  expect(await build.all('select worker, fte from allocation')).toEqual([{ worker: 'Worker 1', fte: null }])
})

test('two workers of one name are told apart, and a worker may be named by the staff id', async () => {
  const build = await convertedSsd(
    worker('1', { prof_professional_name: 'Same', prof_staff_id: 'S1' }),
    worker('2', { prof_professional_name: 'Same', prof_staff_id: 'S2' }),
    involvement('S1', '2014-01-01', null),
  )
  expect(await held(build)).toMatchObject([{ worker: 'Same (1)' }])
})

test('teams are called by their names; those of what lasts are of the child’s own worker when it ended, or now', async () => {
  const plan = (id: string, start: string, end: string | null): SsdRow => [
    'cp_plans',
    { cppl_cp_plan_id: id, cppl_person_id: 'A', cppl_cp_plan_start_date: start, cppl_cp_plan_end_date: end },
  ]
  const build = await convertedSsd(
    ['department', { dept_team_id: 'T-1', dept_team_name: 'North' }],
    worker('1'),
    worker('2'),
    involvement('1', '2014-01-01', '2014-06-30'),
    involvement('2', '2014-07-01', null),
    referral('R1', '2014-01-01', { cine_referral_team: 'T-1' }),
    plan('P1', '2014-02-01', '2014-06-30'),
    plan('P2', '2014-10-01', null),
  )
  expect(await build.all('select team from referrals')).toEqual([{ team: 'North' }])
  expect(await build.all('select team, worker from cp_plans order by start_date')).toEqual([
    { team: 'North', worker: 'Worker 1' },
    { team: 'T-2', worker: 'Worker 2' },
  ])
  expect(await build.all('select team from cin_episodes')).toEqual([{ team: 'T-2' }])
})
