import { afterEach, beforeEach, expect, test } from 'vitest'
import { load } from '../src/loads/load.ts'
import { rowsOfTemplate, type TemplateRows } from '../src/standards/capture/template-rows.ts'
import { TASKFORCE_CASES } from '../src/standards/capture/templates/taskforce-templates.ts'
import { csvText, filesWith } from './support/annex-a-files.ts'
import { loadMigrations, loadWorld, referralsOf, rowsInUse, type LoadWorld } from './support/load-world.ts'
import { sqliteStore, type TestStore } from './support/stores.ts'

let store: TestStore
let world: LoadWorld
beforeEach(async () => {
  store = await sqliteStore(loadMigrations)
  world = await loadWorld(store)
})
afterEach(() => store.close())

type Row = Record<string, string | null>

const onList = (child_id: string, frozen_on: string, more: Row = {}): Row => ({
  child_id,
  frozen_on,
  team: 'North 1',
  worker: 'SW-1',
  open_since: '2014-03-04',
  last_seen_on: '2014-12-11',
  triage: 'second',
  taskforce_worker: null,
  planned_start_on: null,
  planned_end_on: null,
  started_on: null,
  authorised_on: null,
  outcome: null,
  ...more,
})
const DONE = { taskforce_worker: 'TF-07', started_on: '2015-01-30', authorised_on: '2015-01-31' }

/** Three children in need, the council's own file of the list where it has one, and what is kept in Waymark. */
async function loaded(filed: readonly Row[], kept: readonly Row[]) {
  const paths = await referralsOf('900001', '900002', '900003')
  const columns = Object.keys(TASKFORCE_CASES.columns)
  if (filed.length > 0)
    paths.push(
      ...(await filesWith({
        'taskforce-cases.csv': csvText([
          columns,
          ...filed.map((row) => columns.map((name) => row[name] ?? '')),
        ]),
      })),
    )
  const rows: TemplateRows[] = kept.length > 0 ? [rowsOfTemplate(TASKFORCE_CASES, kept)] : []
  const outcome = await load({ ...world.deps, templateRows: async () => rows }, world.pass, { paths })
  expect(outcome).toMatchObject({ accepted: true })
  const cases = await rowsInUse<{ child: string; met: boolean; detail: string }>(
    world,
    `select p.person_id as child, c.met, c.detail
     from case_row c
     join measure_available a on a.series_no = c.series_no
     join person p on p.child_key = c.child_key
     where a.series = 'cin-taskforce' order by child`,
  )
  return {
    cases: cases.map(({ child, met, detail }) => [child, met, detail]),
    says: outcome.problems.find(({ code }) => code === 'records-kept')?.message,
  }
}

test('a list in the council’s own file comes into the measure through the front door', async () => {
  const { cases, says } = await loaded(
    [onList('900001', '2015-01-30', { ...DONE, outcome: 'close' }), onList('900002', '2015-01-30')],
    [],
  )
  expect(cases).toEqual([
    ['900001', true, 'close'],
    ['900002', false, 'not yet authorised'],
  ])
  expect(says).toBeUndefined()
})

test('a list that is kept in Waymark does so as well', async () => {
  const { cases, says } = await loaded(
    [],
    [onList('900001', '2015-01-31', DONE), onList('900002', '2015-01-31')],
  )
  expect(cases).toEqual([
    ['900001', true, 'not recorded'],
    ['900002', false, 'not yet authorised'],
  ])
  expect(says).toBe('Taskforce cases: 2 rows kept in Waymark came in with the files')
})

test('of a child on both, the file’s row stays with what was recorded here, and the load says so', async () => {
  // The file froze its list a day before; it knows nothing of what was done, and more of who waits.
  const { cases, says } = await loaded(
    [onList('900001', '2015-01-30'), onList('900002', '2015-01-30', { ...DONE, outcome: 'close' })],
    [
      onList('900001', '2015-01-31', { ...DONE, outcome: 'early help' }),
      onList('900002', '2015-01-31'),
      onList('900003', '2015-01-31'),
    ],
  )
  expect(cases).toEqual([
    ['900001', true, 'early help'],
    ['900002', true, 'close'],
    ['900003', false, 'not yet authorised'],
  ])
  expect(says).toBe(
    'Taskforce cases: 3 rows kept in Waymark came in with the files; 2 of them are in the files too, and were not counted twice: the files’ rows stay, with what was recorded in Waymark in taskforce_worker, planned_start_on, planned_end_on, started_on, authorised_on, outcome',
  )
})

test('a list that was frozen months before is another list', async () => {
  const { cases } = await loaded([onList('900001', '2014-10-31')], [onList('900001', '2015-01-31', DONE)])
  // At the end of January both lists have the child; before it the first alone.
  expect(cases.filter(([, met]) => met)).toHaveLength(1)
  expect(cases.length).toBeGreaterThan(2)
})
