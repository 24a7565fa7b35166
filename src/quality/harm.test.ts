import { beforeAll, describe, expect, test } from 'vitest'
import type { OpenSnapshot } from '../dataset/snapshots/sealed.ts'
import { checked } from '../../tests/support/quality-world.ts'
import { doubts, isDoubtful, describeDoubt } from '../measures/figures/series-doubt.ts'

/** Two children with a case each, and one fault of each kind, as at 31 January 2015. */
const WORLD = `
  insert into person (child_key, person_id, sex, dob) values (1, 'C1', 'F', date '2008-03-04'), (2, 'C2', 'M', date '2008-03-04');
  insert into referrals (referral_id, child_key, referral_date, artificial, team, worker) values
      ('r1', 1, date '2014-02-03', false, 'North', 'SW-1'), ('r2', 2, date '2014-02-03', false, 'North', 'SW-1');
  insert into cin_episodes (episode_id, child_key, referral_date, close_date, team, worker) values
      ('e1', 1, date '2014-02-03', null, 'North', 'SW-1'),
      ('e2', 2, date '2014-02-03', date '2014-03-03', 'North', 'SW-1');
  insert into cin_assessments (assessment_id, child_key, start_date, auth_date, child_seen, team, worker, file, row_number) values
      ('fine', 1, date '2014-12-01', date '2015-01-05', true, 'North', 'SW-1', 'List 4.csv', 2),
      ('unseen', 2, date '2014-12-01', date '2015-01-06', null, 'North', 'SW-1', 'List 4.csv', 3),
      -- Put right, it was authorised on 20 January: one more of January.
      ('turned', 1, date '2015-01-20', date '2015-01-12', true, 'North', 'SW-1', 'List 4.csv', 4),
      ('open', 2, date '2015-01-20', null, null, 'North', null, 'List 4.csv', 5);
  insert into cp_plans (cp_plan_id, child_key, start_date, end_date, previous_plans, team, worker) values
      ('p1', 1, date '2013-06-03', null, 0, 'North', 'SW-1'),
      ('p2', 1, date '2014-06-03', null, 1, 'North', 'SW-1'),
      ('p3', 2, date '2013-06-03', date '2013-09-03', 0, 'North', 'SW-1');
`

let snapshot: OpenSnapshot
beforeAll(async () => {
  snapshot = await checked({ asAt: '2015-01-31', insert: WORLD })
})

/** "as-child-seen.seen: 1 blank" of each measure that a check harms. */
const harmsOf = async (check: string): Promise<string[]> =>
  (
    await snapshot.all<{ series: string; cases: number; how: string }>(
      'select series, cases, how from quality_harm where check_id = $check order by series, how',
      { check },
    )
  ).map(({ series, cases, how }) => `${series}: ${cases} ${how}`)

describe('which measures a fault harms, and in how many cases', () => {
  test('an assessment whose days are the wrong way round is left out of all that count it put right', async () => {
    expect(await harmsOf('assessment-authorised-before-start')).toEqual([
      'as-child-seen.seen: 1 left_out',
      'as-completed-45wd.from_start: 1 left_out',
      ...['bands', 'p25', 'p50', 'p75', 'p90'].map((key) => `as-duration.${key}: 1 left_out`),
    ])
  })

  test('a second open plan is in doubt wherever it is counted, and where it takes the place of the first', async () => {
    expect(await harmsOf('plans-overlap')).toEqual([
      'cp-2-years.open: 1 counted',
      'cp-rate.open: 1 counted',
      'cp-rate.starts: 1 counted',
      'cp-repeat.ever: 1 counted',
      'cp-repeat.rolling12: 1 counted',
      'cp-visits-timely.alone: 1 counted',
      'cp-visits-timely.seen: 1 counted',
    ])
  })

  test('a blank that counts as not met is counted in the measure that needs it, and in no other', async () => {
    expect(await harmsOf('blank.cin_assessments.child_seen')).toEqual(['as-child-seen.seen: 1 blank'])
    const [blanks] = await snapshot.all<{ count: number }>(
      `select count from quality_check where check_id = 'blank.cin_assessments.child_seen'`,
    )
    // The open assessment is blank too, and counted by no measure of finished ones.
    expect(blanks!.count).toBe(2)
  })

  test('a case that is still open has no closing day and no reason for closing, and neither is a fault', async () => {
    const blanks = await snapshot.all<{ check_id: string; case_id: string }>(
      `select check_id, case_id from quality_case where check_id like 'blank.cin_episodes.close%' and case_id = 'e1'`,
    )
    expect(blanks).toEqual([])
    const ends = await snapshot.all(
      `select check_id from quality_check where check_id = 'blank.cin_episodes.close_date'`,
    )
    expect(ends).toEqual([])
  })

  test('unallocated work changes no figure, only under which worker it stands', async () => {
    const harms = await harmsOf('open-work-unallocated')
    expect(harms).toContain('as-open-review-points.gt10: 1 split')
    expect(harms.every((harm) => harm.endsWith('split'))).toBe(true)
  })

  test('a child on a plan who is no open case is missing from open cases', async () => {
    const world = await checked({
      asAt: '2015-01-31',
      insert: WORLD.replace(
        `('e1', 1, date '2014-02-03', null`,
        `('e1', 1, date '2014-02-03', date '2014-12-31'`,
      ),
    })
    // One child, with two plans: each is a row with the fault, and the child is missing once.
    const [harm] = await world.all<{ series: string; cases: number; how: string }>(
      `select series, cases, how from quality_harm where check_id = 'open-work-without-case' and series = 'cin-open'`,
    )
    expect(harm).toEqual({ series: 'cin-open', cases: 1, how: 'left_out' })
  })

  test('nothing of the working is left in the snapshot', async () => {
    const rows = await snapshot.all<{ table_name: string }>(
      `select table_name from duckdb_tables() where temporary or schema_name <> 'main'`,
    )
    expect(rows).toEqual([])
  })
})

describe('the doubt about a series, in a sentence', () => {
  test('of its last month, with what is missing from it', async () => {
    const found = (await doubts(snapshot)).get('as-child-seen.seen')!
    expect(found).toMatchObject({ month: '2015-01', cases: 2, doubtful: 1, leftOut: 1 })
    expect(describeDoubt(found)).toBe(
      '1 of 2 cases of January 2015 has a fault in the data that may change it, and 1 more is left out because of one.',
    )
  })

  test('a series that no fault touches has none', async () => {
    expect(isDoubtful((await doubts(snapshot)).get('fd-referrals')!)).toBe(false)
  })

  test('many cases, nothing missing', () => {
    const rest = { series: 'x', allCases: 900, allDoubtful: 20, allLeftOut: 0 }
    expect(describeDoubt({ ...rest, month: '2015-01', cases: 714, doubtful: 12, leftOut: 0 })).toBe(
      '12 of 714 cases of January 2015 have a fault in the data that may change them.',
    )
    expect(describeDoubt({ ...rest, month: '2015-01', cases: 714, doubtful: 0, leftOut: 3 })).toBe(
      '714 cases of January 2015 are counted, and 3 are left out because of a fault in the data.',
    )
    expect(describeDoubt({ ...rest, month: '2015-01', cases: 714, doubtful: 0, leftOut: 0 })).toBe(
      'No case of January 2015 has a fault in the data; of all months 20 of 900 cases have a fault in the data that may change them.',
    )
  })

  test('a snapshot that was sealed before rows were compared has none', async () => {
    const unlooked: OpenSnapshot = { ...snapshot, all: () => Promise.resolve([]) }
    expect(await doubts(unlooked)).toEqual(new Map())
  })
})
