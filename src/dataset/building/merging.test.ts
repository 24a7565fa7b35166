import { expect, test } from 'vitest'
import { STANDARDS } from '../../intake/standards.ts'
import type { AcceptedRow } from '../../intake/tables/accepted-row.ts'
import type { SourceReport, TableReport } from '../../intake/intake-report.ts'
import type { Day } from '../../platform/day.ts'
import { beginBuild, type Build } from './build.ts'
import { convertSources } from './converting.ts'
import { openStaging } from './staging.ts'

/** An Annex A as at the last of January 2015, which promises six months, and the return of the year before it. */
const ANNEX_A: SourceReport = { source: 'annex-a', asAt: '2015-01-31', asAtFrom: 'given' }
const RETURN: SourceReport = { source: 'ssda903', asAt: '2014-03-31', asAtFrom: 'given' }

type Row = [table: string, values: AcceptedRow['values']]

async function combined(sources: readonly SourceReport[], rows: readonly Row[]): Promise<Build> {
  const build = await beginBuild(':memory:')
  const staging = openStaging(build)
  for (const [at, [table, values]] of rows.entries())
    await staging.accept({ table, file: `${table}.csv`, sheet: table, row: at + 2, values })
  await staging.finish(sources.map(({ source }) => source))
  await convertSources(
    build,
    sources,
    [...new Set(rows.map(([table]) => table))].map((table) => report(table)),
    '2014-07-31',
  )
  return build
}

const report = (table: string): TableReport => ({
  table,
  sheet: table,
  rows: 1,
  accepted: 1,
  quarantined: 0,
  unknownColumns: [],
  presentColumns: [],
})

const inCare = (child: string, from: Day, more: AcceptedRow['values'] = {}): Row => [
  'annex-a/8',
  { child_id: child, looked_after_start_date: from, ...more },
]
const episode = (child: string, from: Day, more: AcceptedRow['values'] = {}): Row => [
  'ssda903/episodes',
  { CHILD: child, DECOM: from, RNE: 'S', LS: 'C1', CIN: 'N1', PLACE: 'U6', DEC: null, REC: null, ...more },
]

const periods = async (build: Build): Promise<string[]> =>
  (
    await build.all<{ child: string; start_date: string; end_date: string | null; need: string | null }>(
      `select person_id as child, start_date, end_date, primary_need_code as need
       from cla_periods join person using (child_key) order by person_id, start_date`,
    )
  ).map(
    ({ child, start_date, end_date, need }) =>
      `${child} ${start_date} to ${end_date ?? 'now'}${need ? ` ${need}` : ''}`,
  )

test('what the leading source says stands, and what it leaves blank is filled from the next', async () => {
  const build = await combined(
    [ANNEX_A, RETURN],
    [
      inCare('A', '2013-05-01', { looked_after_end_date: '2014-12-24' }),
      inCare('B', '2013-06-01', { category_of_need: 'N5' }),
      episode('A', '2013-05-01'),
      episode('B', '2013-06-01'),
    ],
  )
  // The end that Annex A knows of is not taken back by a return of the year before; its blank need is filled.
  expect(await periods(build)).toEqual(['A 2013-05-01 to 2014-12-24 N1', 'B 2013-06-01 to now N5'])
  expect(
    await build.all(
      `select column_name, filled, differing from field_merge where table_name = 'cla_periods' and filled + differing > 0`,
    ),
  ).toEqual([
    { column_name: 'entered', filled: 2, differing: 0 },
    { column_name: 'primary_need_code', filled: 1, differing: 1 },
  ])
})

test('an end is never filled from another source: that it is blank says that care goes on', async () => {
  const build = await combined(
    [ANNEX_A, RETURN],
    [inCare('A', '2013-05-01'), episode('A', '2013-05-01', { DEC: '2013-09-02', REC: 'E8' })],
  )
  expect(await periods(build)).toEqual(['A 2013-05-01 to now N1'])
})

test('what was over before the leading source’s window is added; what it should hold and does not is left out', async () => {
  const build = await combined(
    [ANNEX_A, RETURN],
    [
      inCare('A', '2014-09-01'),
      episode('before the window', '2013-05-01', { DEC: '2013-09-02', REC: 'E8' }),
      episode('open in March, gone by January', '2013-06-01'),
    ],
  )
  expect(await periods(build)).toEqual([
    'A 2014-09-01 to now',
    'before the window 2013-05-01 to 2013-09-02 N1',
  ])
  expect(
    await build.all(`select matched, added, left_out from table_merge where table_name = 'cla_periods'`),
  ).toEqual([{ matched: 0, added: 1, left_out: 1 }])
})

test('an assessment that an older return left open is not open for ever', async () => {
  const assessed = (day: Day, authorised: Day | null): Row => [
    'cin-census/Assessments',
    {
      LAchildID: 'A',
      CINdetailsID: 1,
      AssessmentActualStartDate: day,
      AssessmentAuthorisationDate: authorised,
    },
  ]
  const build = await combined(
    [ANNEX_A, { source: 'cin-census', asAt: '2014-03-31', asAtFrom: 'given' }],
    [
      ['annex-a/4', { child_id: 'A', assessment_start_date: '2014-12-01' }],
      ['cin-census/CINdetails', { LAchildID: 'A', CINdetailsID: 1, CINreferralDate: '2013-10-20' }],
      assessed('2013-11-01', '2013-12-05'),
      assessed('2014-03-20', null),
    ],
  )
  expect(await build.all('select start_date, auth_date from cin_assessments order by start_date')).toEqual([
    { start_date: '2013-11-01', auth_date: '2013-12-05' },
    { start_date: '2014-12-01', auth_date: null },
  ])
  expect(
    await build.all(`select matched, added, left_out from table_merge where table_name = 'cin_assessments'`),
  ).toEqual([{ matched: 0, added: 1, left_out: 1 }])
})

test('a link to an event that two sources tell of leads to the one that stands', async () => {
  const build = await combined(
    [ANNEX_A, RETURN],
    [
      inCare('A', '2013-05-01'),
      episode('A', '2013-05-01'),
      ['ssda903/reviews', { CHILD: 'A', REVIEW: '2013-06-10', REVIEW_CODE: 'PN1' }],
    ],
  )
  expect(
    await build.all('select review_date, cla_id = (select cla_id from cla_periods) as led from cla_reviews'),
  ).toEqual([{ review_date: '2013-06-10', led: true }])
})

test('what is part of a row goes with the row that stands, and without one it goes', async () => {
  const census: SourceReport = { source: 'cin-census', asAt: '2014-03-31', asAtFrom: 'given' }
  const assessed = (day: Day, number: number): Row => [
    'cin-census/Assessments',
    {
      LAchildID: 'A',
      CINdetailsID: 1,
      AssessmentID: number,
      AssessmentActualStartDate: day,
      AssessmentFactors: '1C 6B',
    },
  ]
  const build = await combined(
    [ANNEX_A, census],
    [
      ['annex-a/4', { child_id: 'A', assessment_start_date: '2014-03-10' }],
      ['cin-census/CINdetails', { LAchildID: 'A', CINdetailsID: 1, CINreferralDate: '2014-02-20' }],
      assessed('2014-03-10', 1),
      // Open at the end of the census's year, and unknown to Annex A: it is not carried over.
      assessed('2014-08-12', 2),
    ],
  )
  expect(
    await build.all(
      `select factor, start_date from assessment_factors join cin_assessments using (assessment_id) order by factor`,
    ),
  ).toEqual([
    { factor: '1C', start_date: '2014-03-10' },
    { factor: '6B', start_date: '2014-03-10' },
  ])
  expect(await build.all('select count(*) as n from assessment_factors')).toEqual([{ n: 2 }])
})

test('a table that the leading source does not carry is led by the first that does', async () => {
  const build = await combined(
    [ANNEX_A, RETURN],
    [
      inCare('A', '2013-05-01'),
      episode('A', '2013-05-01'),
      ['ssda903/missing', { CHILD: 'A', MISSING: 'M', MIS_START: '2014-02-01', MIS_END: '2014-02-02' }],
    ],
  )
  expect(await build.all('select count(*) as n from missing_episodes')).toEqual([{ n: 1 }])
  expect(
    await build.all(
      `select table_name, place, source, as_at from table_source
       where table_name in ('missing_episodes', 'cla_periods') order by 1, 2`,
    ),
  ).toEqual([
    { table_name: 'cla_periods', place: 1, source: 'annex-a', as_at: '2015-01-31' },
    { table_name: 'cla_periods', place: 2, source: 'ssda903', as_at: '2014-03-31' },
    { table_name: 'missing_episodes', place: 1, source: 'ssda903', as_at: '2014-03-31' },
  ])
})

test('a child is one person in every source, and the leading source is believed of them', async () => {
  const build = await combined(
    [ANNEX_A, RETURN],
    [
      inCare('A', '2013-05-01', { gender: 'F' }),
      ['ssda903/header', { CHILD: 'A', SEX: 'M', DOB: '2005-02-03', ETHNIC: 'WBRI' }],
      ['ssda903/header', { CHILD: 'B', SEX: 'M', DOB: '2006-02-03', ETHNIC: 'AIND' }],
    ],
  )
  expect(await build.all('select person_id, sex, ethnicity, dob from person order by person_id')).toEqual([
    { person_id: 'A', sex: 'F', ethnicity: 'WBRI', dob: '2005-02-03' },
    { person_id: 'B', sex: 'M', ethnicity: 'AIND', dob: '2006-02-03' },
  ])
})

test('every standard can be loaded with all the others, whichever leads', async () => {
  const all = STANDARDS.map(({ source }): SourceReport => ({ source, asAt: '2015-01-31', asAtFrom: 'given' }))
  for (const order of [all, all.toReversed()]) {
    const build = await combined(order, [])
    const schemas = await build.all(
      `select distinct schema_name from duckdb_tables() where database_name = current_database()`,
    )
    expect(schemas).toEqual([{ schema_name: 'main' }])
    build.close()
  }
})
