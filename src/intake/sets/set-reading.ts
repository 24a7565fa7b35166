import { FileFault, type RegularCsv } from '../reading/raw-sheet.ts'
import { pastFields, type ColumnDays } from '../tables/column-days.ts'
import type { RowRegister } from '../tables/row-register.ts'
import type { SheetOpening } from '../tables/sheet-opening.ts'
import type { TableColumn, TableHeader } from '../tables/table-header.ts'
import { UNREAD_SPELLING } from '../values/field-value.ts'
import { TableReader, type TablePlace } from '../tables/table-reader.ts'
import type { ReadContext, SetReader } from '../tables/read-context.ts'
import { fieldOf, keysOf, type TableSpec } from '../../standards/table.ts'
import type { Day } from '../../platform/day.ts'
import { cellsOf, CSV_TEXT, readText } from './csv-text.ts'
import { registerRows, type ReadBySets } from './earlier-rows.ts'
import {
  CSV_FLAG,
  FLAG_COLUMNS,
  judgeColumn,
  judgeOf,
  type ColumnFinding,
  type JudgedColumn,
} from './judged-column.ts'
import { CSV_KEY } from './natural-key.ts'
import { CSV_ROW, findRowsToRead } from './rows-to-read.ts'
import { literal, type SetStore } from './set-store.ts'
import { ValueMaps } from './value-map.ts'

/** What is to be read, and what it reports to. */
interface Reading {
  header: TableHeader
  place: TablePlace
  csv: RegularCsv
  /** Its number, from 1, and its cells. */
  headerRow: number
  width: number
  register: RowRegister
  context: ReadContext
}

/** Statements cost the same for a small file as for a large one: below this it is read row by row in less time. */
const MIN_BYTES = 400_000

/** Where more of the rows than this are to be read one by one, all of them are. */
const MAX_SHARE_READ = 0.4

/** Rows that are put in order at once, so that they fit in memory. */
const ROWS_IN_ORDER = 100_000

/** Rows of which the cells are fetched at once. */
const ROWS_AT_ONCE = 20_000

/**
 * Reads regular CSV files by sets: DuckDB reads the text, each different value of a column is judged once, and only rows
 * about which a rule may say something are read one by one, in order. What is told and kept is what reading every row
 * would tell and keep. Child-level.
 */
export class SetReading implements SetReader {
  readonly #store: SetStore
  readonly #minBytes: number
  readonly #maps: ValueMaps
  readonly #files = new Map<TableSpec, ReadBySets[]>()

  constructor(store: SetStore, minBytes = MIN_BYTES) {
    this.#store = store
    this.#minBytes = minBytes
    this.#maps = new ValueMaps(store)
  }

  async registerAll(table: TableSpec, register: RowRegister): Promise<void> {
    for (const file of this.#files.get(table) ?? []) await registerRows(this.#store, file, register, 'all')
    this.#files.delete(table)
  }

  async read(
    { header, headerRow }: SheetOpening,
    place: TablePlace,
    csv: RegularCsv | undefined,
    context: ReadContext,
  ): Promise<TableReader | null> {
    if (!csv || !header || !headerRow || csv.bytes < this.#minBytes || !hasKeys(header)) return null
    // Whose rows they are has to be looked at in each.
    if (header.authority !== null) return null
    const width = headerRow.cells.length
    const register = context.registerOf(header.table)
    const reading = { header, place, csv, headerRow: headerRow.number, width, register, context }
    context.onProgress(0)
    const isText = await readText(this.#store, csv, headerRow.number, width)
    // Rows are looked up in the maps: never the other way round, nor one map in another.
    await this.#store.run(`set disabled_optimizers = 'join_order,build_side_probe_side'`)
    try {
      const reader = isText ? await this.#readRows(reading) : null
      await this.#clear()
      return reader
    } catch (error) {
      // Of a file that has changed: others are still read, so that what is wrong with them is told too.
      if (error instanceof FileFault) await this.#clear()
      throw error
    }
  }

  async #clear(): Promise<void> {
    await this.#store.run('reset disabled_optimizers')
    await this.#maps.dropOwn()
    for (const table of [CSV_TEXT, CSV_FLAG, CSV_KEY, CSV_ROW, CSV_DROPPED])
      await this.#store.run(`drop table if exists temp.${table}`)
    // What is dropped takes memory until then, and rows have their numbers in the table from then on.
    await this.#store.commit()
  }

  async #readRows(reading: Reading): Promise<TableReader | null> {
    const { header, place, csv, headerRow, register, context } = reading
    const store = this.#store
    const kept = await store.tableOf(header.table.table)
    const columns: JudgedColumn[] = []
    for (const column of header.columns) {
      context.onProgress(0)
      columns.push(await judgeColumn(store, header, column, this.#maps.of(column.field), context.spellings))
    }
    await store.fill(
      CSV_FLAG,
      FLAG_COLUMNS,
      columns.flatMap(({ flags }) => flags),
    )
    const all = csv.records - headerRow
    const toRead = await findRowsToRead(store, header, columns, kept)
    if (toRead > all * MAX_SHARE_READ + ROWS_OF_SMALL_FILE) return null
    await csv.confirm()
    const earlier = this.#files.get(header.table) ?? []
    if (toRead > 0) for (const file of earlier) await registerRows(store, file, register, 'alike')
    const { reader, dropped, registered } = await this.#readOneByOne(reading, columns, toRead)
    reader.accepted += all - toRead
    seeUnread(columns, header.table, context)
    const [before] = await store.all<{ rows: number }>(`select count(*) as rows from ${kept}`)
    const from = before!.rows
    await this.#keep(reading, columns, kept, dropped)
    const to = from + reader.accepted
    this.#files.set(header.table, [...earlier, { header, place, kept, from, to, registered }])
    context.seeDays(header.table.table, place, await this.#daysOf(header, kept, from))
    return reader
  }

  /** The rows of `CSV_ROW` through the row reader; what else was found in the other rows is counted. */
  async #readOneByOne(
    { header, place, headerRow, width, context }: Reading,
    columns: readonly JudgedColumn[],
    toRead: number,
  ) {
    const reader = new TableReader(header, place, context, width)
    const left = new Findings(columns.flatMap(({ findings }) => findings))
    const judges = header.columns.map((column) => ({
      column,
      judge: judgeOf(header, column, context.spellings),
    }))
    const dropped: number[] = []
    const registered = new Set<number>()
    for (let done = 0; done < toRead; done += ROWS_AT_ONCE) {
      const some = `select row from ${CSV_ROW} order by row limit ${ROWS_AT_ONCE} offset ${done}`
      for (const { row, cells } of await cellsOf(this.#store, width, `rowid in (${some})`)) {
        const accepted = reader.read({ number: row + headerRow + 1, cells })
        for (const { column, judge } of judges) {
          const text = cells[column.column]!
          const { code } = judge(text)
          left.take(column.field.name, code)
          if (code === UNREAD_SPELLING) takeUnread(columns, column, text)
        }
        if (accepted) registered.add(accepted.row)
        else dropped.push(row)
        if (accepted?.partlyKnown) this.#store.keepPartlyKnown(accepted)
      }
      context.onProgress(0)
    }
    const { file, sheet } = place
    for (const { field, code, rows } of left.all()) context.book.addMore({ code, file, sheet, field }, rows)
    return { reader, dropped, registered }
  }

  /** Every row but those that were set aside or are no data, in the file's order. */
  async #keep(
    { header: { table }, place, csv, headerRow, context }: Reading,
    columns: readonly JudgedColumn[],
    kept: string,
    dropped: readonly number[],
  ): Promise<void> {
    const store = this.#store
    if (dropped.length > 0)
      await store.fill(
        CSV_DROPPED,
        { row: 'integer' },
        dropped.map((row) => [row]),
      )
    const all = csv.records - headerRow
    const byKey = new Map(columns.map((column) => [column.column.field.key, column.sql]))
    const values = table.fields.map(({ key }) => byKey.get(key) ?? 'null')
    const joins = columns.map(({ join }) => join).join(' ')
    const others = dropped.length > 0 ? `and t.rowid not in (select row from ${CSV_DROPPED})` : ''
    for (let from = 0; from < all; from += ROWS_IN_ORDER) {
      // A join may hand on two rows in another order: where their texts have like hashes, or one has no partner.
      await store.run(
        `insert into ${kept} select ${values.join(', ')}, ${literal(place.file)}, ${literal(place.sheet)},
           t.rowid + ${headerRow + 1}
         from ${CSV_TEXT} as t ${joins} where t.rowid >= ${from} and t.rowid < ${from + ROWS_IN_ORDER} ${others}
         order by t.rowid`,
      )
      context.onProgress(Math.min(ROWS_IN_ORDER, all - from))
    }
  }

  async #daysOf({ table, columns }: TableHeader, kept: string, from: number): Promise<ColumnDays[]> {
    const days: ColumnDays[] = []
    for (const { key, name } of pastFields(table)) {
      if (!columns.some(({ field }) => field.key === key)) continue
      const seen = await this.#store.all<{ day: Day; count: number; row: number }>(
        `select cast("${key}" as date) as day, count(*) as count, min(row_number) as row
         from ${kept} where rowid >= ${from} and "${key}" is not null group by 1`,
      )
      days.push({ field: name, days: seen })
    }
    return days
  }
}

function seeUnread(
  columns: readonly JudgedColumn[],
  { table }: TableSpec,
  { spellings }: Pick<ReadContext, 'spellings'>,
): void {
  for (const { column, unread } of columns) {
    const { codeSet, name: field } = column.field
    for (const { text, count } of codeSet ? unread : [])
      if (count > 0) spellings.seeUnread({ codeSet: codeSet!, table, field, text, count })
  }
}

/** The row reader counts what it reads itself. */
function takeUnread(columns: readonly JudgedColumn[], column: TableColumn, text: string): void {
  const known = columns.find((judged) => judged.column === column)?.unread.find((own) => own.text === text)
  if (known) known.count -= 1
}

/** A share says nothing of a few rows. */
const ROWS_OF_SMALL_FILE = 200

const CSV_DROPPED = 'csv_dropped'

/** Rows are about someone, and their keys are all there: otherwise each of them would be read. */
const hasKeys = ({ table, columns }: TableHeader): boolean =>
  table.subject !== null &&
  keysOf(table).every((key) => columns.some(({ field }) => field === fieldOf(table, key)))

/** What was found in a file by column and code, less what the row reader tells itself. */
class Findings {
  readonly #rows = new Map<string, ColumnFinding>()

  constructor(findings: readonly ColumnFinding[]) {
    for (const finding of findings) this.#rows.set(`${finding.field}\n${finding.code}`, { ...finding })
  }

  take(field: string, code: string | null): void {
    const finding = code === null ? undefined : this.#rows.get(`${field}\n${code}`)
    if (finding) finding.rows -= 1
  }

  all(): ColumnFinding[] {
    return [...this.#rows.values()].filter(({ rows }) => rows > 0)
  }
}
