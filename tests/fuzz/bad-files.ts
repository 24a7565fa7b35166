import { writeXlsx } from 'hucre'
import { annexAHeaders } from '../../src/standards/annex-a/lists.ts'
import { csvText, listRow, sheetJsBytes, xlsxBytes } from '../support/annex-a-files.ts'
import { unzip } from '../support/unzip.ts'
import { zip } from './zip-archive.ts'

/** A list of one child: what is in every file here before it is spoilt. */
export const goodRows = [
  annexAHeaders(3),
  listRow(3, { 'Child Unique ID': 'A1', 'Date of referral': '05/01/2015' }),
]

export const entriesOf = async (kind: 'xlsx' | 'ods'): Promise<Map<string, Buffer>> =>
  unzip(
    kind === 'xlsx'
      ? Buffer.from(await xlsxBytes({ List_3: goodRows }))
      : sheetJsBytes({ List_3: goodRows }, 'ods'),
  )

const SHEET = 'xl/worksheets/sheet1.xml'
const MEGABYTES = 1024 * 1024

async function edited(kind: 'xlsx' | 'ods', name: string, edit: (text: string) => string): Promise<Buffer> {
  const entries = await entriesOf(kind)
  return zip(entries.set(name, Buffer.from(edit(entries.get(name)!.toString()))))
}

async function withEntry(kind: 'xlsx' | 'ods', name: string): Promise<Buffer> {
  return zip([...(await entriesOf(kind)), [name, Buffer.from('x')]])
}

/** A workbook whose directory says that an entry of `megabytes` is small. */
async function lying(kind: 'xlsx' | 'ods', name: string, megabytes: number): Promise<Buffer> {
  const entries = await entriesOf(kind)
  const content = entries.get(name)!
  return zip(entries.set(name, Buffer.concat([content, Buffer.alloc(megabytes * MEGABYTES, ' ')])), {
    [name]: content.length,
  })
}

const withCell = (row: string) => (sheet: string) =>
  sheet.replace('</sheetData>', `${row}</sheetData>`).replace(/<dimension[^>]*>/, '')

const oldWorkbook = (change: (bytes: Buffer) => Buffer): Buffer =>
  change(sheetJsBytes({ List_3: goodRows }, 'biff8'))

const cut = (bytes: Uint8Array, share: number) => bytes.slice(0, Math.floor(bytes.length * share))

/** The name of a bad file, the code it is refused by, and its content. */
export type BadFile = readonly [name: string, code: string, content: () => Promise<Uint8Array> | Uint8Array]

export const BAD_FILES: readonly BadFile[] = [
  ['cut short.xlsx', 'file-damaged', async () => cut(await xlsxBytes({ List_3: goodRows }), 0.9)],
  ['cut short.ods', 'file-damaged', () => cut(sheetJsBytes({ List_3: goodRows }, 'ods'), 0.9)],
  ['cut short.xls', 'file-damaged', () => oldWorkbook((bytes) => bytes.subarray(0, bytes.length / 2))],
  [
    'locked.xlsx',
    'file-encrypted',
    () =>
      writeXlsx({
        sheets: [{ name: 'List_3', rows: goodRows.map((row) => [...row]) }],
        encryption: { password: 'secret', spinCount: 1000 },
      }),
  ],
  [
    'locked.ods',
    'file-encrypted',
    () =>
      edited('ods', 'META-INF/manifest.xml', (text) =>
        text.replace('</manifest:manifest>', '<manifest:encryption-data/></manifest:manifest>'),
      ),
  ],
  ['locked.xls', 'file-encrypted', () => oldWorkbook(withFilePass)],
  ['lying about its size.xlsx', 'file-damaged', () => lying('xlsx', SHEET, 8)],
  ['lying about its size.ods', 'file-damaged', () => lying('ods', 'content.xml', 8)],
  [
    'one cell far away.xlsx',
    'file-too-large',
    () => edited('xlsx', SHEET, withCell('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
  ],
  [
    'ten million columns.xlsx',
    'file-too-large',
    () => edited('xlsx', SHEET, withCell('<row r="9"><c r="VJOUY9"><v>1</v></c></row>')),
  ],
  [
    'ten million columns.ods',
    'file-too-large',
    () =>
      edited('ods', 'content.xml', (text) =>
        text.replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="10000000"'),
      ),
  ],
  [
    'ten million rows.ods',
    'file-too-large',
    () =>
      edited('ods', 'content.xml', (text) =>
        text.replace(/<table:table-row[^>]*>/, '<table:table-row table:number-rows-repeated="10000000">'),
      ),
  ],
  ['ten million columns.csv', 'row-too-long', () => Buffer.alloc(10_000_000, ',')],
  [
    'ten million columns below.csv',
    'row-too-long',
    () => Buffer.concat([Buffer.from(csvText(goodRows)), Buffer.alloc(10_000_000, 'x,')]),
  ],
  ['seventeen thousand columns.csv', 'row-too-long', () => Buffer.from(`${'x,'.repeat(17_000)}\n`)],
  ['macros.xlsm', 'file-macros', () => withEntry('xlsx', 'xl/vbaProject.bin')],
  ['macros of old.xlsm', 'file-macros', () => withEntry('xlsx', 'xl/macrosheets/sheet1.xml')],
  ['macros.ods', 'file-macros', () => withEntry('ods', 'Basic/Standard/Module1.xml')],
  ['binary.xlsb', 'file-kind', () => zip([['xl/workbook.bin', Buffer.from('x')]])],
  [
    'formula without its answer.xlsx',
    'formula-unanswered',
    () =>
      edited('xlsx', SHEET, (text) => text.replace(/<c r="A2"[^>]*>.*?<\/c>/, '<c r="A2"><f>1+1</f></c>')),
  ],
  ['UTF-32.csv', 'file-kind', () => utf32(csvText(goodRows))],
  [
    'cut in half a letter.csv',
    'file-damaged',
    () => Buffer.from(`\uFEFF${csvText(goodRows)}`, 'utf16le').subarray(0, -1),
  ],
]

/** The record of who wrote an old workbook, made one that says that it is locked. */
function withFilePass(bytes: Buffer): Buffer {
  const at = bytes.indexOf(Buffer.from([0x5c, 0x00, 0x70, 0x00]))
  const locked = Buffer.from(bytes)
  locked.writeUInt16LE(0x2f, at)
  // The kind of lock: RC4, version 1.1.
  for (const offset of [4, 6, 8]) locked.writeUInt16LE(1, at + offset)
  return locked
}

function utf32(text: string): Buffer {
  const bytes = Buffer.alloc(text.length * 4)
  for (let at = 0; at < text.length; at += 1) bytes.writeUInt32LE(text.charCodeAt(at), at * 4)
  return bytes
}
