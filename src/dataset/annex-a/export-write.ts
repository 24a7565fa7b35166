import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { annexAList } from '../../standards/annex-a/lists.ts'
import {
  cellWriter,
  listTitle,
  type BookCell,
  type BookFront,
  type BookList,
  type ExportFormat,
} from './export-book.ts'
import { odsOf } from './export-ods.ts'
import { xlsxOf } from './export-xlsx.ts'
import { stagingTable } from '../building/staging.ts'
import { LOCK_DOWN, rowsOf } from '../snapshots/duckdb.ts'
import type { Cell } from '../snapshots/sealed.ts'

/** What the child process that writes a workbook is asked. */
export interface ExportRequest {
  /** The sealed file. */
  file: string
  format: ExportFormat
  front: BookFront
  /** The lists that a file carried, and the keys of their columns that one did. */
  lists: readonly { number: number; columns: readonly string[] }[]
}

/** The accepted rows of a snapshot as a workbook. Child-level. */
export async function writeAnnexA({ file, format, front, lists }: ExportRequest): Promise<Uint8Array> {
  const instance = await DuckDBInstance.create(file, {
    access_mode: 'READ_ONLY',
    threads: '2',
    memory_limit: '384MB',
  })
  const connection = await instance.connect()
  const read: BookList[] = []
  try {
    await connection.run(LOCK_DOWN)
    for (const { number, columns } of lists) read.push(await readList(connection, front, number, columns))
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
  return format === 'xlsx' ? await xlsxOf(front, read) : odsOf(front, read)
}

/** Read at once. A row as the database answers it takes far more room than its cells do. */
const BATCH = 20_000

/** In the order in which they were accepted: of two rows that tell of one event the first counts. */
async function readList(
  connection: DuckDBConnection,
  front: BookFront,
  number: number,
  columns: readonly string[],
): Promise<BookList> {
  const list = annexAList(number)
  const fields = list.fields.filter(({ key }) => columns.includes(key))
  const writers = fields.map((field) => ({ key: field.key, write: cellWriter(field) }))
  const rows: BookCell[][] = []
  let batch: Record<string, Cell>[]
  do {
    batch = await rowsOf(
      connection,
      `select ${columns.join(', ')} from ${stagingTable(list.table)}
       where rowid >= $from and rowid < $to order by rowid`,
      { from: rows.length, to: rows.length + BATCH },
    )
    rows.push(...batch.map((row) => writers.map(({ key, write }) => write(row[key] ?? null))))
  } while (batch.length === BATCH)
  return { list, fields, title: listTitle(list, front), rows }
}
