import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { FileFault, knowFile, sheetsOf } from '../../intake/index.ts'
import { Refused } from '../../platform/errors.ts'

/** A cell as text; null when it is empty. */
export type Text = string | null

/** Rows of a table as text, some at a time, the headings among them. */
export type TextRows = AsyncIterable<readonly (readonly Text[])[]>

/** A file's tables: a workbook has one for each sheet, a CSV or Parquet file one. */
export async function tablesOf(path: string): Promise<TextRows[]> {
  const file = basename(path)
  if (await isParquet(path)) return [parquetRows(path)]
  const arrived = { path, file, named: true, fault: null }
  try {
    const sheets = await sheetsOf(arrived, await knowFile(arrived))
    return sheets.map(({ rows }) => sheetRows(rows))
  } catch (error) {
    throw error instanceof FileFault ? new Refused(error.message) : error
  }
}

async function isParquet(path: string): Promise<boolean> {
  await using handle = await open(path)
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
  return buffer.toString('latin1') === 'PAR1'
}

type SheetRows = Awaited<ReturnType<typeof sheetsOf>>[number]['rows']

async function* sheetRows(pieces: SheetRows): TextRows {
  for await (const rows of pieces) {
    yield [...rows].map(({ cells }) =>
      cells.map((cell) =>
        cell === null || cell === '' ? null : typeof cell === 'object' ? cell.day : String(cell).trim(),
      ),
    )
  }
}

/** The file's columns as its first row, then its rows. DuckDB reads this one file and nothing else, and fetches nothing. */
async function* parquetRows(path: string): TextRows {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: '1GB',
    threads: '2',
  })
  const connection = await instance.connect()
  try {
    const rows = await connection.stream('select columns(*)::varchar from read_parquet($path)', { path })
    yield [rows.columnNames()]
    for (let chunk = await rows.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await rows.fetchChunk()) {
      yield chunk.getRows() as Text[][]
    }
  } catch (error) {
    throw new Refused(`${basename(path)} is damaged and cannot be read: download it again`, { cause: error })
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** A heading without what differs between editions: "LA Number" and "la_number" are one. */
export const headingKey = (heading: Text): string => (heading ?? '').toLowerCase().replace(/[^a-z0-9]/g, '')

/** A whole number however it is written, "301" or "301.0"; null for anything else. */
export const wholeNumber = (text: Text): string | null => /^(\d+)(?:\.0+)?$/.exec(text ?? '')?.[1] ?? null

/** The index of each column of a table, by the heading's key. The first of two headings alike wins. */
export type Columns = ReadonlyMap<string, number>

/** The cell of a row under a heading. */
export const cellOf = (row: readonly Text[], columns: Columns, heading: string): Text =>
  row[columns.get(headingKey(heading)) ?? -1] ?? null

/** The region of an authority in words; "NA" where there is none. */
export const regionName = (text: Text): string | null => (text === null || text === 'NA' ? null : text)
