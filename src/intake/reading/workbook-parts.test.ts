import { expect, test } from 'vitest'
import {
  filesWith,
  intakeOf,
  listRow,
  sheetJsBytes,
  xlsxBytes,
} from '../../../tests/support/annex-a-files.ts'
import { annexAHeaders } from '../../standards/annex-a/lists.ts'
import { unpacked, zipDirectory } from './zip-directory.ts'
import { repacked } from './zip-writing.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const rows = [annexAHeaders(3), listRow(3, { 'Child Unique ID': 'A1', 'Date of referral': '05/01/2015' })]
const workbook = async () => Buffer.from(await xlsxBytes({ List_3: rows }))
const ods = () => sheetJsBytes({ List_3: [rows[0]!, rows[1]!.with(5, new Date('2015-02-03'))] }, 'ods')

/** The workbook with one part changed. */
function changed(bytes: Buffer, name: string, change: (text: string) => string): Buffer {
  const zip = zipDirectory(bytes)!
  const text = unpacked(bytes, zip.entries.get(name)!)!.toString('utf8')
  return repacked(bytes, zip, new Map([[name, Buffer.from(change(text))]]))
}

const load = async (bytes: Buffer, name = 'List 3.xlsx') =>
  intakeOf(await filesWith({ [name]: bytes }), '2015-03-31')

/** As programs write that do not know the sizes when they begin: each size in the zip64 field of its entry. */
function inZip64(bytes: Buffer): Buffer {
  const zip = zipDirectory(bytes)!
  const end = bytes.length - 22
  const parts: Buffer[] = []
  let offset = bytes.readUInt32LE(end + 16)
  const start = offset
  for (const { size, packedSize } of zip.entries.values()) {
    const nameLength = bytes.readUInt16LE(offset + 28)
    const head = Buffer.from(bytes.subarray(offset, offset + 46 + nameLength))
    head.writeUInt32LE(0xffffffff, 20)
    head.writeUInt32LE(0xffffffff, 24)
    const extra = Buffer.alloc(20)
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(16, 2)
    extra.writeBigUInt64LE(BigInt(size), 4)
    extra.writeBigUInt64LE(BigInt(packedSize), 12)
    offset += 46 + nameLength + head.readUInt16LE(30) + head.readUInt16LE(32)
    head.writeUInt16LE(extra.length, 30)
    head.writeUInt16LE(0, 32)
    parts.push(head, extra)
  }
  const listed = Buffer.concat(parts)
  const last = Buffer.from(bytes.subarray(end))
  last.writeUInt32LE(listed.length, 12)
  return Buffer.concat([bytes.subarray(0, start), listed, last])
}

test('a small workbook in the zip64 form is read', async () => {
  const bytes = repacked(await workbook(), zipDirectory(await workbook())!, new Map())
  const { report } = await load(inZip64(bytes))
  expect(report.files[0]!.tables).toMatchObject([{ rows: 1, accepted: 1 }])
})

test('a workbook with two parts of one name is refused, in whatever case they are', async () => {
  const bytes = await workbook()
  const zip = zipDirectory(bytes)!
  const twice = (name: string) =>
    repacked(
      bytes,
      { ...zip, entries: new Map([...zip.entries, [name, zip.entries.get(SHEET)!]]) },
      new Map(),
    )
  const inOtherCase = twice(SHEET.toUpperCase())
  const inSameCase = Buffer.from(
    twice(SHEET.replace('sheet1', 'sheetX')).toString('latin1').replaceAll('sheetX', 'sheet1'),
    'latin1',
  )
  for (const file of [inOtherCase, inSameCase]) {
    const { report } = await load(file)
    expect(report.problems).toMatchObject([{ severity: 'error', code: 'file-damaged' }])
    expect(report.problems[0]!.message).toContain('two parts')
  }
})

test('a workbook with a part that says nothing is refused', async () => {
  const { report } = await load(changed(await workbook(), SHEET, () => ''))
  expect(report.problems).toMatchObject([{ severity: 'error', code: 'file-damaged' }])
})

test.each([
  ['xlsx', SHEET],
  ['xlsx', 'xl/workbook.xml'],
  ['ods', 'content.xml'],
] as const)('a document type declaration in %s %s is refused', async (type, part) => {
  const bytes = type === 'xlsx' ? await workbook() : ods()
  const declared = '<!DOCTYPE x [<!ENTITY a "b">]>'
  for (const before of ['', `<!-- ${'padding '.repeat(20_000)} -->`]) {
    const file = changed(bytes, part, (text) => text.replace(/(<\?xml[^>]*>)?/, `$1${before}${declared}`))
    const { report } = await load(file)
    expect(report.problems).toMatchObject([{ severity: 'error', code: 'file-doctype' }])
  }
})

test('a day that there is not is told and never put right by a library', async () => {
  const inOds = changed(ods(), 'content.xml', (text) =>
    text.replaceAll(/office:date-value="2015-02-03[^"]*"/g, 'office:date-value="2015-02-30"'),
  )
  const inXlsx = changed(await workbook(), SHEET, (text) =>
    text.replace(/<c r="F2"[^>]*>.*?<\/c>/, '<c r="F2" t="d"><v>2015-02-30</v></c>'),
  )
  for (const file of [inOds, inXlsx]) {
    const { report, rows: read } = await load(file)
    expect(read).toEqual([])
    expect(report.problems.find(({ code }) => code === 'date-unreadable')).toMatchObject({ row: 2 })
  }
  const right = changed(await workbook(), SHEET, (text) =>
    text.replace(/<c r="F2"[^>]*>.*?<\/c>/, '<c r="F2" t="d"><v>2015-02-03T00:00:00</v></c>'),
  )
  expect((await load(right)).rows.map(({ values }) => values['referral_date'])).toEqual(['2015-02-03'])
})

test('a hidden sheet of an .ods workbook is read, and said', async () => {
  const hidden = changed(ods(), 'content.xml', (text) =>
    text
      .replace(
        /<office:automatic-styles>/,
        '<office:automatic-styles><style:style style:name="ta9" style:family="table"><style:table-properties table:display="false"/></style:style>',
      )
      .replace(
        /<table:table table:name="List_3"[^>]*>/,
        '<table:table table:name="List_3" table:style-name="ta9">',
      ),
  )
  const { report, rows: read } = await load(hidden)
  expect(read).toHaveLength(1)
  expect(report.problems.filter(({ code }) => code === 'sheet-hidden')).toHaveLength(1)
})
