import { readXlsx, writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { abridge } from './large-sheets.ts'
import type { RawRow } from './raw-sheet.ts'
import { readXlsxSheets } from './xlsx-reader.ts'

const day = new Date(Date.UTC(2015, 0, 31))
const HEADERS = ['Child', 'Seen on', 'Age', 'Seen', 'Notes']

/** Sheets as a case system writes them: gaps, styles without a value, letters that XML must hide, and one empty sheet. */
const workbook = async (rows: unknown[][]): Promise<Buffer> =>
  Buffer.from(
    await writeXlsx({
      sheets: [
        { name: 'Cover', rows: [['Our lists'], [], [day, 12]] },
        { name: 'Visits & calls', rows: [HEADERS, ...rows] as never },
        { name: 'Blank', rows: [] },
        { name: 'More', rows: [[null, null, 'In the third column'], ...rows] as never },
      ],
    }),
  )

const ROWS = [
  ['C1', day, 12, true, 'At <home> & "well"'],
  ['C2', new Date(Date.UTC(2014, 1, 28, 15, 30)), -1, false, null],
  [null, null, null, null, null],
  ['C1', null, 0.25, null, 'Ælfgifu  _x0041_ of Zoë'],
  [1001, new Date(Date.UTC(1900, 0, 5)), 1e-7, true, ''],
  ['Same', 'Same', 123456789012345, null, 'Same'],
]

const read = async (bytes: Buffer, largeFrom: number) =>
  (await readXlsxSheets('visits.xlsx', bytes, largeFrom)).map(({ name, rows, formulas }) => ({
    name,
    formulas,
    rows: [...(rows as Iterable<Iterable<RawRow>>)].flatMap((some) => [...some]),
  }))

test('large sheets are read as the library reads them', async () => {
  const bytes = await workbook(ROWS)
  expect(abridge(bytes, 1)).not.toBeNull()
  const sheets = await read(bytes, 1)
  expect(sheets).toEqual(await read(bytes, Number.POSITIVE_INFINITY))
  expect(sheets[1]!.rows[1]).toEqual({
    number: 2,
    cells: ['C1', { day: '2015-01-31' }, 12, true, 'At <home> & "well"'],
  })
  expect(sheets[3]!.rows[0]!.cells.slice(0, 3)).toEqual([null, null, 'In the third column'])
})

test('the library is left the rows of small sheets', async () => {
  const bytes = await workbook(Array.from({ length: 500 }, () => ROWS[0]!))
  const { sheets } = await readXlsx(abridge(bytes, 10_000)!.bytes)
  expect(sheets.map(({ name }) => name)).toEqual(['Cover', 'Visits & calls', 'Blank', 'More'])
  expect(sheets[0]!.rows).toHaveLength(3)
  expect(sheets[3]!.rows).toHaveLength(1)
})

test('a sheet with a formula is read by the library, and its formulas are counted', async () => {
  const bytes = Buffer.from(
    await writeXlsx({
      sheets: [
        {
          name: 'Visits',
          rows: [HEADERS, ...ROWS] as never,
          cells: new Map([['2,2', { value: 14, formula: 'A2+2' }]]),
        },
      ],
    }),
  )
  expect(abridge(bytes, 1)).toBeNull()
  const [sheet] = await read(bytes, 1)
  expect(sheet!.formulas.get(2)).toEqual({ cells: 1, unanswered: 1 })
})

test('what is no zip file is left to the library, which says what is wrong', async () => {
  expect(abridge(Buffer.from('PK no more'), 1)).toBeNull()
  await expect(readXlsxSheets('visits.xlsx', Buffer.from('PK no more'), 1)).rejects.toThrow(
    'visits.xlsx is damaged and cannot be opened',
  )
})
