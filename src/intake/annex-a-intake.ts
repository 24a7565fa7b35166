import { sayDay, type Day } from '../platform/day.ts'
import type { AcceptedRow } from './annex-a/accepted-row.ts'
import { AsAt, sayAsAt } from './annex-a/as-at.ts'
import { readFileLists, type ListHands } from './annex-a/file-lists.ts'
import { ANNEX_A_LISTS } from './annex-a/lists.ts'
import { RowRegister } from './annex-a/row-register.ts'
import { dayInFileName } from './file-date.ts'
import type { FileReport, IntakeReport } from './intake-report.ts'
import { ProblemBook } from './problem-book.ts'
import type { Severity } from './problem.ts'
import { arrivedFiles, knowFile, sheetsOf, type ArrivedFile } from './reading/arrived-file.ts'
import { FileFault } from './reading/raw-sheet.ts'

export interface IntakeProgress {
  file: string
  /** From 1, of `files`. */
  fileNumber: number
  files: number
  /** Rows read so far, of every file. */
  rows: number
}

export interface IntakeOptions {
  /** No extract can be as at a later day. */
  today: Day
  /** The day the files are as at, where it is known; otherwise it is worked out. */
  asAt?: Day | undefined
  signal?: AbortSignal | undefined
  onProgress?: ((progress: IntakeProgress) => void) | undefined
}

/** How often progress is told and cancelling looked for. */
const ROWS_BETWEEN = 2000

/**
 * Reads Annex A files, and folders of them. Rows go to `sink` as they are read, and only the report says whether they
 * may be used: when it is not `accepted`, every row that was handed over is to be thrown away. What is wrong with a
 * file is in the report, never thrown. Throws Refused when a path leads nowhere, and the signal's reason when aborted.
 */
export async function readAnnexA(
  paths: readonly string[],
  sink: (row: AcceptedRow) => void | Promise<void>,
  options: IntakeOptions,
): Promise<IntakeReport> {
  const { signal, onProgress } = options
  const files = await arrivedFiles(paths)
  const book = new ProblemBook()
  const asAt = new AsAt(options.asAt ?? null, options.today)
  const registers = new Map(ANNEX_A_LISTS.map((list) => [list, new RowRegister(list)]))
  const reports = new Map<ArrivedFile, FileReport>()
  const withoutLists: ArrivedFile[] = []
  let rows = 0
  for (const [index, file] of newestFirst(files).entries()) {
    const tell = () => onProgress?.({ file: file.file, fileNumber: index + 1, files: files.length, rows })
    const hands: ListHands = {
      book,
      registers,
      seeTitleDay: (day) => asAt.seeTitleDay(day),
      take: (row) => {
        asAt.seeRow(row)
        return sink(row)
      },
      afterRow: () => {
        rows += 1
        if (rows % ROWS_BETWEEN !== 0) return
        signal?.throwIfAborted()
        tell()
      },
    }
    signal?.throwIfAborted()
    tell()
    try {
      const report = await readFile(file, hands, signal)
      if (report.tables.length === 0) withoutLists.push(file)
      else reports.set(file, report)
      const day = report.tables.length === 0 ? null : dayInFileName(file.file)
      if (day) asAt.seeFileDay(day)
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      say(book, file.file, 'error', error.code, error.message)
    }
  }
  if (files.length === 0) say(book, '', 'error', 'no-files', 'There are no workbooks or CSV files to read')
  sayWithoutLists(book, withoutLists, reports.size > 0)
  if (!book.refused) sayAsAtDay(book, asAt)
  const found = asAt.found
  return {
    accepted: !book.refused,
    asAt: found?.day ?? null,
    asAtFrom: found?.from ?? null,
    files: files.flatMap((file) => reports.get(file) ?? []),
    problems: book.problems,
    problemCounts: book.counts,
  }
}

/** The later of two overlapping extracts is read first, so that its rows win. */
const newestFirst = (files: readonly ArrivedFile[]): ArrivedFile[] =>
  files
    .map((file) => ({ file, day: dayInFileName(file.file) ?? '' }))
    .toSorted((a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1))
    .map(({ file }) => file)

async function readFile(file: ArrivedFile, hands: ListHands, signal?: AbortSignal): Promise<FileReport> {
  const known = await knowFile(file, signal)
  const sheets = await sheetsOf(file, known)
  const tables = await readFileLists({ file: file.file, fileDay: dayInFileName(file.file) }, sheets, hands)
  return { file: file.file, source: 'annex-a', sha256: known.sha256, bytes: known.bytes, tables }
}

/** A file that someone named must hold lists; one that only lay in the same folder is left, and said. */
function sayWithoutLists(book: ProblemBook, files: readonly ArrivedFile[], othersHave: boolean): void {
  for (const { file, named } of files) {
    if (othersHave && !named)
      say(book, file, 'warning', 'file-left', `${file} holds no Annex A list and was left out`)
    else
      say(
        book,
        file,
        'error',
        'not-annex-a',
        `${file} is not Annex A: none of its headers are those of an Annex A list`,
      )
  }
}

function sayAsAtDay(book: ProblemBook, asAt: AsAt): void {
  const { found } = asAt
  if (found === null) {
    const message =
      'Say which day the files are as at: there is no date in their names and no day in their lists'
    say(book, '', 'error', 'as-at-unknown', message)
    return
  }
  if (found.from !== 'given') say(book, '', 'note', 'as-at-inferred', sayAsAt(found.day, found.from))
  for (const { file, sheet, field, count, row, day } of asAt.daysAfter(found.day)) {
    const others = count === 1 ? '' : `, and ${count - 1} more ${count === 2 ? 'is' : 'are'} too`
    const message = `Row ${row}: '${field}' is after ${sayDay(found.day)}, the day the file is as at${others}`
    const place = { file, sheet, row, field, value: day }
    book.add({ severity: 'warning', code: 'day-after-as-at', ...place, message })
  }
}

const say = (book: ProblemBook, file: string, severity: Severity, code: string, message: string): void =>
  book.add({ severity, code, file, sheet: null, row: null, field: null, value: null, message })
