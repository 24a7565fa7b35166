import { ANNEX_A_LISTS, type AcceptedRow, type FieldType, type ListSpec } from '../intake/index.ts'
import type { Build } from './build.ts'

/**
 * Annex A rows as they were accepted, in tables `annex_a_1` to `annex_a_11`: the columns of the list, then file, sheet
 * and row. Child-level. They stay in the snapshot, so that every figure can be traced to a row of a file.
 */
const SQL_TYPE: Record<FieldType, string> = {
  string: 'text',
  category: 'text',
  date: 'date',
  integer: 'integer',
  boolean: 'boolean',
}

export const stagingTable = (list: number): string => `annex_a_${list}`

/** Takes accepted rows in the order in which they come; `finish` must be awaited before anything reads them. */
export interface Staging {
  /** A promise that it answers with must be awaited before the next row. */
  accept(row: AcceptedRow): void | Promise<void>
  finish(): Promise<void>
}

/** The database takes one batch of rows while the next is being read. */
export async function openStaging(build: Build): Promise<Staging> {
  const batches = new Map<number, RowBatch>()
  for (const list of ANNEX_A_LISTS) {
    const columns = list.fields.map(({ key, type }) => `${key} ${SQL_TYPE[type]}`)
    await build.run(
      `create table ${stagingTable(list.number)} (${columns.join(', ')}, file text not null, sheet text, row_number integer not null)`,
    )
    batches.set(list.number, new RowBatch(list))
  }
  let underWay: Promise<void> = Promise.resolve()
  async function handOver(batch: Batch): Promise<void> {
    await underWay
    underWay = insert(build, batch)
    // What goes wrong is told to whoever waits for it next; until then it must not end the program.
    underWay.catch(() => {})
  }
  return {
    accept(row) {
      const waiting = batches.get(row.list)
      if (!waiting) throw new Error(`There is no Annex A list ${row.list}`)
      const full = waiting.hasRoomFor(row) ? null : waiting.takeAll()
      waiting.add(row)
      return full ? handOver(full) : undefined
    },
    async finish() {
      for (const waiting of batches.values()) await handOver(waiting.takeAll())
      await underWay
    },
  }
}

/** Between two values of a column. No value holds one: white space within a cell is read as one plain space. */
const APART = '\n'
const MOST_ROWS = 20_000

interface Batch {
  list: ListSpec
  rows: number
  /** The values of each column as one text, and the place. */
  parameters: Record<string, string>
}

/** Rows of one list, from one sheet of one file, column by column. */
class RowBatch {
  readonly #list: ListSpec
  readonly #columns: readonly { key: string; values: AcceptedRow['values'][string][] }[]
  readonly #rowNumbers: number[] = []
  #place = { file: '', sheet: '' }

  constructor(list: ListSpec) {
    this.#list = list
    this.#columns = list.fields.map(({ key }) => ({ key, values: [] }))
  }

  hasRoomFor({ file, sheet }: AcceptedRow): boolean {
    const rows = this.#rowNumbers.length
    return rows === 0 || (rows < MOST_ROWS && file === this.#place.file && sheet === this.#place.sheet)
  }

  add({ file, sheet, row, values }: AcceptedRow): void {
    if (this.#rowNumbers.length === 0) this.#place = { file, sheet }
    for (const column of this.#columns) column.values.push(values[column.key] ?? null)
    this.#rowNumbers.push(row)
  }

  takeAll(): Batch {
    const columns = [...this.#columns, { key: 'row_number', values: this.#rowNumbers }]
    const parameters = Object.fromEntries(columns.map(({ key, values }) => [key, values.join(APART)]))
    const rows = this.#rowNumbers.length
    for (const { values } of columns) values.length = 0
    return { list: this.#list, rows, parameters: { ...parameters, ...this.#place } }
  }
}

/** One text for each column, that the database parts again: a call for every cell would cost more than all of reading. */
async function insert(build: Build, { list, rows, parameters }: Batch): Promise<void> {
  if (rows === 0) return
  const columns = [...list.fields, { key: 'row_number', type: 'integer' as const }]
  const parted = columns.map(({ key }) => `unnest(string_split($${key}, chr(10))) as ${key}`)
  const typed = columns.map(({ key, type }) => `cast(nullif(${key}, '') as ${SQL_TYPE[type]}) as ${key}`)
  const { rowsChanged } = await build.connection.run(
    `insert into ${stagingTable(list.number)} by name
     select ${typed.join(', ')}, $file as file, $sheet as sheet
     from (select ${parted.join(', ')}) as parted`,
    parameters,
  )
  if (rowsChanged !== rows) throw new Error(`A value of list ${list.number} holds what parts values`)
}
