import { FileFault, lockedFault } from './raw-sheet.ts'
import { checkOds } from './ods-check.ts'
import { checkParts } from './workbook-parts.ts'
import { zipDirectory } from './zip-directory.ts'

type FileKind = 'xlsx' | 'ods' | 'xls' | 'csv'

const MAX_UNPACKED = 300 * 1024 * 1024
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

/** Stream names inside an OLE file are UTF-16. An encrypted workbook is one such stream, and no `Workbook`. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')
const OLD_WORKBOOKS = ['Workbook', 'Book'].map((name) => Buffer.from(name, 'utf16le'))

/** Programs in an Excel workbook, and in a LibreOffice one. */
const MACROS = /^(xl\/(vbaProject\.bin|macrosheets\/.)|Basic\/[^/]+\/(?!script-lb\.xml)[^/]+\.xml$)/
const OLD_MACROS = Buffer.from('_VBA_PROJECT', 'utf16le')

const macroFault = (file: string): FileFault =>
  new FileFault(
    'file-macros',
    `${file} has macros in it, which are programs: save it as an Excel workbook without macros (.xlsx) and send that`,
  )

export const cutShort = (file: string): FileFault =>
  new FileFault('file-damaged', `${file} is damaged or was cut short: save it again and send that copy`)

/** True when only reading the whole file tells what it is: it starts as a workbook does. */
export const looksLikeWorkbook = (start: Buffer): boolean =>
  start.subarray(0, 2).toString('latin1') === 'PK' || start.subarray(0, 8).equals(OLE)

/** What a workbook really is, by its content and never by its name. Throws FileFault for what is not read. */
export function workbookKind(file: string, bytes: Buffer): Exclude<FileKind, 'csv'> {
  if (bytes.subarray(0, 8).equals(OLE)) return oleKind(file, bytes)
  const zip = zipDirectory(bytes)
  if (zip === null) {
    throw cutShort(file)
  }
  if (zip.declaredSize > MAX_UNPACKED) {
    throw new FileFault(
      'file-too-large',
      `${file} is too large to be read safely as a workbook: save each list as a CSV file and send those`,
    )
  }
  if (zip.repeated !== null) {
    throw new FileFault(
      'file-damaged',
      `${file} is damaged: it has two parts called '${zip.repeated}'. Save it again and send that copy`,
    )
  }
  if ([...zip.entries.keys()].some((name) => MACROS.test(name))) throw macroFault(file)
  if (zip.entries.has('xl/workbook.xml')) {
    checkParts(file, bytes, zip)
    return 'xlsx'
  }
  if (zip.entries.has('content.xml') && zip.entries.has('META-INF/manifest.xml')) {
    checkParts(file, bytes, zip)
    checkOds(file, bytes, zip)
    return 'ods'
  }
  if (zip.entries.has('xl/workbook.bin')) {
    throw new FileFault('file-kind', `${file} is a binary workbook (.xlsb): save it as .xlsx and send that`)
  }
  if (zip.entries.has('word/document.xml')) {
    throw new FileFault('file-kind', `${file} is a Word document, not a workbook or a CSV file`)
  }
  throw new FileFault('file-kind', `${file} is a zip file: take out the files inside and send those`)
}

function oleKind(file: string, bytes: Buffer): 'xls' {
  if (bytes.includes(ENCRYPTED)) {
    throw lockedFault(file)
  }
  if (bytes.includes(OLD_MACROS)) throw macroFault(file)
  if (OLD_WORKBOOKS.some((name) => bytes.includes(name))) return 'xls'
  throw new FileFault('file-kind', `${file} is an older Office document that is not a workbook`)
}

/** Refuses what begins as some other kind of file does; anything else may be text. */
export function refuseOtherKinds(file: string, start: Buffer): void {
  const opening = start.subarray(0, 200).toString('latin1').trimStart().toLowerCase()
  if (opening.startsWith('%pdf'))
    throw new FileFault('file-kind', `${file} is a PDF, not a workbook or a CSV file`)
}
