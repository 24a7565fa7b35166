import { expect, test } from 'vitest'
import type { AcceptedRow } from '../../intake/tables/accepted-row.ts'
import type { Day } from '../../platform/day.ts'
import { convertSources } from '../building/converting.ts'
import { openStaging } from '../building/staging.ts'
import { annexAConversion } from './conversion.ts'
import { beginBuild, type Build } from '../building/build.ts'

const asAt: Day = '2015-01-31'

/** Rows as `[list, values]`, in the order in which a file has them. */
async function converted(...rows: [list: number, values: AcceptedRow['values']][]): Promise<Build> {
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  for (const [at, [list, values]] of rows.entries()) {
    await staging.accept({
      table: `annex-a/${list}`,
      file: 'Annex_A.xlsx',
      sheet: `List ${list}`,
      row: at + 2,
      values,
    })
  }
  await staging.finish(['annex-a'])
  await convertSources(build, [{ source: 'annex-a', asAt, asAtFrom: 'given' }], [])
  return build
}

const held = (worker: string) => ({ allocated_team: 'North', allocated_worker: worker })

test('what lists say of one child is brought together, the lists of children now coming first', async () => {
  const build = await converted(
    [1, { child_id: 'A', gender: 'F', ethnicity: 'WBRI', contact_date: '2014-12-01' }],
    [
      8,
      {
        child_id: 'A',
        gender: null,
        ethnicity: 'MWBC',
        date_of_birth: '2008-03-04',
        looked_after_start_date: '2014-12-05',
      },
    ],
    [4, { child_id: 'A', disability: 'yes', assessment_start_date: '2014-12-02' }],
  )
  expect(await build.all('select * exclude (file, sheet, row_number) from person')).toEqual([
    {
      child_key: 1,
      person_id: 'A',
      sex: 'F',
      ethnicity: 'MWBC',
      dob: '2008-03-04',
      expected_dob: null,
      disability: 'yes',
    },
  ])
})

test('a child who is not born yet has the day the birth is expected, and no date of birth', async () => {
  const build = await converted(
    [3, { child_id: 'due', date_of_birth: '2015-04-01', referral_date: '2015-01-05' }],
    [3, { child_id: 'overdue', date_of_birth: '2015-01-30', age_years: -1, referral_date: '2015-01-05' }],
    [3, { child_id: 'newborn', date_of_birth: '2015-01-30', age_years: 0, referral_date: '2015-01-05' }],
  )
  expect(await build.all('select person_id, dob, expected_dob from person order by person_id')).toEqual([
    { person_id: 'due', dob: null, expected_dob: '2015-04-01' },
    { person_id: 'newborn', dob: '2015-01-30', expected_dob: null },
    { person_id: 'overdue', dob: null, expected_dob: '2015-01-30' },
  ])
})

test('every child has one worker: the first list where the child is open and a worker is named', async () => {
  const build = await converted(
    // Open on lists 7 and 6: list 7 holds the child.
    [6, { child_id: 'plan', cin_start_date: '2014-06-01', ...held('SW-2') }],
    [7, { child_id: 'plan', cp_plan_start_date: '2014-07-01', ...held('SW-1') }],
    // The plan has ended, and on the as-at day closed is closed.
    [
      7,
      {
        child_id: 'ended',
        cp_plan_start_date: '2014-01-01',
        cp_plan_end_date: '2015-01-31',
        ...held('SW-1'),
      },
    ],
    [6, { child_id: 'ended', cin_start_date: '2013-12-01', ...held('SW-2') }],
    // Looked after, but no worker is named there.
    [
      8,
      {
        child_id: 'blank',
        looked_after_start_date: '2014-03-01',
        allocated_team: 'South',
        allocated_worker: null,
      },
    ],
    [4, { child_id: 'blank', assessment_start_date: '2014-12-20', ...held('SW-3') }],
    // Authorised: nobody's.
    [
      4,
      {
        child_id: 'done',
        assessment_start_date: '2014-11-03',
        assessment_authorised_date: '2014-12-01',
        ...held('SW-4'),
      },
    ],
    // The conference is booked for after the as-at day, so the enquiry is open.
    [5, { child_id: 'booked', s47_start_date: '2015-01-20', icpc_date: '2015-02-06', ...held('SW-5') }],
    [5, { child_id: 'held', s47_start_date: '2015-01-02', icpc_date: '2015-01-20', ...held('SW-5') }],
    [5, { child_id: 'unneeded', s47_start_date: '2015-01-20', icpc_unnecessary: true, ...held('SW-5') }],
    [9, { child_id: 'leaver', ...held('PA-1') }],
    // List 3 says who took a referral, not who holds the child.
    [3, { child_id: 'referred', referral_date: '2015-01-28', ...held('SW-6') }],
  )
  const rows = await build.all<{ person_id: string; worker: string; from_date: Day }>(
    'select person_id, worker, from_date from allocation join person using (child_key) order by person_id',
  )
  expect(Object.fromEntries(rows.map(({ person_id, worker }) => [person_id, worker]))).toEqual({
    plan: 'SW-1',
    ended: 'SW-2',
    blank: 'SW-3',
    booked: 'SW-5',
    leaver: 'PA-1',
  })
  expect(new Set(rows.map(({ from_date }) => from_date))).toEqual(new Set([asAt]))
})

test('of two open assessments the later one says who holds the child', async () => {
  const build = await converted(
    [4, { child_id: 'A', assessment_start_date: '2014-10-01', ...held('SW-1') }],
    [4, { child_id: 'A', assessment_start_date: '2014-12-01', ...held('SW-2') }],
  )
  expect(await build.all('select worker from allocation')).toEqual([{ worker: 'SW-2' }])
})

test('the same event on two rows is one, whatever the rows say of the child', async () => {
  const build = await converted(
    [1, { child_id: 'A', gender: 'F', contact_date: '2014-12-01', contact_source: '1A' }],
    [1, { child_id: 'A', gender: null, contact_date: '2014-12-01', contact_source: '1A' }],
    [1, { child_id: 'A', gender: 'F', contact_date: '2014-12-01', contact_source: '6' }],
  )
  expect(
    await build.all('select contact_id, source_code, row_number from contacts order by row_number'),
  ).toEqual([
    { contact_id: 'co-1-20141201', source_code: '1A', row_number: 2 },
    { contact_id: 'co-1-20141201-3', source_code: '6', row_number: 4 },
  ])
})

test('an open and an authorised assessment of one day both stand, under ids of their own', async () => {
  const build = await converted(
    [4, { child_id: 'A', assessment_start_date: '2014-12-01', assessment_authorised_date: '2014-12-20' }],
    [4, { child_id: 'A', assessment_start_date: '2014-12-01' }],
  )
  const ids = await build.all<{ assessment_id: string }>('select assessment_id from cin_assessments')
  expect(new Set(ids.map(({ assessment_id }) => assessment_id)).size).toBe(2)
})

test('no id of an event holds the council’s id of the child', async () => {
  const build = await converted([7, { child_id: '900417', cp_plan_start_date: '2014-12-01' }])
  expect(await build.all('select cp_plan_id from cp_plans')).toEqual([{ cp_plan_id: 'cp-1-20141201' }])
})

test('one conference on the rows of two enquiries has one id', async () => {
  const build = await converted(
    [5, { child_id: 'A', s47_start_date: '2014-10-01', icpc_date: '2014-10-27' }],
    [5, { child_id: 'A', s47_start_date: '2014-10-12', icpc_date: '2014-10-27' }],
  )
  expect(
    await build.all('select icpc_id, s47_enquiry_id from initial_cp_conference order by s47_enquiry_id'),
  ).toEqual([
    { icpc_id: 'ic-1-20141027', s47_enquiry_id: 's47-1-20141001' },
    { icpc_id: 'ic-1-20141027', s47_enquiry_id: 's47-1-20141012' },
  ])
})

test('what the list does not say stays unknown', async () => {
  const build = await converted(
    [
      4,
      { child_id: 'A', assessment_start_date: '2014-12-01', child_seen: 'unknown', requires_support: null },
    ],
    [
      7,
      {
        child_id: 'A',
        cp_plan_start_date: '2014-12-01',
        last_statutory_visit_date: '2015-01-10',
        seen_alone: 'no',
      },
    ],
  )
  expect(await build.all('select child_seen, outcome_nfa from cin_assessments')).toEqual([
    { child_seen: null, outcome_nfa: null },
  ])
  expect(await build.all('select seen, seen_alone from cp_visits')).toEqual([
    { seen: null, seen_alone: false },
  ])
})

test('every row says which row of which file it came from', async () => {
  const build = await converted([3, { child_id: 'A', referral_date: '2014-12-01' }])
  expect(await build.all('select file, sheet, row_number from referrals')).toEqual([
    { file: 'Annex_A.xlsx', sheet: 'List 3', row_number: 2 },
  ])
})

test('the extract promises six months, and more when every month before them has its contacts or referrals', async () => {
  const short = await converted([1, { child_id: 'A', contact_date: '2014-12-01' }])
  expect(await annexAConversion.windowOf(short, asAt)).toBe('2014-07-31')

  const months = ['2015-01', '2014-12', '2014-11', '2014-10', '2014-09', '2014-08', '2014-07', '2014-06']
  const long = await converted(
    ...months.map((month): [number, AcceptedRow['values']] => [
      1,
      { child_id: 'A', contact_date: `${month}-10` },
    ]),
    // A case that has stood open for years lengthens nothing.
    [3, { child_id: 'B', referral_date: '2009-02-01' }],
  )
  expect(await annexAConversion.windowOf(long, asAt)).toBe('2014-06-01')
})
