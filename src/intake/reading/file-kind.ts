import { FileFault } from './raw-sheet.ts'
import { zipDirectory } from './zip-directory.ts'

export type FileKind = 'xlsx' | 'ods' | 'xls' | 'csv'

const MAX_UNPACKED = 300 * 1024 * 1024
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** Stream names inside an OLE file are UTF-16. An encrypted workbook is one such stream, and no `Workbook`. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const OLD_WORKBOOKS = ['Workbook', 'Book'].map((name) => Buffer.from(name, 'utf16le'))

/** True when only reading the whole file tells what it is: it starts as a workbook does. */
export const looksLikeWorkbook = (start: Buffer): boolean =>
  start.subarray(0, 2).toString('latin1') === 'PK' || start.subarray(0, 8).equals(OLE)

/** What a workbook really is, by its content and never by its name. Throws FileFault for what is not read. */
export function workbookKind(file: string, bytes: Buffer): Exclude<FileKind, 'csv'> {
  if (bytes.subarray(0, 8).equals(OLE)) return oleKind(file, bytes)
  const zip = zipDirectory(bytes)
  if (zip === null) {
    throw new FileFault(
      'file-damaged',
      `${file} is damaged or was cut short: save it again and send that copy`,
    )
  }
  if (zip.declaredSize > MAX_UNPACKED) {
    throw new FileFault(
      'file-too-large',
      `${file} is too large to be read safely as a workbook: save each list as a CSV file and send those`,
    )
  }
  if (zip.names.has('xl/workbook.xml')) return 'xlsx'
  if (zip.names.has('content.xml') && zip.names.has('META-INF/manifest.xml')) return 'ods'
  if (zip.names.has('xl/workbook.bin')) {
    throw new FileFault('file-kind', `${file} is a binary workbook (.xlsb): save it as .xlsx and send that`)
  }
  if (zip.names.has('word/document.xml')) {
    throw new FileFault('file-kind', `${file} is a Word document, not a workbook or a CSV file`)
  }
  throw new FileFault('file-kind', `${file} is a zip file: take out the files inside and send those`)
}

function oleKind(file: string, bytes: Buffer): 'xls' {
  if (bytes.includes(ENCRYPTED)) {
    throw new FileFault('file-encrypted', `${file} is locked with a password: save a copy without one`)
  }
  if (OLD_WORKBOOKS.some((name) => bytes.includes(name))) return 'xls'
  throw new FileFault('file-kind', `${file} is an older Office document that is not a workbook`)
}

/** Refuses what begins as some other kind of file does; anything else may be text. */
export function refuseOtherKinds(file: string, start: Buffer): void {
  const opening = start.subarray(0, 200).toString('latin1').trimStart().toLowerCase()
  if (opening.startsWith('%pdf'))
    throw new FileFault('file-kind', `${file} is a PDF, not a workbook or a CSV file`)
  if (opening.startsWith('<')) {
    throw new FileFault('file-kind', `${file} is a web page or an XML file, not a workbook or a CSV file`)
  }
}
