import { createHash } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { basename, extname, isAbsolute, join, relative } from 'node:path'
import { Refused } from '../../platform/errors.ts'
import { csvSheet } from './csv-reader.ts'
import { CsvShape } from './csv-shape.ts'
import { delimiterOf, lineEndOf, markedEncoding, Utf8Check, type CsvForm } from './csv-form.ts'
import { cutShort, looksLikeWorkbook, refuseOtherKinds, workbookKind } from './file-kind.ts'
import { rootElement } from './xml-root.ts'
import { FileFault, type RawSheet } from './raw-sheet.ts'
import { readSheetJsSheets } from './sheetjs-reader.ts'
import { confirmSame, fileState, samePieces, steadyPieces, type FileState } from './steady-file.ts'
import { readXlsxSheets } from './xlsx-reader.ts'

/** A file someone sent. `named` is false when only its folder was named. */
export interface ArrivedFile {
  path: string
  file: string
  named: boolean
  /** Why it is not even opened; null for any file that is one. */
  fault: FileFault | null
}

/** A file read through once: what it is and what its bytes are. */
export interface KnownFile extends FileState {
  sha256: string
  /** Null for a workbook, and for XML. */
  csv: CsvForm | null
  /** Of XML the document element's name; null for any other file. */
  root: string | null
  /** Of a CSV file in UTF-8 that is regular (`CsvShape`): how many records it has. */
  records: number | null
}

/** A workbook is held in memory whole while it is read. */
const MAX_WORKBOOK = 150 * 1024 * 1024
/** Six years of a city's lists are a tenth of this. */
const MAX_FILE = 2 * 1024 * 1024 * 1024
/** `.xlsb` is not read: it is opened to be refused in words, for it may be a list that would be missed. */
const IN_FOLDERS = new Set(['.xlsx', '.xlsm', '.xlsb', '.ods', '.xls', '.csv', '.tsv', '.txt', '.xml'])
const START = 65_536
/** Read at once of a file that is only looked at. */
const AT_ONCE = 524_288

/** The files at `paths`, folders opened one level; Excel's own lock files and hidden files are left. Throws Refused. */
export async function arrivedFiles(paths: readonly string[]): Promise<ArrivedFile[]> {
  const files: ArrivedFile[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => {
      throw new Refused(`There is no file or folder called ${basename(path)}`)
    })
    if (found.isDirectory()) files.push(...(await filesIn(path)))
    else if (found.isFile()) files.push({ path, file: basename(path), named: true, fault: null })
    else throw new Refused(`${basename(path)} is not a file`)
  }
  return files
}

const isNamedAsFile = ({ name }: Dirent): boolean => IN_FOLDERS.has(extname(name).toLowerCase())

async function filesIn(folder: string): Promise<ArrivedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const inOrder = new Intl.Collator('en', { numeric: true })
  const ours = entries
    .filter((entry) => !/^[.~]/.test(entry.name) && isNamedAsFile(entry))
    .sort((a, b) => inOrder.compare(a.name, b.name))
  return Promise.all(
    ours.map(async (entry) => ({
      path: join(folder, entry.name),
      file: entry.name,
      named: false,
      fault: await faultIn(folder, entry),
    })),
  )
}

/** Folders within the folders at `paths`, which are not opened. */
export async function foldersLeft(paths: readonly string[]): Promise<string[]> {
  const left: string[] = []
  for (const path of paths) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
    left.push(
      ...entries
        .filter((entry) => entry.isDirectory() && !/^[.~]/.test(entry.name) && !isNamedAsFile(entry))
        .map(({ name }) => name),
    )
  }
  return left
}

/** Who names a folder hands over what is in it, and nothing that a link in it may lead to. */
async function faultIn(folder: string, entry: Dirent): Promise<FileFault | null> {
  if (entry.isFile()) return null
  if (!entry.isSymbolicLink()) {
    return new FileFault(
      'file-not-a-file',
      `${entry.name} is named as a file is and is none: open that folder itself, or move it away`,
    )
  }
  const target = await realpath(join(folder, entry.name)).catch(() => null)
  if (target === null) return new FileFault('file-link', `${entry.name} is a link that leads nowhere`)
  const way = relative(await realpath(folder), target)
  if (way === '' || way.startsWith('..') || isAbsolute(way)) {
    return new FileFault(
      'file-link',
      `${entry.name} is a link that leads out of its folder: put the file itself there`,
    )
  }
  return (await stat(target)).isFile() ? null : new FileFault('file-link', `${entry.name} links to no file`)
}

/**
 * Hashes the file and finds its form in one pass. Throws FileFault for a file that is empty, not of a kind we read, or
 * too large: that is known before it is read.
 */
export async function knowFile(arrived: ArrivedFile, signal?: AbortSignal): Promise<KnownFile> {
  const { path, file, fault } = arrived
  if (fault) throw fault
  const state = await fileState(path, file)
  if (state.bytes === 0) throw new FileFault('file-empty', `${file} is empty`)
  await refuseTooLarge(path, file, state.bytes)
  const hash = createHash('sha256')
  const utf8 = new Utf8Check()
  let start = Buffer.alloc(0)
  let shape: CsvShape | null = null
  for await (const piece of steadyPieces(path, file, state, hash, AT_ONCE)) {
    signal?.throwIfAborted()
    utf8.see(piece)
    shape?.see(piece)
    if (start.length >= START) continue
    start = Buffer.concat([start, piece])
    if (start.length >= START) shape = shapeFrom(start)
  }
  if (start.length < START) shape = shapeFrom(start)
  start = start.subarray(0, START)
  const sha256 = hash.digest('hex')
  if (looksLikeWorkbook(start)) return { ...state, sha256, csv: null, root: null, records: null }
  refuseOtherKinds(file, start)
  const encoding = markedEncoding(start) ?? (utf8.end() ? 'utf-8' : 'windows-1252')
  if (encoding.startsWith('utf-16') && state.bytes % 2 === 1) throw cutShort(file)
  const text = new TextDecoder(encoding).decode(start)
  if (text.trim() === '') throw new FileFault('file-empty', `${file} is empty`)
  if (text.includes('\0')) {
    throw new FileFault('file-kind', `${file} is neither a workbook nor a CSV file`)
  }
  const root = rootElement(file, text)
  if (root !== null) return { ...state, sha256, csv: null, root, records: null }
  const records = shape?.end() ?? null
  return {
    ...state,
    sha256,
    root: null,
    csv: {
      encoding,
      delimiter: delimiterOf(text),
      lineEnd: lineEndOf(text),
      isRegular: records !== null && !encoding.startsWith('utf-16'),
    },
    records: encoding === 'utf-8' ? records : null,
  }
}

/** The shape of a file that begins with `start`, as far as that goes; null of what is no CSV file. */
function shapeFrom(start: Buffer): CsvShape | null {
  const text = new TextDecoder().decode(start.subarray(0, START))
  if (looksLikeWorkbook(start) || /^\s*</.test(text)) return null
  const shape = new CsvShape({ delimiter: delimiterOf(text), lineEnd: lineEndOf(text) })
  shape.see(start)
  return shape
}

async function refuseTooLarge(path: string, file: string, bytes: number): Promise<void> {
  if (bytes > MAX_FILE) {
    throw new FileFault(
      'file-too-large',
      `${file} is larger than 2 GB and was not opened: send fewer months at a time, each list as a CSV file of its own`,
    )
  }
  if (bytes > MAX_WORKBOOK && looksLikeWorkbook(await startOf(path))) {
    throw new FileFault(
      'file-too-large',
      `${file} is too large to be read safely as a workbook: save each list as a CSV file and send those`,
    )
  }
}

async function startOf(path: string): Promise<Buffer> {
  await using handle = await open(path)
  return (await handle.read(Buffer.alloc(16), 0, 16, 0)).buffer
}

/** The bytes of a file as they were when it became known. Throws FileFault when they are others now. */
export const piecesOf = ({ path, file }: ArrivedFile, known: KnownFile): AsyncIterable<Buffer> =>
  samePieces(path, file, known)

/** The sheets of a file that is not XML; a CSV file is one. Throws FileFault, and when the file is not what it was when it became known. */
export async function sheetsOf(arrived: ArrivedFile, known: KnownFile): Promise<RawSheet[]> {
  const { path, file } = arrived
  const pieces = samePieces(path, file, known)
  if (known.csv) {
    const { csv: form, records } = known
    const sheet = csvSheet(pieces, file, form)
    if (records === null) return [sheet]
    const confirm = () => confirmSame(path, file, known)
    return [{ ...sheet, regular: { path, bytes: known.bytes, form, records, confirm } }]
  }
  const parts: Buffer[] = []
  for await (const piece of pieces) parts.push(piece)
  const bytes = Buffer.concat(parts)
  return workbookKind(file, bytes) === 'xlsx' ? readXlsxSheets(file, bytes) : readSheetJsSheets(file, bytes)
}
