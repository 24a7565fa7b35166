import { expect, test } from 'vitest'
import { csvText, filesWith, intakeOf, listRow } from '../../tests/support/annex-a-files.ts'
import { annexAHeaders } from '../standards/annex-a/lists.ts'
import { addDays, type Day } from '../platform/day.ts'

/** Two referrals a day for half a year, the last on 31 January 2025. */
const referrals = (others: readonly string[] = []) => {
  const days = Array.from({ length: 368 }, (_, index) => addDays('2024-08-01', Math.floor(index / 2)))
  const rows = [...days, ...others].map((day, index) =>
    listRow(3, { 'Child Unique ID': `C${index}`, 'Date of referral': day }),
  )
  return csvText([annexAHeaders(3), ...rows])
}
const codes = (report: { problems: { code: string }[] }) => report.problems.map(({ code }) => code)
const read = async (name: string, text: string, asAt?: Day) =>
  (await intakeOf(await filesWith({ [name]: text }), asAt)).report

test('one mistyped day does not decide the as-at day, and is named with its row', async () => {
  const report = await read('List 3.csv', referrals(['12/10/2026']))
  expect(report).toMatchObject({ accepted: true, asAt: '2025-01-31', asAtFrom: 'latest-event' })
  expect(report.problems.find(({ code }) => code === 'day-far-from-others')).toMatchObject({
    severity: 'warning',
    row: 370,
    field: 'Date of referral',
    value: '2026-10-12',
  })
})

test('a day that has not come is not what files are as at, whether it was given or is in their name', async () => {
  const given = await read('List 3.csv', referrals(), '2027-01-31')
  expect(given.accepted).toBe(false)
  expect(given.problems[0]).toMatchObject({
    code: 'as-at-ahead',
    message: 'The files cannot be as at 31 January 2027: that day has not come yet',
  })
  const named = await read('List 3 Jan 2027.csv', referrals())
  expect(named).toMatchObject({ accepted: true, asAt: '2025-01-31', asAtFrom: 'latest-event' })
  expect(codes(named)).toContain('as-at-name-ahead')
})

test('where a name and the rows disagree that is said, the day is asked for when rows come after it, and the answer is believed', async () => {
  const report = await read('List 3 Dec 2025.csv', referrals())
  expect(report).toMatchObject({ accepted: true, asAt: '2025-12-31' })
  expect(report.problems.find(({ code }) => code === 'as-at-disagrees')).toMatchObject({
    severity: 'warning',
    message:
      'The name of the file says 31 December 2025 and the latest day in its lists says 31 January 2025. Give the day that the files are as at if it is another',
  })
  expect((await read('List 3 Aug 2024.csv', referrals())).accepted).toBe(false)
  expect((await read('List 3 Feb 2025.csv', referrals())).asAt).toBe('2025-02-28')
  const answered = await read('List 3 Dec 2025.csv', referrals(), '2025-12-31')
  expect(answered).toMatchObject({ accepted: true, asAt: '2025-12-31' })
  expect(codes(answered)).toContain('as-at-far-from-rows')
})

test('a census in CSV files is as at the reference date in its header, as one in XML is', async () => {
  const paths = await filesWith({
    'Header.csv': csvText([
      ['Collection', 'Year', 'ReferenceDate', 'SourceLevel', 'LEA', 'SoftwareCode', 'Release', 'SerialNo', 'DateTime'],
      ['CIN', 2016, '2016-03-31', 'L', 999, 'X', '1', 1, ''],
    ]), // prettier-ignore
    'CINplanDates.csv': csvText([
      ['LAchildID', 'CINdetailsID', 'CINPlanStartDate', 'CINPlanEndDate'],
      ['A', 1, '2014-08-21', ''],
    ]),
  })
  expect((await intakeOf(paths)).report).toMatchObject({ asAt: '2016-03-31', asAtFrom: 'title' })
})

test('a birth is not what files are as at', async () => {
  const text = csvText([
    ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB'],
    ...[1, 2, 3].map((child) => [child, 1, '01/02/2010', 'WBRI', '', '', child === 1 ? '05/06/2024' : '']),
  ])
  const report = await read('header.csv', text)
  expect(report.problems[0]).toMatchObject({ code: 'as-at-unknown' })
})
