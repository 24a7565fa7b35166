import { writeXlsx } from 'hucre'
import { z } from 'zod'
import { csvRows as rowsOfCsv, FileFault, workbookRows as rowsOfWorkbook } from '../intake/index.ts'
import { cellWritable } from '../platform/clean-text.ts'
import { toCsv, type CsvValue } from '../platform/csv.ts'
import type { Checked } from '../platform/errors.ts'
import { columnOf, isStoredValue, type Field, type Fields, type StoredValue } from './field.ts'
import type { RecordKind, RecordOf } from './record.ts'

/** A table out of a file: the names in its first row, and text under them. */
export interface FileTable {
  columns: string[]
  rows: { row: number; cells: string[] }[]
}

export const fileTableSchema: z.ZodType<FileTable> = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
})

/** Columns besides the fields: which record a row is, the version that it was taken from, and why it changes. */
export const FILE_COLUMNS = ['id', 'version', 'change_reason'] as const

const columnsIn = (kind: Pick<RecordKind, 'fields'>): string[] => [
  'id',
  'version',
  ...Object.keys(kind.fields).map(columnOf),
]

function cellsOf(kind: Pick<RecordKind, 'fields'>, record: object): [Field | null, StoredValue][] {
  const values = new Map<string, unknown>(Object.entries(record))
  const stored = (property: string) => {
    const value = values.get(property)
    return isStoredValue(value) ? value : null
  }
  return [
    [null, stored('id')],
    [null, stored('version')],
    ...Object.entries(kind.fields).map(([property, field]): [Field, StoredValue] => [
      field,
      stored(property),
    ]),
  ]
}

const isNumber = (field: Field | null): boolean => field === null || field.column !== 'text'

/**
 * Text that a spreadsheet would run is given an apostrophe, and so is text that begins with one before such text: taking
 * one away again gives exactly what was there.
 */
const guarded = (value: string): string => (/^'*[=+\-@\t\r]/.test(value) ? `'${value}` : value)
const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

/** The records as CSV, which imports again without loss. */
export function recordsCsv<Shape extends Fields>(
  kind: Pick<RecordKind<string, Shape>, 'fields'>,
  records: readonly RecordOf<Shape>[],
): string {
  const cell = ([field, value]: [Field | null, StoredValue]): CsvValue => {
    if (value === null) return ''
    if (!isNumber(field)) return guarded(String(value))
    return field ? Number(field.write(value)) : value
  }
  return toCsv(
    columnsIn(kind),
    records.map((record) => cellsOf(kind, record).map(cell)),
  )
}

/** The records as a workbook: days are dates, and text stays text however much it looks like a number. */
export function recordsWorkbook<Shape extends Fields>(
  kind: Pick<RecordKind<string, Shape>, 'fields' | 'words'>,
  records: readonly RecordOf<Shape>[],
): Promise<Uint8Array> {
  const cell = ([field, value]: [Field | null, StoredValue]): string | number | Date | null => {
    if (value === null || value === '') return null
    if (field?.control === 'day') return new Date(`${value}T00:00:00Z`)
    if (field && isNumber(field)) return Number(field.write(value))
    return typeof value === 'string' ? cellWritable(value) : value
  }
  const formatOf = (field: Field): { width: number; numFmt?: string } => {
    if (field.control === 'day') return { width: 12, numFmt: 'dd/mm/yyyy' }
    return field.column === 'text' ? { width: 24, numFmt: '@' } : { width: 12 }
  }
  return writeXlsx({
    sheets: [
      {
        name: kind.words.title.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31),
        rows: [columnsIn(kind), ...records.map((record) => cellsOf(kind, record).map(cell))],
        columns: [{ width: 18 }, { width: 8 }, ...Object.values(kind.fields).map(formatOf)],
        freezePane: { rows: 1 },
      },
    ],
  })
}

const refuse = (message: string): Checked<never> => ({ ok: false, errors: { file: message } })
const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Reads a CSV or an Excel file, or says in a sentence why it cannot. */
export async function readFileTable(bytes: Uint8Array): Promise<Checked<FileTable>> {
  const table = isWorkbook(bytes) ? await workbookRows(bytes) : csvRows(bytes)
  if (table === null)
    return refuse(
      'This is not a CSV or an Excel file that we can read: save it as CSV (UTF-8) or .xlsx and try again',
    )
  const [head, ...body] = table
  const columns = (head ?? []).map((name) => name.trim())
  if (columns.every((name) => name === ''))
    return refuse('The first row must name the columns: start from a download')
  const rows = body
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) return refuse('The file has column names and nothing under them')
  return { ok: true, value: { columns, rows } }
}

function csvRows(bytes: Uint8Array): string[][] | null {
  try {
    return rowsOfCsv(bytes).map((cells) => cells.map((cell) => unguarded(cell).replaceAll('\r\n', '\n')))
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return null
  }
}

async function workbookRows(bytes: Uint8Array): Promise<string[][] | null> {
  try {
    const rows = await rowsOfWorkbook(bytes)
    return rows.map((cells) => cells.map((cell) => cell.replaceAll('\r\n', '\n')))
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return null
  }
}
