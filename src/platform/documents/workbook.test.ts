import { readXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { toCsv } from '../csv.ts'
import { workbookOfCsv } from './workbook.ts'

const read = async (columns: string[], rows: (string | number | boolean | null)[][]) =>
  await readXlsx(await workbookOfCsv(toCsv(columns, rows), [['Figures as at', '31 January 2015']]))

test('numbers and days are cells of their kind, and ids stay text with their zeros', async () => {
  const { sheets } = await read(
    ['child_id', 'on_date', 'value', 'share'],
    [
      ['0012', '2015-01-31', 62, 84.5],
      ['1002999', '2014-12-01', 7, null],
    ],
  )
  const [first, second] = sheets[0]!.rows.slice(1)
  expect(first![0]).toBe('0012')
  expect(second![0]).toBe('1002999')
  expect(first![1]).toEqual(new Date('2015-01-31T00:00:00Z'))
  expect(first!.slice(2)).toEqual([62, 84.5])
})

test('a hidden count is a letter among numbers, and a long number that is a name is no number', async () => {
  const { sheets } = await read(
    ['month', 'numerator', 'A number'],
    [
      ['2015-01', 'c', '12345678901234567890'],
      ['2015-02', 12, '2'],
    ],
  )
  expect(sheets[0]!.rows[1]!.slice(0, 3)).toEqual(['2015-01', 'c', '12345678901234567890'])
  expect(sheets[0]!.rows[2]!.slice(0, 2)).toEqual(['2015-02', 12])
})

test('what a spreadsheet would run is text, and what breaks a workbook is not in it', async () => {
  const { sheets } = await read(['title'], [['=1+1'], [`a\u0001b\ufffe${'x'.repeat(40_000)}`]])
  expect(sheets[0]!.rows[1]![0]).toBe('=1+1')
  const says = '… (cut here: a cell holds no more)'
  expect(sheets[0]!.rows[2]![0]).toBe(`ab${'x'.repeat(32_765 - says.length)}${says}`)
})

test('the head stays in sight, and a second sheet says what it is', async () => {
  const { sheets } = await read(['month'], [['2015-01']])
  expect(sheets.map(({ name }) => name)).toEqual(['Figures', 'Notes'])
  expect(sheets[0]!.freezePane).toMatchObject({ rows: 1 })
  expect(sheets[1]!.rows[0]).toEqual(['Figures as at', '31 January 2015'])
})
