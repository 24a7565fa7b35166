import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Refused } from '../../platform/errors.ts'
import { csvSheet } from './csv-reader.ts'
import { delimiterOf, lineEndOf, markedEncoding, Utf8Check, type CsvForm } from './csv-form.ts'
import { looksLikeWorkbook, refuseOtherKinds, workbookKind } from './file-kind.ts'
import { FileFault, type RawSheet } from './raw-sheet.ts'
import { readSheetJsSheets } from './sheetjs-reader.ts'
import { readXlsxSheets } from './xlsx-reader.ts'

/** A file someone sent. `named` is false when only its folder was named. */
export interface ArrivedFile {
  path: string
  file: string
  named: boolean
}

/** A file read through once: what it is and what its bytes are. */
export interface KnownFile {
  sha256: string
  bytes: number
  /** Null for a workbook. */
  csv: CsvForm | null
}

/** A workbook is held in memory whole while it is read. */
const MAX_WORKBOOK = 150 * 1024 * 1024
const IN_FOLDERS = new Set(['.xlsx', '.xlsm', '.ods', '.xls', '.csv', '.tsv', '.txt'])
const START = 65_536

/** The files at `paths`, folders opened one level; Excel's own lock files and hidden files are left. Throws Refused. */
export async function arrivedFiles(paths: readonly string[]): Promise<ArrivedFile[]> {
  const files: ArrivedFile[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => {
      throw new Refused(`There is no file or folder called ${basename(path)}`)
    })
    if (found.isDirectory()) files.push(...(await filesIn(path)))
    else if (found.isFile()) files.push({ path, file: basename(path), named: true })
    else throw new Refused(`${basename(path)} is not a file`)
  }
  return files
}

async function filesIn(folder: string): Promise<ArrivedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const inOrder = new Intl.Collator('en', { numeric: true })
  return entries
    .filter((entry) => entry.isFile() && !/^[.~]/.test(entry.name))
    .filter((entry) => IN_FOLDERS.has(extname(entry.name).toLowerCase()))
    .map((entry) => ({ path: join(folder, entry.name), file: entry.name, named: false }))
    .sort((a, b) => inOrder.compare(a.file, b.file))
}

/** Hashes the file and finds its form in one pass. Throws FileFault for a file that is empty or not of a kind we read. */
export async function knowFile(arrived: ArrivedFile, signal?: AbortSignal): Promise<KnownFile> {
  const hash = createHash('sha256')
  const utf8 = new Utf8Check()
  let start = Buffer.alloc(0)
  let bytes = 0
  for await (const piece of createReadStream(arrived.path) as AsyncIterable<Buffer>) {
    signal?.throwIfAborted()
    hash.update(piece)
    utf8.see(piece)
    if (start.length < START) start = Buffer.concat([start, piece]).subarray(0, START)
    bytes += piece.length
  }
  const sha256 = hash.digest('hex')
  if (bytes === 0) throw new FileFault('file-empty', `${arrived.file} is empty`)
  if (looksLikeWorkbook(start)) return { sha256, bytes, csv: null }
  refuseOtherKinds(arrived.file, start)
  const encoding = markedEncoding(start) ?? (utf8.end() ? 'utf-8' : 'windows-1252')
  const text = new TextDecoder(encoding).decode(start)
  if (text.trim() === '') throw new FileFault('file-empty', `${arrived.file} is empty`)
  if (text.includes('\0')) {
    throw new FileFault('file-kind', `${arrived.file} is neither a workbook nor a CSV file`)
  }
  return { sha256, bytes, csv: { encoding, delimiter: delimiterOf(text), lineEnd: lineEndOf(text) } }
}

/** The file's sheets; a CSV file is one. Throws FileFault. */
export async function sheetsOf(arrived: ArrivedFile, known: KnownFile): Promise<RawSheet[]> {
  const { path, file } = arrived
  if (known.csv) return [csvSheet(path, file, known.csv)]
  if (known.bytes > MAX_WORKBOOK) {
    throw new FileFault(
      'file-too-large',
      `${file} is too large to be read safely as a workbook: save each list as a CSV file and send those`,
    )
  }
  const bytes = await readFile(path)
  return workbookKind(file, bytes) === 'xlsx' ? readXlsxSheets(file, bytes) : readSheetJsSheets(file, bytes)
}
