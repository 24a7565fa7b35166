import type { Day } from '../platform/day.ts'
import { dayInOrder } from './file-date.ts'
import type { DayClaim, FileReport, IntakeReport, TableReport } from './intake-report.ts'
import { ProblemBook } from './problem-book.ts'
import type { Severity } from './problem.ts'
import {
  arrivedFiles,
  foldersLeft,
  knowFile,
  piecesOf,
  sheetsOf,
  type ArrivedFile,
  type KnownFile,
} from './reading/arrived-file.ts'
import { databaseName, type DatabaseAddress } from './database/database-address.ts'
import { readDatabase } from './database/read-database.ts'
import { FileFault, SeveralAuthorities } from './reading/raw-sheet.ts'
import { SourceDays } from './source-days.ts'
import { STANDARDS, standardOf } from './standards.ts'
import type { AcceptedRow } from './tables/accepted-row.ts'
import { readFileTables } from './tables/file-tables.ts'
import type { ReadContext, SetReader } from './tables/read-context.ts'
import { RowRegister } from './tables/row-register.ts'
import { SpellingBook, type LearnedSpelling } from './values/spelling-book.ts'
import type { Source, TableSpec } from '../standards/table.ts'

interface IntakeProgress {
  file: string
  /** From 1, of `files`. */
  fileNumber: number
  files: number
  /** Rows read so far, of every file. */
  rows: number
}

interface IntakeOptions {
  /** No extract can be as at a later day. */
  today: Day
  /** The day the files are as at, where it is known; otherwise it is worked out. */
  asAt?: Day | undefined
  /** Of files in which several authorities are stacked, the one whose rows are read. */
  authority?: string | undefined
  /** A case system's database that is read next to the files, or in their place. */
  database?: DatabaseAddress | undefined
  /** Where rows are kept: regular CSV files are read into it by sets, and their rows do not go to the sink. */
  sets?: SetReader | undefined
  /** What the council's own spellings of codes mean. */
  learned?: readonly LearnedSpelling[] | undefined
  signal?: AbortSignal | undefined
  onProgress?: ((progress: IntakeProgress) => void) | undefined
}

/** How often progress is reported and cancelling looked for. */
const ROWS_BETWEEN = 2000

/**
 * Reads files of any standard, and folders of them. Rows go to `sink` as they are read, or into the store of `sets`, and only the report says whether
 * they may be used: when it is not `accepted`, every row that was handed over is to be thrown away. What is wrong with
 * a file is in the report, never thrown. Throws Refused when a path leads nowhere, and the signal's reason when aborted.
 */
export async function readFiles(
  paths: readonly string[],
  sink: (row: AcceptedRow) => void | Promise<void>,
  options: IntakeOptions,
): Promise<IntakeReport> {
  const { signal, database } = options
  const files = await arrivedFiles(paths)
  const arrivals = [...(database ? [database] : []), ...newestFirst(files)]
  const book = new ProblemBook()
  const spellings = new SpellingBook(options.learned)
  const days = new SourceDays(options)
  const registers = new Map<TableSpec, RowRegister>()
  const reports = new Map<ArrivedFile | DatabaseAddress, FileReport>()
  const withoutTables: ArrivedFile[] = []
  const authorities: string[] = []
  let rows = 0
  for (const [index, arrival] of arrivals.entries()) {
    const file = isFile(arrival) ? arrival.file : databaseName(arrival)
    const report = () => options.onProgress?.({ file, fileNumber: index + 1, files: arrivals.length, rows })
    const onProgress = (count = 1) => {
      const before = Math.floor(rows / ROWS_BETWEEN)
      rows += count
      if (count > 0 && Math.floor(rows / ROWS_BETWEEN) === before) return
      signal?.throwIfAborted()
      report()
    }
    const context = readContext({ book, spellings }, days, registers, sink, onProgress, options)
    signal?.throwIfAborted()
    report()
    try {
      const found = await (isFile(arrival)
        ? readFile(arrival, context, signal)
        : readDatabase(arrival, context))
      if (found) reports.set(arrival, found)
      // The name of a database says nothing of the day.
      if (isFile(arrival) && found) days.of(found.source).seeFile(file)
      if (isFile(arrival) && !found) withoutTables.push(arrival)
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      if (error instanceof SeveralAuthorities) authorities.push(...error.names)
      say(book, file, 'error', error.code, error.message)
    }
  }
  if (arrivals.length === 0) say(book, '', 'error', 'no-files', 'There are no files that we can read')
  describeWithoutTables(book, withoutTables, reports.size > 0)
  describeEmpty(book, [...reports.values()])
  await describeFolders(book, paths)
  const sources = days.found()
  if (!book.refused) days.describe(book)
  return {
    accepted: !book.refused,
    asAt: sources[0]?.asAt ?? null,
    asAtFrom: sources[0]?.asAtFrom ?? null,
    sources,
    files: [...(database ? [database] : []), ...files].flatMap((arrival) => reports.get(arrival) ?? []),
    problems: book.problems,
    problemCounts: book.counts,
    unread: spellings.unread,
    ...questionOf(authorities, days.question),
  }
}

function questionOf(
  authorities: readonly string[],
  days: readonly DayClaim[] | null,
): Pick<IntakeReport, 'question'> {
  if (authorities.length === 0 && days === null) return {}
  return {
    question: {
      ...(days && { days: [...days] }),
      ...(authorities.length > 0 && { authorities: [...new Set(authorities)] }),
    },
  }
}

const readContext = (
  { book, spellings }: Pick<ReadContext, 'book' | 'spellings'>,
  days: SourceDays,
  registers: Map<TableSpec, RowRegister>,
  sink: (row: AcceptedRow) => void | Promise<void>,
  onProgress: (rows?: number) => void,
  { sets, authority }: Pick<IntakeOptions, 'sets' | 'authority'>,
): ReadContext => ({
  book,
  spellings,
  registerOf(table) {
    let register = registers.get(table)
    if (!register) registers.set(table, (register = new RowRegister(table)))
    return register
  },
  seeTitleDay: (source, day) => days.of(source).seeTitleDay(day),
  onRow: (row) => {
    days.ofTable(row.table).seeRow(row)
    return sink(row)
  },
  seeDays: (table, { file, sheet }, columns) => days.ofTable(table).seeColumns(file, sheet, columns),
  onProgress,
  authority: authority ?? null,
  sets: sets ?? null,
})

const isFile = (arrival: ArrivedFile | DatabaseAddress): arrival is ArrivedFile => 'path' in arrival

/** The later of two overlapping extracts is read first, so that its rows win. */
const newestFirst = (files: readonly ArrivedFile[]): ArrivedFile[] =>
  files
    .map((file) => ({ file, day: dayInOrder(file.path) ?? '' }))
    .toSorted((a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1))
    .map(({ file }) => file)

/** Null: the file holds no table of any standard. */
async function readFile(
  file: ArrivedFile,
  context: ReadContext,
  signal?: AbortSignal,
): Promise<FileReport | null> {
  const known = await knowFile(file, signal)
  const tables = await tablesOf(file, known, context)
  const source = tables[0] && sourceOf(tables[0])
  if (!source) return null
  if (tables.some((table) => sourceOf(table) !== source)) {
    const names = [...new Set(tables.map((table) => standardOf(sourceOf(table)).name))].join(' and ')
    throw new FileFault(
      'two-standards',
      `${file.file} holds tables of ${names}: send each in a file of its own`,
    )
  }
  return { file: file.file, source, sha256: known.sha256, bytes: known.bytes, tables }
}

const sourceOf = ({ table }: TableReport): Source => table.slice(0, table.indexOf('/')) as Source

async function tablesOf(file: ArrivedFile, known: KnownFile, context: ReadContext): Promise<TableReport[]> {
  const place = { file: file.file, fileDay: dayInOrder(file.path) }
  if (known.root === null) return readFileTables(place, await sheetsOf(file, known), STANDARDS, context)
  const standard = STANDARDS.find(({ xml }) => xml?.root === known.root)
  if (!standard?.xml) {
    throw new FileFault(
      'file-kind',
      `${file.file} is XML, but of no return that we know: it begins with '${known.root}'`,
    )
  }
  for (const table of standard.tables) await context.sets?.registerAll(table, context.registerOf(table))
  return standard.xml.read({ ...place, pieces: piecesOf(file, known) }, context)
}

/** A file that someone named must hold tables; one that only lay in the same folder is left, and said. */
function describeWithoutTables(book: ProblemBook, files: readonly ArrivedFile[], othersHave: boolean): void {
  for (const { file, named } of files) {
    if (othersHave && !named)
      say(book, file, 'warning', 'file-left', `${file} holds no table that we know and was left out`)
    else
      say(
        book,
        file,
        'error',
        'not-known',
        `${file} is of no kind that we know: none of its headers are those of ${describeStandards()}`,
      )
  }
}

/** Headers without a row: said of each table, and no load when there is nothing else. */
function describeEmpty(book: ProblemBook, files: readonly FileReport[]): void {
  // XML has no headers: a table of which no element is there is none.
  const written = files.filter(({ file }) => !file.toLowerCase().endsWith('.xml'))
  const tables = written.flatMap(({ file, tables }) => tables.map((table) => ({ file, ...table })))
  const empty = tables.filter(({ rows }) => rows === 0)
  if (tables.length > 0 && empty.length === tables.length) {
    say(book, '', 'error', 'no-rows', 'The files hold headers and not one row under them: export them again')
    return
  }
  for (const { file, sheet } of empty) {
    const message = `${file}: '${sheet}' has headers and no row under them`
    const isWhole =
      empty.filter((table) => table.file === file).length ===
      files.find((found) => found.file === file)!.tables.length
    book.add({
      severity: isWhole ? 'warning' : 'note',
      code: 'table-empty',
      file,
      sheet,
      row: null,
      field: null,
      value: null,
      message,
    })
  }
}

async function describeFolders(book: ProblemBook, paths: readonly string[]): Promise<void> {
  for (const folder of await foldersLeft(paths)) {
    const message = `${folder} is a folder within the folder, and was not opened: load it by its own name if it belongs to this load`
    say(book, folder, 'warning', 'folder-left', message)
  }
}

const describeStandards = (): string =>
  new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(STANDARDS.map(({ name }) => name))

const say = (book: ProblemBook, file: string, severity: Severity, code: string, message: string): void =>
  book.add({ severity, code, file, sheet: null, row: null, field: null, value: null, message })
