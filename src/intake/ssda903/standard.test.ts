import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  csvText,
  filesWith,
  intakeOf,
  testFolder,
  xlsxBytes,
  type Intake,
} from '../../../tests/support/annex-a-files.ts'
import { publishedCodes } from '../../standards/code-set.ts'
import { codeSetOf } from '../../standards/code-sets.ts'
import type { ReturnColumn } from '../../standards/ssda903/return-file.ts'
import {
  filesOfYear,
  RETURN_FILES,
  SSDA903,
  type ReturnFileName,
} from '../../standards/ssda903/return-files.ts'
import { yearEnd } from './standard.ts'

const HEADER = ['CHILD', 'SEX', 'DOB', 'ETHNIC', 'UPN', 'MOTHER', 'MC_DOB']
const EPISODES = RETURN_FILES.find(({ table }) => table === 'ssda903/episodes')!.fields.map(
  ({ name }) => name,
)

/** A row of episodes by the names of its cells. */
const episode = (cells: Readonly<Record<string, string>>): string[] =>
  EPISODES.map((name) => cells[name] ?? '')

const tablesOf = ({ report }: Intake) => report.files.flatMap((file) => file.tables)
const codesIn = ({ report }: Intake) =>
  report.problems.map(({ code, field }) => `${code} ${field ?? ''}`.trim())

const readCsv = async (name: string, rows: readonly (readonly string[])[]) =>
  intakeOf(await filesWith({ [name]: csvText(rows) }), '2019-03-31')

/** A file of one row for each code that a column of a year has, so that every code of the year is in it once. */
function everyCode(file: ReturnFileName, year: number): string[][] {
  const columns: [string, ReturnColumn][] = Object.entries(SSDA903[file].columns)
  const codes = columns.map(([, { codeSet }]) => (codeSet ? publishedCodes(codeSetOf(codeSet), year) : []))
  const most = Math.max(1, ...codes.map(({ length }) => length))
  const cell = (row: number, [name, { type }]: [string, ReturnColumn], codes: readonly string[]): string => {
    if (codes.length > 0) return codes[row % codes.length]!
    if (type === 'date') return '05/06/2018'
    if (name.endsWith('_POST')) return 'ZZ1 1AA'
    return type === 'integer' ? '12' : `${name}-${row}`
  }
  const rows = Array.from({ length: most }, (_, row) =>
    columns.map((column, index) => cell(row, column, codes[index]!)),
  )
  return [columns.map(([name]) => name), ...rows]
}

const YEARS = Array.from({ length: 11 }, (_, at) => 2017 + at)

test.each(YEARS)(
  'every file of %i is known by its columns, and every code of the year is read',
  async (year) => {
    for (const file of filesOfYear(year)) {
      const rows = everyCode(file, year)
      const intake = await readCsv('export from the case system.csv', rows)
      expect(tablesOf(intake), file).toMatchObject([
        { table: `ssda903/${file}`, rows: rows.length - 1, accepted: rows.length - 1, unknownColumns: [] },
      ])
      expect(codesIn(intake), file).toEqual([])
    }
  },
)

test('the set of columns tells a file, in any order, in any case, with spaces round them', async () => {
  for (const { table, fields } of RETURN_FILES) {
    const names = fields.map(({ name }, at) => (at % 2 === 0 ? ` ${name.toLowerCase()} ` : name)).toReversed()
    const row = fields.map(({ type }) => (type === 'date' ? '05/06/2018' : '1')).toReversed()
    expect(tablesOf(await readCsv('x.csv', [names, row]))[0]?.table, table).toBe(table)
  }
})

test('decisions for adoption and adoptions are told apart by their columns, whatever the file is called', async () => {
  const placed = [
    ['CHILD', 'DOB', 'DATE_PLACED', 'DATE_PLACED_CEASED', 'REASON_PLACED_CEASED'],
    ['1', '01/01/2014', '01/06/2018', '', ''],
  ]
  const adopted = [
    ['CHILD', 'DOB', 'DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'],
    ['1', '01/01/2014', '01/06/2018', '02/09/2018', '0', '2', 'MF', 'L11'],
  ]
  expect(tablesOf(await readCsv('ad1.csv', placed))).toMatchObject([{ table: 'ssda903/placed_adoption' }])
  expect(tablesOf(await readCsv('placed_adoption.csv', adopted))).toMatchObject([{ table: 'ssda903/ad1' }])
})

test('sex is one thing whether the year writes 1 and 2 or letters, and neither is a repair', async () => {
  const row = (child: string, sex: string) => [child, sex, '01/01/2008', 'WBRI', 'UN1', '', '']
  const intake = await readCsv('header.csv', [
    HEADER,
    row('1', '1'),
    row('2', 'F'),
    row('3', '2'),
    row('4', 'U'),
  ])
  expect(intake.rows.map(({ values }) => values['SEX'])).toEqual(['M', 'F', 'F', 'U'])
  expect(codesIn(intake)).toEqual([])
})

test('what spreadsheets and case systems do to cells is put right, and what is put right is counted', async () => {
  const intake = await readCsv('header.csv', [
    HEADER,
    ['1001.0', '2.0', '2008-03-04', 'wbri', 'NULL', '1.0', '5/6/2018'],
    [' 1002 ', 'm', '04/03/2008 00:00:00', 'a) MWBC', 'D051910639385', '0', 'NULL'],
  ])
  expect(intake.rows.map(({ values }) => Object.values(values))).toEqual([
    ['1001', 'F', '2008-03-04', 'WBRI', null, true, '2018-06-05'],
    ['1002', 'M', '2008-03-04', 'MWBC', 'D051910639385', false, null],
  ])
  expect(codesIn(intake)).toEqual([
    'id-tidied CHILD',
    'blank-written UPN',
    'code-from-words ETHNIC',
    'blank-written MC_DOB',
  ])
})

test('a postcode without its space is given it, and one cut short is kept and said', async () => {
  const begun = { CHILD: '1', RNE: 'S', LS: 'V2', CIN: 'N1', PLACE: 'U6', URN: '4610000.0' }
  const intake = await readCsv('episodes.csv', [
    EPISODES,
    episode({ ...begun, DECOM: '01/05/2018', HOME_POST: 'zz11aa', PL_POST: 'ZZ1 1' }),
  ])
  expect(intake.rows[0]?.values).toMatchObject({ HOME_POST: 'ZZ1 1AA', PL_POST: 'ZZ1 1', URN: '4610000' })
  expect(codesIn(intake)).toEqual(['postcode-tidied HOME_POST', 'postcode-cut PL_POST', 'id-tidied URN'])
})

test('codes outside the set are unknown, and the row stands', async () => {
  const intake = await readCsv('oc3.csv', [
    ['CHILD', 'DOB', 'IN_TOUCH', 'ACTIV', 'ACCOM'],
    ['1', '01/01/2000', 'YES', 'Q9', 'U1'],
    ['2', '01/01/2000', 'NO', '0', '01'],
  ])
  expect(intake.rows.map(({ values: { ACTIV, ACCOM } }) => [ACTIV, ACCOM])).toEqual([
    [null, 'U1'],
    ['0', '0'],
  ])
  expect(codesIn(intake)).toEqual(['code-unknown ACTIV', 'code-from-words ACCOM'])
})

test('a combined export of several councils and years is read; its LA and YEAR are left out, and said', async () => {
  const begun = { CHILD: '1', RNE: 'S', LS: 'V2', CIN: 'N1', PLACE: 'U6' }
  const intake = await readCsv('combined.csv', [
    [...EPISODES, 'LA', 'YEAR'],
    [...episode({ ...begun, DECOM: '2018-05-01' }), 'Norchester', '2019'],
  ])
  expect(tablesOf(intake)).toMatchObject([
    { table: 'ssda903/episodes', accepted: 1, unknownColumns: ['LA', 'YEAR'] },
  ])
  expect(codesIn(intake)).toEqual(['column-left LA', 'column-left YEAR'])
  expect(intake.report.accepted).toBe(true)
})

test('a file without the child’s id is known for what it is, and refused in words', async () => {
  const { report } = await readCsv('episodes.csv', [
    EPISODES.slice(1),
    episode({ DECOM: '01/05/2018' }).slice(1),
  ])
  expect(report.accepted).toBe(false)
  expect(report.problems.find(({ severity }) => severity === 'error')).toMatchObject({
    code: 'column-missing',
    message: "episodes.csv has no 'CHILD' column",
  })
})

test('a row without a child, or without its day, is set aside', async () => {
  const intake = await readCsv('missing.csv', [
    ['CHILD', 'DOB', 'MISSING', 'MIS_START', 'MIS_END'],
    ['1', '01/01/2008', 'M', '01/05/2018', ''],
    ['', '01/01/2008', 'M', '01/05/2018', ''],
    ['2', '01/01/2008', 'A', '31/02/2018', ''],
  ])
  expect(tablesOf(intake)).toMatchObject([{ rows: 3, accepted: 1, quarantined: 2 }])
  expect(intake.rows[0]?.values['MISSING']).toBe('missing')
})

test('the whole return as one workbook has a sheet for each file, one of them by a name misspelt', async () => {
  const sheets = {
    header: [HEADER, ['1', '1', new Date(Date.UTC(2008, 0, 1)), 'WBRI', 'UN1', null, null]],
    episodes: [
      EPISODES,
      episode({ CHILD: '1', DECOM: '01/05/2018', RNE: 'S', LS: 'V2', CIN: 'N1', PLACE: 'U6' }),
    ],
    previous_permenance: [
      ['CHILD', 'DOB', 'PREV_PERM', 'LA_PERM', 'DATE_PERM'],
      ['1', '01/01/2008', 'P1', '302', 'zz/05/2016'],
    ],
    oc2: [],
  }
  const intake = await intakeOf(await filesWith({ 'return.xlsx': await xlsxBytes(sheets) }), '2019-03-31')
  expect(intake.report.accepted).toBe(true)
  expect(tablesOf(intake).map(({ table, sheet, accepted }) => [table, sheet, accepted])).toEqual([
    ['ssda903/header', 'header', 1],
    ['ssda903/episodes', 'episodes', 1],
    ['ssda903/prev_perm', 'previous_permenance', 1],
  ])
  expect(intake.rows[2]?.values).toMatchObject({ LA_PERM: '302', DATE_PERM: null })
  expect(intake.rows[2]?.partlyKnown).toMatchObject([{ earliest: '2016-05-01', latest: '2016-05-31' }])
  expect(codesIn(intake)).toEqual(['date-part-known DATE_PERM', 'sheet-blank'])
})

test('a sheet that can only be a file of the return must be it; a common word claims nothing', async () => {
  const rows = [
    ['Name of the home', 'Beds'],
    ['Elm House', '6'],
  ]
  const good = [HEADER, ['1', '1', '01/01/2008', 'WBRI', 'UN1', '', '']]
  const read = async (sheet: string) =>
    intakeOf(await filesWith({ 'book.xlsx': await xlsxBytes({ header: good, [sheet]: rows }) }), '2019-03-31')
  for (const sheet of ['oc2', 'Placed for adoption', 'SSDA903 episodes', 'UASC 2019'])
    expect((await read(sheet)).report.problems[0], sheet).toMatchObject({ code: 'headers-missing' })
  for (const sheet of ['Reviews', 'Missing', 'Episodes'])
    expect((await read(sheet)).report.accepted, sheet).toBe(true)
})

test('a return is of the latest year in which its episodes ended', async () => {
  expect(['2018-04-01', '2019-03-31', '2019-04-01'].map((day) => yearEnd(day as '2018-04-01'))).toEqual([
    '2019-03-31',
    '2019-03-31',
    '2020-03-31',
  ])
  const ended = (child: string, on: string) =>
    episode({
      CHILD: child,
      DECOM: '01/05/2016',
      RNE: 'S',
      LS: 'V2',
      CIN: 'N1',
      PLACE: 'U6',
      DEC: on,
      REC: 'E8',
    })
  const asAtOf = async (name: string, ...days: string[]) => {
    const rows = days.map((day, at) => ended(String(at), day))
    const { report } = await intakeOf(await filesWith({ [name]: csvText([EPISODES, ...rows]) }))
    return [report.asAt, report.asAtFrom]
  }
  expect(await asAtOf('2018-episodes.csv', '01/09/2018')).toEqual(['2019-03-31', 'return-year'])
  // The day in the name is the one on which the file was made.
  expect(await asAtOf('episodes 12-06-2019.csv', '01/09/2018')).toEqual(['2019-03-31', 'return-year'])
  expect(await asAtOf('episodes.csv', '01/09/2018', '01/06/2019')).toEqual(['2020-03-31', 'return-year'])
  // One mistyped day among many does not move the year.
  const many = Array.from({ length: 20 }, () => '01/09/2018')
  expect(await asAtOf('episodes.csv', ...many, '01/09/2024')).toEqual(['2019-03-31', 'return-year'])
  // While its year runs, the latest day in it.
  expect(await asAtOf('episodes.csv', '01/11/2026')).toEqual(['2026-11-01', 'latest-event'])
})

test('of three years at once the newest file’s row of a child and of an episode wins, by file name or by folder', async () => {
  const header = (ethnic: string) => csvText([HEADER, ['1', '1', '01/01/2008', ethnic, 'UN1', '', '']])
  const episodes = (more: Record<string, string>) =>
    csvText([
      EPISODES,
      episode({ CHILD: '1', DECOM: '01/05/2016', RNE: 'S', LS: 'V2', CIN: 'N1', PLACE: 'U6', ...more }),
    ])
  const years: Record<string, [header: string, episodes: string]> = {
    '2017': [header('NOBT'), episodes({})],
    '2018': [header('WBRI'), episodes({})],
    '2019': [header('MWBC'), episodes({ DEC: '01/06/2018', REC: 'E4A' })],
  }
  const folder = await testFolder()
  const named = Object.entries(years).flatMap(([year, [head, rest]]) => [
    [`${year}-header.csv`, head],
    [`${year}-episodes.csv`, rest],
  ])
  for (const [year, [head, rest]] of Object.entries(years)) {
    mkdirSync(join(folder, year))
    writeFileSync(join(folder, year, 'header.csv'), head)
    writeFileSync(join(folder, year, 'episodes.csv'), rest)
  }
  const loads = [
    await intakeOf(await filesWith(Object.fromEntries(named) as Record<string, string>)),
    await intakeOf(Object.keys(years).map((year) => join(folder, year))),
  ]
  for (const intake of loads) {
    const told = intake.rows.map(({ values: { ETHNIC, DEC } }) => ETHNIC ?? DEC)
    expect(new Set(told)).toEqual(new Set(['2018-06-01', 'MWBC']))
    expect(told).toHaveLength(2)
    expect(tablesOf(intake).map(({ quarantined }) => quarantined)).toEqual([1, 1, 1, 1, 0, 0])
    expect(new Set(codesIn(intake))).toEqual(new Set(['row-superseded', 'as-at-inferred']))
  }
})

test('yearly answers of a child are next to each other: those of another year are not a second copy', async () => {
  const oc2 = (score: string) =>
    csvText([
      RETURN_FILES.find(({ table }) => table === 'ssda903/oc2')!.fields.map(({ name }) => name),
      ['1', '01/01/2008', score, '', '0', '', '1', '1', '1', '0', '', ''],
    ])
  const intake = await intakeOf(
    await filesWith({ '2018-oc2.csv': oc2('12'), '2019-oc2.csv': oc2('19') }),
    '2019-03-31',
  )
  expect(intake.rows.map(({ values }) => values['SDQ_SCORE'])).toEqual([19, 12])
})
