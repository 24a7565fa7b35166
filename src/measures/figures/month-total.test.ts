import { beforeEach, expect, test } from 'vitest'
import { rowsIn } from '../../dataset/rows.ts'
import type { OpenSnapshot } from '../../dataset/snapshots/sealed.ts'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import { MEASURES } from '../catalogue/catalogue.ts'
import { writeMeasureCases } from '../engine/measure-cases.ts'
import { figureEqualsList } from './figure-check.ts'
import { allFigures, figures } from './figure-read.ts'

const insert = `
  insert into person (child_key, person_id) values (1, 'A-1'), (2, 'B-2');
  insert into referrals (referral_id, child_key, referral_date, artificial, team) values
      ('r1', 1, '2014-11-05', false, 'North'), ('r2', 2, '2015-01-06', false, 'South'), ('r3', 1, '2015-01-20', false, null);
  insert into allocation (child_key, worker, team, from_date) values (1, 'SW-1', 'East', '2015-01-31');`

let build: Awaited<ReturnType<typeof buildTestDataset>>
beforeEach(async () => {
  build = await buildTestDataset({ asAt: '2015-01-31', insert })
  await writeMeasureCases(
    build,
    MEASURES.filter(({ id }) => ['fd-referrals', 'fd-rereferrals', 'wf-caseload'].includes(id)),
  )
})

/** The dataset as it is now, as a snapshot of which nothing has been read yet. */
const snapshot = (): OpenSnapshot => ({
  id: '2015-01-31-test',
  asAt: '2015-01-31',
  loadedAt: '2015-01-31T12:00:00Z',
  sources: ['annex-a'],
  all: (sql, parameters) => build.all(sql, parameters),
  close: () => undefined,
})

/** With how often the cases are read for them. */
async function everyFigure(): Promise<{ found: [string, unknown][]; countings: number }> {
  let countings = 0
  const counting: OpenSnapshot = {
    ...snapshot(),
    all: (sql, parameters) => {
      if (sql.includes('from case_row')) countings += 1
      return build.all(sql, parameters)
    },
  }
  return { found: [...(await allFigures(counting))], countings }
}

test('the figures of a snapshot that was sealed without totals are counted from its cases, and are the same', async () => {
  const written = await everyFigure()
  await build.run('drop table measure_total; drop table measure_total_made')
  const counted = await everyFigure()
  expect(written.countings).toBe(0)
  expect(counted.countings).toBeGreaterThan(0)
  expect(counted.found).toEqual(written.found)
  expect(Object.fromEntries(written.found)['fd-referrals']).toMatchObject([
    { period: '2014-11', value: 1 },
    { period: '2014-12', value: 0 },
    { period: '2015-01', value: 2 },
  ])
})

test('totals that were made of the cases in another way than today are counted again', async () => {
  const { found } = await everyFigure()
  await build.run(`update measure_total set cases = 99, met = 99, statistic = 99`)
  expect((await everyFigure()).found).not.toEqual(found)
  await build.run(`update measure_total_made set made = 'as a version before made them'`)
  expect((await everyFigure()).found).toEqual(found)
})

test('a total is its series’ alone, with a split and without', async () => {
  const { points } = await figures(snapshot(), 'fd-referrals', { by: 'team' })
  const january = points.filter(({ period }) => period === '2015-01')
  expect(january.map(({ split, value }) => [split, value])).toEqual([
    [null, 2],
    ['North', 0],
    ['South', 1],
    ['Not recorded', 1],
  ])
  const [counted] = await rowsIn(snapshot()).all<{ met: number }>(
    `select t.met from measure_total t join measure_available a on a.series_no = t.series_no
     where a.series = 'fd-referrals' and t.month_no = 2015 * 12 + 1`,
  )
  expect(counted?.met).toBe(2)
})

test('a total that is not what its cases count is found when figures are held to their lists', async () => {
  expect((await figureEqualsList(snapshot())).faults).toEqual([])
  await build.run('update measure_total set met = met + 1 where month_no = 2014 * 12 + 11 and met = 1')
  expect((await figureEqualsList(snapshot())).faults).toContain(
    'fd-referrals 2014-11: the figure says 2 (2 of null), its list 1 (1 of null)',
  )
})
