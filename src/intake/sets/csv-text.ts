import { resolve } from 'node:path'
import type { RegularCsv } from '../reading/raw-sheet.ts'
import { literal, type SetStore } from './set-store.ts'

/** The rows under the headers as text: `c0`, `c1` and so on, null where a cell is empty. `rowid` counts from 0, in the file's order. */
export const CSV_TEXT = 'csv_text'

/** A file name with these is a pattern to DuckDB. */
const PATTERN = /[*?[\]{}]/

/** More columns than any table has. */
const MAX_WIDTH = 500

/**
 * Reads the file into `CSV_TEXT`. False when DuckDB does not find the records that the file has, each with as many cells
 * as there are headers.
 */
export async function readText(
  store: SetStore,
  { path, form, records }: RegularCsv,
  headerRow: number,
  width: number,
): Promise<boolean> {
  const whole = resolve(path)
  if (PATTERN.test(whole) || width > MAX_WIDTH) return false
  const columns = Array.from({ length: width }, (_, index) => `c${index}: 'VARCHAR'`)
  const isRead = await store.attempt(
    `create or replace temp table ${CSV_TEXT} as select * from read_csv(${literal(whole)},
       auto_detect = false, header = false, all_varchar = true, strict_mode = true, null_padding = false,
       encoding = 'utf-8', compression = 'none', hive_partitioning = false, filename = false,
       delim = ${literal(form.delimiter)}, quote = '"', escape = '"',
       skip = ${headerRow}, max_line_size = 1048576, columns = {${columns.join(', ')}})`,
  )
  if (!isRead) return false
  const [counted] = await store.all<{ rows: number }>(`select count(*) as rows from ${CSV_TEXT}`)
  return counted!.rows === records - headerRow
}

/** The cells of some rows, each as many as `width`; `row` is that of `rowid`. */
export async function cellsOf(
  store: SetStore,
  width: number,
  condition: string,
): Promise<{ row: number; cells: string[] }[]> {
  const names = Array.from({ length: width }, (_, index) => `c${index}`)
  const rows = await store.all<Record<string, string | number | null>>(
    `select rowid as row, ${names.join(', ')} from ${CSV_TEXT} where ${condition} order by rowid`,
  )
  return rows.map((row) => ({
    row: Number(row['row']),
    cells: names.map((name) => (row[name] as string | null) ?? ''),
  }))
}
