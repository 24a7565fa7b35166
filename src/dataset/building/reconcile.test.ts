import { beforeAll, describe, expect, test } from 'vitest'
import { beginBuild, type Build } from './build.ts'
import { reconcile } from './reconcile.ts'
import {
  readChildrenThatDiffer,
  countDiffering,
  reconciliationIn,
} from '../../quality/reconciliation-read.ts'

/** Annex A of 31 January 2015 next to a census of 31 March 2014: who was on a plan on the census's day. */
let build: Build
beforeAll(async () => {
  build = await beginBuild(':memory:')
  await build.run(`
    insert into person (child_key, person_id) values
        (1, 'SAME'), (2, 'OTHER-DAY'), (3, 'CLOSED'), (4, 'ELSEWHERE'), (5, 'NOWHERE'), (6, 'CENSUS-ONLY'), (7, 'LATER');
    create schema from_cin_census;
    create table from_cin_census.cp_plans as from main.cp_plans limit 0;
    create table from_cin_census.cin_episodes as from main.cin_episodes limit 0;
    create table from_cin_census.s47_enquiry as from main.s47_enquiry limit 0;
    create table from_cin_census.referrals as from main.referrals limit 0;

    insert into cp_plans (cp_plan_id, child_key, start_date, end_date, file, sheet, row_number) values
        ('cp-1', 1, date '2013-10-01', null, 'List 7.csv', 'List 7', 2),
        ('cp-2', 2, date '2013-10-02', null, 'List 7.csv', 'List 7', 3),
        ('cp-3', 3, date '2013-10-03', null, 'List 7.csv', 'List 7', 4),
        ('cp-4', 4, date '2013-10-04', null, 'List 7.csv', 'List 7', 5),
        ('cp-5', 5, date '2013-10-05', null, 'List 7.csv', 'List 7', 6),
        ('cp-7', 7, date '2014-06-01', null, 'List 7.csv', 'List 7', 7);
    insert into from_cin_census.cp_plans (cp_plan_id, child_key, start_date, end_date, file, row_number) values
        ('x-1', 1, date '2013-10-01', null, 'census.xml', 1),
        ('x-2', 2, date '2013-10-12', null, 'census.xml', 2),
        ('x-3', 3, date '2013-10-03', date '2014-02-14', 'census.xml', 3),
        ('x-6', 6, date '2013-11-06', null, 'census.xml', 4);
    insert into from_cin_census.cin_episodes (episode_id, child_key, referral_date) values ('y-4', 4, date '2013-09-01');

    insert into s47_enquiry (s47_enquiry_id, child_key, start_date) values
        ('s-1', 1, date '2013-09-20'), ('s-2', 2, date '2013-09-21'), ('s-3', 3, date '2014-05-01');
    insert into from_cin_census.s47_enquiry (s47_enquiry_id, child_key, start_date) values
        ('t-1', 1, date '2013-09-20'), ('t-2', 2, date '2013-09-25'), ('t-6', 6, date '2013-03-01');
    insert into referrals (referral_id, child_key, referral_date, artificial) values ('r-1', 1, date '2013-09-19', false);
  `)
  await reconcile(build, [
    { source: 'annex-a', schema: 'main', asAt: '2015-01-31', windowFrom: '2012-02-01' },
    { source: 'cin-census', schema: 'from_cin_census', asAt: '2014-03-31', windowFrom: '2013-04-01' },
  ])
})

describe('two sources of one council', () => {
  test('a stock is compared on the earlier of the two days, a flow over the days that both promise', async () => {
    expect(await reconciliationIn(build)).toEqual([
      {
        subject: 'cp_plans',
        onDay: '2014-03-31',
        fromDay: null,
        sourceA: 'annex-a',
        sourceB: 'cin-census',
        countA: 5,
        countB: 3,
        both: 2,
      },
      {
        subject: 's47_enquiry',
        onDay: '2014-03-31',
        fromDay: '2013-04-01',
        sourceA: 'annex-a',
        sourceB: 'cin-census',
        countA: 2,
        countB: 2,
        both: 1,
      },
    ])
  })

  test('each child in one alone is told with the reason, as far as the other tells one', async () => {
    const differing = await readChildrenThatDiffer(build, 1)
    expect(differing.map(({ subject, childId, inSource, why }) => [subject, childId, inSource, why])).toEqual(
      [
        ['cp_plans', 'CLOSED', 'annex-a', 'Closed on 2014-02-14 in the other'],
        ['cp_plans', 'ELSEWHERE', 'annex-a', 'In the other, without such a row'],
        ['cp_plans', 'NOWHERE', 'annex-a', 'Not in the other at all'],
        ['cp_plans', 'CENSUS-ONLY', 'cin-census', 'Not in the other at all'],
        ['cp_plans', 'OTHER-DAY', 'both', 'Began 2013-10-02 in the first, 2013-10-12 in the second'],
        ['s47_enquiry', 'OTHER-DAY', 'annex-a', 'On 2013-09-25 in the other'],
        ['s47_enquiry', 'OTHER-DAY', 'cin-census', 'On 2013-09-21 in the other'],
      ],
    )
    expect(await countDiffering(build)).toBe(7)
  })

  test('each child is shown with the row that has it', async () => {
    const [closed] = await readChildrenThatDiffer(build, 1)
    expect(closed).toMatchObject({ file: 'List 7.csv', sheet: 'List 7', row: 4 })
  })

  test('what one of them has no rows of is not compared', async () => {
    const subjects = (await reconciliationIn(build))!.map(({ subject }) => subject)
    expect(subjects).not.toContain('referrals')
    expect(subjects).not.toContain('cin_episodes')
  })
})

test('a load of one source has nothing to compare', async () => {
  const alone = await beginBuild(':memory:')
  expect(await reconciliationIn(alone)).toBeNull()
  alone.close()
})

test('sources that tell of no day together are not compared: what is open now says nothing of last March', async () => {
  const apart = await beginBuild(':memory:')
  await apart.run(
    `create schema from_cin_census; create table from_cin_census.cp_plans as from main.cp_plans limit 0`,
  )
  for (const schema of ['main', 'from_cin_census']) {
    await apart.run(
      `insert into ${schema}.cp_plans (cp_plan_id, child_key, start_date) values ('p', 1, date '2013-05-01')`,
    )
  }
  await reconcile(apart, [
    { source: 'annex-a', schema: 'main', asAt: '2015-01-31', windowFrom: '2014-07-31' },
    { source: 'cin-census', schema: 'from_cin_census', asAt: '2014-03-31', windowFrom: '2013-04-01' },
  ])
  expect(await reconciliationIn(apart)).toEqual([])
  apart.close()
})
