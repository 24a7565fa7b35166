import { expect, test } from 'vitest'
import { measured } from '../../../tests/support/measured.ts'
import { allCases } from '../figures/case-list.ts'
import { addDays, type Day } from '../../platform/day.ts'

/** The worked examples of the catalogue's conventions, through the measures that depend on them. */

/** Starts of assessments, with the working days on which their points fall. */
const ASSESSMENTS: readonly { start: Day; days: Readonly<Record<number, Day>> }[] = [
  // Friday, with Christmas Day, Boxing Day and New Year's Day after it.
  { start: '2014-12-19', days: { 10: '2015-01-07', 20: '2015-01-21', 35: '2015-02-11', 45: '2015-02-25' } },
  // Saturday: the Monday is day 1.
  {
    start: '2015-01-03',
    days: { 1: '2015-01-05', 10: '2015-01-16', 20: '2015-01-30', 35: '2015-02-20', 45: '2015-03-06' },
  },
  // Monday, with Good Friday and Easter Monday before day 45.
  { start: '2015-02-02', days: { 10: '2015-02-16', 20: '2015-03-02', 35: '2015-03-23', 45: '2015-04-08' } },
]

test('each point of an assessment falls on the working day of the worked examples, and is past the day after', async () => {
  const rows = ASSESSMENTS.flatMap(({ start, days }) =>
    Object.entries(days).flatMap(([point, on]) => [
      { id: `${start} day ${point}`, start, on, number: Number(point) },
      { id: `${start} after day ${point}`, start, on: addDays(on, 1), number: Number(point) + 1 },
    ]),
  )
  const insert = `insert into person (child_key, person_id) values (1, 'A');
    insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
      ${rows.map(({ id, start, on }) => `('${id}', 1, '${start}', '${on}')`).join(', ')};`
  const snapshot = await measured({ asAt: '2015-04-30', insert }, 'as-completed-45wd')
  const months = ['2015-01', '2015-02', '2015-03', '2015-04'] as const
  const cases = await Promise.all(
    months.map((period) => allCases(snapshot, 'as-completed-45wd.from_start', { period })),
  )
  const found = new Map(cases.flat().map(({ case_id, value, met }) => [case_id, { value, met }]))
  expect(found.size).toBe(rows.length)
  for (const { id, number } of rows) expect(found.get(id), id).toEqual({ value: number, met: number <= 45 })
})

test('an open assessment is past a point the day after that of the worked examples', async () => {
  // All three go on until the end of April 2015.
  const insert = `insert into person (child_key, person_id) values (1, 'A');
    insert into cin_assessments (assessment_id, child_key, start_date, auth_date) values
      ${ASSESSMENTS.map(({ start }) => `('${start}', 1, '${start}', '2015-04-30')`).join(', ')};`
  const snapshot = await measured({ asAt: '2015-04-30', insert }, 'as-open-review-points')
  const past = async (point: number, period: '2015-01' | '2015-02' | '2015-03') =>
    (await allCases(snapshot, `as-open-review-points.gt${point}`, { period, met: 'yes' }))
      .map(({ case_id }) => case_id)
      .sort()
  expect(await past(10, '2015-01')).toEqual(['2014-12-19', '2015-01-03'])
  // Saturday 31 January: finishing then would be after Friday the 30th, the day 20 of 3 January.
  expect(await past(20, '2015-01')).toEqual(['2014-12-19', '2015-01-03'])
  expect(await past(35, '2015-01')).toEqual([])
  expect(await past(10, '2015-02')).toEqual(['2014-12-19', '2015-01-03', '2015-02-02'])
  expect(await past(35, '2015-02')).toEqual(['2014-12-19', '2015-01-03'])
  expect(await past(45, '2015-02')).toEqual(['2014-12-19'])
  expect(await past(35, '2015-03')).toEqual(['2014-12-19', '2015-01-03', '2015-02-02'])
  expect(await past(45, '2015-03')).toEqual(['2014-12-19', '2015-01-03'])
})

/** Strategy discussions, with the fifteenth working day after each. */
const ENQUIRIES: readonly { start: Day; day15: Day }[] = [
  // Monday, with Good Friday and Easter Monday after it.
  { start: '2015-03-30', day15: '2015-04-22' },
  // Monday, with Christmas Day, Boxing Day and New Year's Day after it.
  { start: '2014-12-15', day15: '2015-01-08' },
]

test('a conference is in time on the fifteenth working day of the worked examples, and late the day after', async () => {
  const rows = ENQUIRIES.flatMap(({ start, day15 }) => [
    { id: `${start} day 15`, start, on: day15, met: true },
    { id: `${start} day 16`, start, on: addDays(day15, 1), met: false },
  ])
  const insert = rows
    .map(
      ({ id, start, on }, child) => `
      insert into person (child_key, person_id) values (${child + 1}, '${child}');
      insert into s47_enquiry (s47_enquiry_id, child_key, start_date) values ('s ${id}', ${child + 1}, '${start}');
      insert into initial_cp_conference (icpc_id, s47_enquiry_id, child_key, icpc_date) values
          ('${id}', 's ${id}', ${child + 1}, '${on}');`,
    )
    .join('')
  const snapshot = await measured({ asAt: '2015-04-30', insert }, 's47-icpc-15wd')
  const cases = await Promise.all(
    (['2015-01', '2015-04'] as const).map((period) => allCases(snapshot, 's47-icpc-15wd.s47', { period })),
  )
  const found = cases.flat().map(({ case_id, value, met }) => ({ case_id, value, met }))
  const expected = rows.map(({ id, met }) => ({ case_id: id, value: met ? 15 : 16, met }))
  const byId = (a: { case_id: string }, b: { case_id: string }) => (a.case_id < b.case_id ? -1 : 1)
  expect(found.sort(byId)).toEqual(expected.sort(byId))
})
