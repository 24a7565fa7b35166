import { beforeAll, expect, test } from 'vitest'
import { checked } from '../../tests/support/quality-world.ts'
import { asSomeone, textOf } from '../../tests/support/someone.ts'
import { type Role } from '../access/index.ts'
import type { OpenSnapshot } from '../dataset/snapshots/sealed.ts'
import { seriesTitle } from '../performance/index.ts'
import { confidenceRoutes } from './confidence-routes.tsx'

let ours: OpenSnapshot
beforeAll(async () => {
  ours = await checked({
    asAt: '2015-01-31',
    insert: `
      insert into person (child_key, person_id, dob) values (1, 'C1', date '2008-03-04'), (2, 'C2', date '2008-03-04');
      insert into referrals (referral_id, child_key, referral_date, artificial, team, worker) values
          ('r1', 1, date '2014-11-28', false, 'North', 'SW-1'), ('r2', 2, date '2014-11-28', false, 'North', 'SW-1');
      insert into cin_assessments (assessment_id, child_key, start_date, auth_date, child_seen, team, worker) values
          ('a1', 1, date '2014-12-01', date '2015-01-05', true, 'North', 'SW-1'),
          ('a2', 2, date '2014-12-01', date '2015-01-06', null, 'North', 'SW-1');`,
  })
})

const read = (role: Role, council?: string) => {
  const room = confidenceRoutes({
    pool: { current: (of) => Promise.resolve(of === 'norchester' ? ours : null) },
  })
  return textOf(
    asSomeone('/data/quality/measures', room, { role, council }).request('/data/quality/measures'),
  )
}

test('each measure says how full its fields are and how many cases a fault may change, the most doubtful first', async () => {
  const text = await read('director')
  expect(text).toMatch(
    /A fault in the data may change the last month of 1 of \d+ measures\. \d+ rests? on a field/,
  )
  expect(text).toMatch(
    /Child seen during the assessment .{0,40}Low, 50% say whether the child was seen January 2015 2 1 0 1/,
  )
  expect(text.indexOf('Child seen during')).toBeLessThan(text.indexOf('Assessments completed within'))
})

test('the Board is not the public: it sees how many cases are in doubt, however few', async () => {
  const text = await read('board_member')
  expect(text).toMatch(/A fault in the data may change the last month of 1 of \d+ measures\./)
  expect(text).toContain('January 2015 2 1 0 1')
})

test('it shows no child, and needs the right to read figures alone', async () => {
  expect(await read('director')).not.toContain('C2')
  expect(await read('administrator')).toBe('not allowed')
})

test('a council without a load has none', async () => {
  expect(await read('director', 'southby')).not.toContain('Child seen during')
})

test('a measure is named by its title, and an unknown one by its id', () => {
  expect(seriesTitle('as-completed-45wd.from_start')).toBe('Assessments completed within 45 working days')
  expect(seriesTitle('no-such')).toBe('no-such')
})
