import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  csvText,
  filesWith,
  intakeOf,
  listRow,
  sheetJsBytes,
  testFolder,
  xlsxBytes,
  type TestCell,
} from '../../tests/support/annex-a-files.ts'
import { annexAHeaders } from '../standards/annex-a/lists.ts'
import { readFiles } from './intake.ts'

const referral = (cells: Record<string, TestCell> = {}) =>
  listRow(3, {
    'Child Unique ID': 'A1',
    Gender: 'a) Male',
    Ethnicity: 'a) WBRI',
    'Date of Birth': '01/05/2010',
    'Date of referral': '05/01/2015',
    'Referral Source': 'q) 6: Police',
    'Referral NFA?': 'b) No',
    'Number of Referrals in Last 12 Months': 0,
    'Allocated Team': 'North 1',
    'Allocated Worker': 'SW-118',
    ...cells,
  })
const headers = annexAHeaders(3)
const csvOf = (...rows: TestCell[][]) => csvText([headers, ...rows])

test('a workbook with a title row, front sheets and an empty list is read to its rows', async () => {
  const bytes = await xlsxBytes({
    Front_Sheet: [['Annex A - Child level data']],
    Codes_used: [annexAHeaders(8), ['a) Male']],
    List_3: [['List 3: Referral'], headers, referral({ 'Date of referral': new Date('2015-01-05') })],
    List_4: [['List 4: Assessments'], annexAHeaders(4)],
  })
  const { report, rows } = await intakeOf(await filesWith({ 'Annex A Jan 2015.xlsx': bytes }))
  expect(report).toMatchObject({ accepted: true, asAt: '2015-01-31', asAtFrom: 'file-name' })
  expect(report.files[0]!.tables).toMatchObject([
    { table: 'annex-a/3', sheet: 'List_3', rows: 1, accepted: 1, quarantined: 0, unknownColumns: [] },
    { table: 'annex-a/4', sheet: 'List_4', rows: 0, accepted: 0, quarantined: 0 },
  ])
  expect(rows).toEqual([
    {
      table: 'annex-a/3',
      file: 'Annex A Jan 2015.xlsx',
      sheet: 'List_3',
      row: 3,
      values: {
        child_id: 'A1',
        gender: 'M',
        ethnicity: 'WBRI',
        date_of_birth: '2010-05-01',
        age_years: null,
        referral_date: '2015-01-05',
        referral_source: '6',
        referral_nfa: false,
        referrals_last_12_months: 0,
        allocated_team: 'North 1',
        allocated_worker: 'SW-118',
      },
    },
  ])
})

test.each(['ods', 'biff8'] as const)(
  'an %s workbook is read as an .xlsx is, its summer dates too',
  async (type) => {
    const rows = [headers, referral({ 'Date of referral': new Date('2014-07-01'), 'Child Unique ID': 1001 })]
    const name = type === 'ods' ? 'a.ods' : 'a.xls'
    const intake = await intakeOf(await filesWith({ [name]: sheetJsBytes({ 'List 3': rows }, type) }))
    expect(intake.report.accepted).toBe(true)
    expect(intake.rows[0]!.values).toMatchObject({ child_id: '1001', referral_date: '2014-07-01' })
  },
)

test('CSV files of a folder are told apart by their headers, whatever they are called', async () => {
  const paths = await filesWith({
    'referrals extract.csv': `\uFEFF${csvOf(referral())}`,
    'x.csv': csvText([
      annexAHeaders(1),
      listRow(1, { 'Child Unique ID': 'A1', 'Date of Contact': '04/01/2015' }),
    ]),
    'readme.md': 'Not a list',
    '.hidden.csv': 'nothing',
  })
  const { report } = await intakeOf([paths[0]!.replace(/\/[^/]*$/, '')])
  expect(report.files.map(({ file, tables }) => [file, tables[0]!.table])).toEqual([
    ['referrals extract.csv', 'annex-a/3'],
    ['x.csv', 'annex-a/1'],
  ])
})

const encoded: [string, (text: string) => Uint8Array][] = [
  ['UTF-16 with its mark', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 big-endian', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ['windows-1252', (text) => Buffer.from(text, 'latin1')],
  ['UTF-8', (text) => Buffer.from(text, 'utf8')],
]
test.each(encoded)('a CSV file in %s keeps its letters', async (_, encode) => {
  for (const delimiter of [',', ';', '\t']) {
    const text = csvText([headers, referral({ 'Allocated Team': 'Équipe, "A"' })], delimiter)
    const { rows } = await intakeOf(await filesWith({ 'List 3.csv': encode(text) }))
    expect(rows[0]?.values['allocated_team']).toBe('Équipe, "A"')
  }
})

test('blank rows, a second header row and footers are not data, and are said', async () => {
  const { report } = await intakeOf(
    await filesWith({
      'List 3.csv': csvText([
        headers,
        referral(),
        [''],
        headers,
        referral({ 'Child Unique ID': 'A2' }),
        ['None'],
        ['Applied filters: Team is North'],
        ['Total', '', '', '', '', '', '', '', '2'],
      ]),
    }),
  )
  expect(report.files[0]!.tables[0]).toMatchObject({ rows: 2, accepted: 2, quarantined: 0 })
  expect(report.problems.filter(({ code }) => code === 'footer-row').map(({ row }) => row)).toEqual([6, 7, 8])
  expect(report.problems.find(({ code }) => code === 'header-again')).toMatchObject({ row: 4 })
})

test('a row without its child or its day is set aside and counted; another bad value becomes unknown', async () => {
  const { report, rows } = await intakeOf(
    await filesWith({
      'List 3.csv': csvOf(
        referral({ 'Child Unique ID': '' }),
        referral({ 'Date of referral': 'May be 8 Jan 2015' }),
        referral({ 'Date of Birth': '31/02/2010', 'Referral Source': 'Flying circus' }),
      ),
    }),
  )
  expect(report.files[0]!.tables[0]).toMatchObject({ rows: 3, accepted: 1, quarantined: 2 })
  expect(rows[0]!.values).toMatchObject({ date_of_birth: null, referral_source: null })
  expect(report.problems.filter(({ severity }) => severity === 'warning')).toMatchObject([
    { code: 'key-missing', row: 2, field: 'Child Unique ID', value: null },
    {
      code: 'date-unreadable',
      file: 'List 3.csv',
      sheet: 'List 3',
      row: 3,
      field: 'Date of referral',
      value: 'May be 8 Jan 2015',
      message: "Row 3: 'Date of referral' is not a date we can read, so the row was set aside",
    },
    { message: "Row 4: 'Date of Birth' is not a date we can read" },
    { code: 'code-unknown', row: 4, field: 'Referral Source', value: 'Flying circus' },
  ])
})

test('the same row again is set aside; a pair that differs both stand and are listed', async () => {
  const { report } = await intakeOf(
    await filesWith({
      'List 3.csv': csvOf(referral(), referral(), referral({ 'Referral NFA?': 'a) Yes' })),
    }),
  )
  expect(report.files[0]!.tables[0]).toMatchObject({ rows: 3, accepted: 2, quarantined: 1 })
  expect(report.problems.filter(({ code }) => code.startsWith('row-'))).toMatchObject([
    { code: 'row-repeated', row: 3, message: 'Row 3 says the same as row 2, so it was set aside' },
    { code: 'row-pair', row: 4 },
  ])
})

test('of two overlapping extracts the newer one wins, whichever is named first', async () => {
  const open = listRow(4, { 'Child Unique ID': 'A1', 'Continuous Assessment Start Date': '05/01/2015' })
  const done = listRow(4, {
    'Child Unique ID': 'A1',
    'Continuous Assessment Start Date': '05/01/2015',
    'Continuous Assessment Date of Authorisation': '20/02/2015',
  })
  const paths = await filesWith({
    'Annex A 2015-01.csv': csvText([annexAHeaders(4), open]),
    'Annex A 2015-02.csv': csvText([annexAHeaders(4), done]),
  })
  const { report, rows } = await intakeOf(paths)
  expect(report.asAt).toBe('2015-02-28')
  expect(rows).toMatchObject([{ values: { assessment_authorised_date: '2015-02-20' } }])
  expect(report.files.map(({ tables }) => tables[0]!.quarantined)).toEqual([1, 0])
})

test('days out of order are listed and the row stands', async () => {
  const { report } = await intakeOf(
    await filesWith({
      'List 4.csv': csvText([
        annexAHeaders(4),
        listRow(4, {
          'Child Unique ID': 'A1',
          'Continuous Assessment Start Date': '05/01/2015',
          'Continuous Assessment Date of Authorisation': '04/01/2015',
        }),
      ]),
    }),
  )
  expect(report.files[0]!.tables[0]).toMatchObject({ accepted: 1 })
  expect(report.problems.find(({ code }) => code === 'days-out-of-order')?.message).toBe(
    "Row 2: 'Continuous Assessment Date of Authorisation' (4 January 2015) is before 'Continuous Assessment Start Date' (5 January 2015)",
  )
})

test('the as-at day is the one given, else that of the name, the title or the latest day in the lists', async () => {
  const later = csvOf(referral(), referral({ 'Child Unique ID': 'A2', 'Date of referral': '12/12/2099' }))
  const [named] = await filesWith({ 'List 3 Dec 2014.csv': later })
  const titled = await filesWith({ 'a.csv': `Extract of 31 January 2015\r\n${csvOf(referral())}` })
  expect((await intakeOf([named!], '2015-01-10')).report).toMatchObject({
    asAt: '2015-01-10',
    asAtFrom: 'given',
  })
  const { report } = await intakeOf([named!])
  expect(report).toMatchObject({ asAt: '2014-12-31', asAtFrom: 'file-name' })
  expect(report.problems.find(({ code }) => code === 'as-at-inferred')?.message).toContain('31 December 2014')
  expect(report.problems.find(({ code }) => code === 'day-after-as-at')).toMatchObject({
    row: 2,
    field: 'Date of referral',
    message:
      "Row 2: 'Date of referral' is after 31 December 2014, the day the file is as at, and 1 more is too",
  })
  expect((await intakeOf(titled)).report).toMatchObject({ asAt: '2015-01-31', asAtFrom: 'title' })
  expect((await intakeOf(await filesWith({ 'a.csv': later }))).report).toMatchObject({
    asAt: '2015-01-05',
    asAtFrom: 'latest-event',
  })
})

test('files whose every day is still to come are refused, and it is said that they are', async () => {
  const { report } = await intakeOf(
    await filesWith({
      'List 1.csv': csvText([
        annexAHeaders(1),
        listRow(1, { 'Child Unique ID': 'A1', 'Date of Contact': '04/01/2031' }),
      ]),
    }),
  )
  expect(report.accepted).toBe(false)
  expect(report.problems[0]).toMatchObject({
    severity: 'error',
    code: 'as-at-unknown',
    message: 'Say which day the files are as at: every day in their tables lies after today',
  })
})

test('files that hold headers and not one row are refused; one list of several without a row is said', async () => {
  const { report } = await intakeOf(await filesWith({ 'List 3.csv': csvOf() }), '2015-01-31')
  expect(report.accepted).toBe(false)
  expect(report.problems[0]).toMatchObject({ severity: 'error', code: 'no-rows' })
  const lists = { 'List 3.csv': csvOf(referral()), 'List 4.csv': csvText([annexAHeaders(4)]) }
  const some = await intakeOf(await filesWith(lists), '2015-01-31')
  expect(some.report.accepted).toBe(true)
  expect(some.report.problems).toContainEqual(
    expect.objectContaining({ severity: 'warning', code: 'table-empty', file: 'List 4.csv' }),
  )
})

test('rows of two authorities in one file are never counted together', async () => {
  const stacked = (first: string, second: string) =>
    csvText([
      [...headers, 'LA Name'],
      [...referral({ 'Child Unique ID': 'A1' }), first],
      [...referral({ 'Child Unique ID': 'A2' }), second],
    ])
  const two = await intakeOf(await filesWith({ 'List 3.csv': stacked('Norchester', 'Sutton') }), '2015-01-31')
  expect(two.report.problems[0]).toMatchObject({ severity: 'error', code: 'several-authorities' })
  expect(two.report.problems[0]!.message).toContain("'Norchester' and 'Sutton'")
  expect(two.report.problems[0]!.message).toContain('--authority')
  expect(two.report.question).toEqual({ authorities: ['Norchester', 'Sutton'] })
  const chosenFrom = async (authority: string) =>
    await intakeOf(
      await filesWith({ 'List 3.csv': stacked('Norchester', 'Sutton') }),
      '2015-01-31',
      authority,
    )
  const chosen = await chosenFrom('SUTTON')
  expect(chosen.report.accepted).toBe(true)
  expect(chosen.rows.map(({ row }) => row)).toEqual([3])
  expect(chosen.report.problems).toContainEqual(
    expect.objectContaining({
      severity: 'warning',
      code: 'authority-left-out',
      message: "1 row of other authorities than 'Sutton' was left out",
    }),
  )
  expect((await chosenFrom('Easton')).report.problems[0]).toMatchObject({ code: 'authority-absent' })
  const one = await intakeOf(
    await filesWith({ 'List 3.csv': stacked('Norchester', ' norchester') }),
    '2015-01-31',
  )
  expect(one.report.accepted).toBe(true)
})

test('a folder within a folder is not opened, and said', async () => {
  const folder = await testFolder()
  await writeFile(join(folder, 'List 3.csv'), csvOf(referral()))
  await mkdir(join(folder, 'Older lists'))
  const { report } = await intakeOf([folder], '2015-01-31')
  expect(report.accepted).toBe(true)
  expect(report.problems).toContainEqual(
    expect.objectContaining({ severity: 'warning', code: 'folder-left', file: 'Older lists' }),
  )
})

test('whatever the rows hold, each is accepted or quarantined and none is lost', async () => {
  const folder = await testFolder()
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '-',
      'A1',
      'A2',
      '05/01/2015',
      '2015-01-05',
      '42009',
      'zz/01/2015',
      'a) Yes',
      '"',
      'None x',
    ),
    fc.string({ maxLength: 12 }),
    fc.integer().map(String),
  )
  const rowOf = fc.array(cell, { minLength: headers.length, maxLength: headers.length })
  await fc.assert(
    fc.asyncProperty(fc.array(rowOf, { maxLength: 8 }), async (rows) => {
      // An id and a day in every row, so that none of them is a blank or a footer.
      const data = rows.map((row) =>
        row.with(0, row[0]!.trim() || 'A9').with(5, row[5]!.trim() || '05/01/2015'),
      )
      await writeFile(`${folder}/List 3.csv`, csvText([headers, ...data]))
      const intake = await intakeOf([`${folder}/List 3.csv`], '2015-01-31')
      const table = intake.report.files[0]!.tables[0]!
      expect(table.rows).toBe(data.length)
      expect(table.accepted + table.quarantined).toBe(table.rows)
      expect(intake.rows).toHaveLength(table.accepted)
    }),
    { numRuns: 60 },
  )
})

test('a file of very many faults keeps a few of each and counts them all', async () => {
  const rows = Array.from({ length: 400 }, (_, index) =>
    referral({ 'Child Unique ID': `A${index}`, 'Date of Birth': 'soon' }),
  )
  const { report } = await intakeOf(await filesWith({ 'List 3.csv': csvOf(...rows) }))
  expect(report.problems.filter(({ code }) => code === 'date-unreadable')).toHaveLength(50)
  expect(report.problemCounts.find(({ code }) => code === 'date-unreadable')).toMatchObject({ count: 400 })
})

test('reading tells how far it is, and stops when it is cancelled', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => referral({ 'Child Unique ID': `A${index}` }))
  const paths = await filesWith({ 'List 3.csv': csvOf(...rows) })
  const seen: number[] = []
  await readFiles(paths, () => undefined, {
    today: '2026-11-24',
    onProgress: (at) => void seen.push(at.rows),
  })
  expect(seen).toEqual([0, 2000, 4000])
  const stop = new AbortController()
  const reading = readFiles(paths, () => stop.abort(), { today: '2026-11-24', signal: stop.signal })
  await expect(reading).rejects.toThrow('aborted')
})
