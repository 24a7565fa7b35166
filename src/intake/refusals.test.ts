import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import {
  csvText,
  filesWith,
  intakeOf,
  listRow,
  sheetJsBytes,
  xlsxBytes,
} from '../../tests/support/annex-a-files.ts'
import { annexAHeaders } from '../standards/annex-a/lists.ts'
import type { Problem } from './problem.ts'

const goodRows = [annexAHeaders(3), listRow(3, { 'Child Unique ID': 'A1', 'Date of referral': '05/01/2015' })]
const goodBook = () => xlsxBytes({ List_3: goodRows })

/** The errors of a load of one file; the load was refused if there are any. */
async function errorsOf(name: string, content: string | Uint8Array): Promise<Problem[]> {
  const { report } = await intakeOf(await filesWith({ [name]: content }))
  expect(report.accepted).toBe(false)
  return report.problems.filter(({ severity }) => severity === 'error')
}

test('an empty file is refused, by whatever name', async () => {
  for (const name of ['a.xlsx', 'a.csv', 'a.ods']) {
    expect(await errorsOf(name, '')).toMatchObject([{ code: 'file-empty', message: `${name} is empty` }])
  }
  expect(await errorsOf('a.csv', '\uFEFF \r\n \r\n')).toMatchObject([{ code: 'file-empty' }])
})

test('a workbook cut short anywhere is called damaged', async () => {
  const bytes = await goodBook()
  for (const share of [0.1, 0.5, 0.9, 0.99]) {
    const cut = bytes.slice(0, Math.floor(bytes.length * share))
    expect(await errorsOf('a.xlsx', cut)).toMatchObject([{ code: 'file-damaged' }])
  }
})

test('a workbook with bytes spoilt in the middle is called damaged or read, and never crashes', async () => {
  const bytes = await goodBook()
  for (let at = 40; at < bytes.length; at += Math.ceil(bytes.length / 25)) {
    const spoilt = Uint8Array.from(bytes)
    spoilt.fill(0x2a, at, at + 12)
    const { report } = await intakeOf(await filesWith({ 'a.xlsx': spoilt }))
    if (!report.accepted) expect(report.problems[0]!.severity).toBe('error')
  }
})

test('a locked workbook says that it is locked', async () => {
  const locked = await writeXlsx({
    sheets: [{ name: 'List_3', rows: goodRows.map((row) => [...row]) }],
    encryption: { password: 'secret', spinCount: 1000 },
  })
  expect(await errorsOf('a.xlsx', locked)).toMatchObject([{ code: 'file-encrypted' }])
})

test('what a file is comes from what is in it, never from its name', async () => {
  const asXlsx = await intakeOf(await filesWith({ 'really a csv.xlsx': csvText(goodRows) }))
  expect(asXlsx.report).toMatchObject({ accepted: true, files: [{ tables: [{ rows: 1 }] }] })
  const asCsv = await intakeOf(await filesWith({ 'really a workbook.csv': await goodBook() }))
  expect(asCsv.report.accepted).toBe(true)
  const old = await intakeOf(await filesWith({ 'old.xlsx': sheetJsBytes({ List_3: goodRows }, 'biff8') }))
  expect(old.report.accepted).toBe(true)
  expect(await errorsOf('a.xlsx', '%PDF-1.7 ...')).toMatchObject([{ code: 'file-kind', message: /PDF/ }])
  expect(await errorsOf('a.csv', '<?xml version="1.0"?><Register/>')).toMatchObject([{ code: 'file-kind' }])
  expect(await errorsOf('a.xlsx', Buffer.from([1, 2, 0, 3, 0, 0, 0, 9, 1, 0, 7, 8]))).toHaveLength(1)
})

/** A zip of one stored entry that says it unpacks to `size` bytes. */
function zipSaying(name: string, size: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt32LE(size, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(4, 16)
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), entry, Buffer.from(name), end])
}

test('a zip that unpacks to too much is refused before it is unpacked, and so is any other zip', async () => {
  const bomb = await errorsOf('a.xlsx', zipSaying('xl/workbook.xml', 0x7fffffff))
  expect(bomb).toMatchObject([{ code: 'file-too-large', message: /save each list as a CSV file/ }])
  expect(await errorsOf('a.xlsx', zipSaying('xl/workbook.xml', 0xffffffff))).toMatchObject([
    { code: 'file-too-large' },
  ])
  expect(await errorsOf('a.xlsx', zipSaying('word/document.xml', 10))).toMatchObject([{ message: /Word/ }])
  expect(await errorsOf('a.xlsx', zipSaying('photo.jpg', 10))).toMatchObject([{ message: /zip file/ }])
})

test('a quotation mark that is never closed is named by the row before it', async () => {
  const text = csvText(goodRows) + `"A2,a) Male\r\n` + 'x,'.repeat(200_000)
  expect(await errorsOf('List 3.csv', text)).toMatchObject([{ code: 'csv-quotes', message: /after row 2/ }])
})

test('the Annex A of an area SEND inspection is told from ours, though its tabs have the same names', async () => {
  const headers = [
    'Unique ID',
    'UPN',
    'Date of birth',
    'Gender',
    'Ethnicity',
    'Date initial EHC plan issued',
    'SEN primary need',
  ]
  const bytes = await xlsxBytes({
    List_1: [['List 1'], headers, ['1', 'X1', null, 'M', 'WBRI', null, 'ASD']],
    List_2: [],
  })
  expect(await errorsOf('Annex A.xlsx', bytes)).toMatchObject([
    { code: 'annex-a-send', message: /area SEND/ },
  ])
})

test('a file with no table in it that we know is refused', async () => {
  const errors = await errorsOf('register.csv', 'PUPIL,FORM,HOUSE\r\n1,01/04/2014,S\r\n')
  expect(errors).toMatchObject([{ code: 'not-known', file: 'register.csv' }])
})

test('in a folder, what is no list is left out and said; alone it is refused', async () => {
  const paths = await filesWith({
    'List 3.csv': csvText(goodRows),
    'register.csv': 'PUPIL,FORM\r\n1,01/04/2014\r\n',
  })
  const folder = paths[0]!.replace(/\/[^/]*$/, '')
  const { report } = await intakeOf([folder])
  expect(report.accepted).toBe(true)
  expect(report.problems[0]).toMatchObject({ severity: 'warning', code: 'file-left', file: 'register.csv' })
  expect((await intakeOf([paths[1]!])).report.accepted).toBe(false)
  expect(
    (
      await intakeOf(
        await filesWith({ 'readme.md': 'x' }).then((files) => [files[0]!.replace(/\/[^/]*$/, '')]),
      )
    ).report,
  ).toMatchObject({
    accepted: false,
    problems: [{ code: 'no-files' }],
  })
})

test('a path that leads nowhere is refused in words', async () => {
  await expect(intakeOf(['/nowhere/at/all.xlsx'])).rejects.toThrow(
    'There is no file or folder called all.xlsx',
  )
})

test('a list without the column that says who or when is refused by the name of the column', async () => {
  const without = (name: string) => {
    const at = annexAHeaders(3).indexOf(name)
    return csvText(goodRows.map((row) => row.toSpliced(at, 1)))
  }
  for (const name of ['Child Unique ID', 'Date of referral']) {
    expect(await errorsOf('List 3.csv', without(name))).toMatchObject([
      { code: 'column-missing', field: name, message: `List 3.csv has no '${name}' column` },
    ])
  }
  const { report } = await intakeOf(await filesWith({ 'List 3.csv': without('Allocated Team') }))
  expect(report.accepted).toBe(true)
  expect(report.problems[0]).toMatchObject({
    severity: 'warning',
    code: 'column-missing',
    field: 'Allocated Team',
  })
  expect(report.files[0]!.tables[0]!.presentColumns).not.toContain('allocated_team')
})

test('a sheet that is named as a list but has none of its headers is refused; a blank one is noted', async () => {
  const strange = await xlsxBytes({
    List_3: goodRows,
    List_4: [
      ['Something', 'Else'],
      ['1', '2'],
    ],
  })
  expect(await errorsOf('a.xlsx', strange)).toMatchObject([{ code: 'headers-missing', sheet: 'List_4' }])
  const blank = await xlsxBytes({ List_3: goodRows, List_4: [] })
  const { report } = await intakeOf(await filesWith({ 'a.xlsx': blank }))
  expect(report.accepted).toBe(true)
  expect(report.problems.find(({ code }) => code === 'sheet-blank')).toMatchObject({ severity: 'note' })
})
