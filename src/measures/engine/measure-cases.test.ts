import { expect, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import type { ParallelBuild } from '../../dataset/index.ts'
import { MEASURES } from '../catalogue/catalogue.ts'
import type { MeasureFile } from '../catalogue/measure-file.ts'
import { writeMeasureCases } from './measure-cases.ts'

const insert = `
  insert into contacts (contact_id, child_key, contact_date, team, worker) values
      ('c1', 1, '2015-01-05', 'North', 'W2'), ('c2', 2, '2015-01-06', null, 'W10'), ('c3', 3, '2015-01-07', 'East', null);
  insert into referrals (referral_id, child_key, referral_date, artificial, team, worker) values
      ('r1', 1, '2015-01-05', false, 'West', 'W3');`
const dataset = (): Promise<ParallelBuild> => buildTestDataset({ asAt: '2015-01-31', insert })

const contacts = MEASURES.find(({ id }) => id === 'fd-contacts')!
/** The contacts, with `sql` in the place of the measure's own. */
const answering = (sql: string): MeasureFile => ({ ...contacts, sql })

const namesIn = (build: ParallelBuild) =>
  build.all("select case_id, team, worker from case_row where case_id <> '' order by case_id, team, worker")

test('the teams and workers of cases are those of the rows, as text, and sort by their letters', async () => {
  const build = await dataset()
  await writeMeasureCases(build, [
    answering(
      `select 'bare' as series, child_key, contact_id as case_id, contact_date as on_date, team, worker, true as met, null as value, null as detail from contacts`,
    ),
  ])
  expect(await namesIn(build)).toEqual([
    { case_id: 'c1', team: 'North', worker: 'W2' },
    { case_id: 'c2', team: null, worker: 'W10' },
    { case_id: 'c3', team: 'East', worker: null },
  ])
  expect(await build.all('select distinct team from case_row where team is not null order by team')).toEqual([
    { team: 'East' },
    { team: 'North' },
  ])
  expect(await build.all("select case_id from case_row where worker = 'nobody of that name'")).toEqual([])
})

test('a name that is in no table of the dataset is kept as the measure answers it', async () => {
  const build = await dataset()
  await writeMeasureCases(build, [
    MEASURES.find(({ id }) => id === 'fd-referrals')!,
    answering(
      `select 'bare' as series, child_key, contact_id as case_id, contact_date as on_date, 'Team of ' || team as team, worker, true as met, null as value, null as detail from contacts`,
    ),
  ])
  expect(await namesIn(build)).toEqual([
    { case_id: 'c1', team: 'Team of North', worker: 'W2' },
    { case_id: 'c2', team: null, worker: 'W10' },
    { case_id: 'c3', team: 'Team of East', worker: null },
    { case_id: 'r1', team: 'West', worker: 'W3' },
  ])
})

test('a dataset that names no team has its measures too', async () => {
  const build = await buildTestDataset({
    asAt: '2015-01-31',
    insert: `
      insert into contacts (contact_id, child_key, contact_date) values ('c1', 1, '2015-01-05');
      insert into allocation (child_key, worker, from_date) values (1, 'W1', '2014-01-05');`,
  })
  await writeMeasureCases(build, MEASURES)
  expect(await build.all("select distinct case_id, team, worker from case_row where case_id = 'c1'")).toEqual(
    [{ case_id: 'c1', team: null, worker: null }],
  )
})

test('a measure whose SQL fails while others run is named, and the dataset can still be read', async () => {
  const build = await dataset()
  const bad = answering(
    `select 'bare' as series, child_key, contact_id as case_id, contact_date as on_date, team, worker, true as met, null as value, cast(contact_id as date) as detail from contacts`,
  )
  await expect(
    writeMeasureCases(build, [bad, ...MEASURES.filter(({ id }) => id.startsWith('fd-referral'))]),
  ).rejects.toThrow('front-door/fd-contacts.sql:')
  expect(await build.all('select count(*) as cases from case_row')).toEqual([{ cases: 0 }])
})
