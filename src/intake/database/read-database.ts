import { createHash, type Hash } from 'node:crypto'
import type { FileReport } from '../intake-report.ts'
import { FileFault, type RawCell, type RawRow, type RawSheet } from '../reading/raw-sheet.ts'
import { ssd } from '../ssd/standard.ts'
import { tableNamed } from '../../standards/ssd/table-name.ts'
import { readFileTables } from '../tables/file-tables.ts'
import type { ReadContext } from '../tables/read-context.ts'
import { columnsOf } from '../tables/table-header.ts'
import { databaseName, type DatabaseAddress } from './database-address.ts'
import { databaseFault } from './database-fault.ts'
import { openPostgres } from './postgres-database.ts'
import { openSqlServer } from './sql-server-database.ts'
import type { DatabaseTable, SourceDatabase, TableWish } from './source-database.ts'

const OPEN = { postgres: openPostgres, 'sql-server': openSqlServer }

/**
 * Reads the tables of the Standard Safeguarding Dataset where a case system's database has them, each as if it were a
 * sheet of one file. Throws FileFault when there is no reading it.
 */
export async function readDatabase(
  address: DatabaseAddress,
  context: ReadContext,
  open: (address: DatabaseAddress) => Promise<SourceDatabase> = OPEN[address.kind],
): Promise<FileReport> {
  const file = databaseName(address)
  const database = await asked(address, 'it was opened', open(address))
  try {
    const tables = tablesToRead(
      await asked(address, 'its tables were looked for', database.tables()),
      address,
    )
    if (tables.some(({ mayWrite }) => mayWrite)) describeMayWrite(address, context)
    const content = { hash: createHash('sha256'), bytes: 0 }
    const reports: FileReport['tables'] = []
    for (const table of tables) {
      const sheet = sheetOf(address, database, table, content)
      reports.push(...(await readFileTables({ file, fileDay: null }, [sheet], [ssd], context)))
    }
    return { file, source: 'ssd', sha256: content.hash.digest('hex'), bytes: content.bytes, tables: reports }
  } finally {
    await database.close().catch(() => {})
  }
}

const asked = <Answer>(address: DatabaseAddress, doing: string, answer: Promise<Answer>): Promise<Answer> =>
  answer.catch((error: unknown) => {
    throw databaseFault(address, doing, error)
  })

/** The tables of one schema: the one that was named, or the only one that has any. */
function tablesToRead(tables: readonly DatabaseTable[], address: DatabaseAddress): DatabaseTable[] {
  const name = databaseName(address)
  const known = tables.filter((table) => tableNamed(table.name) !== null)
  const schemas = [...new Set(known.map(({ schema }) => schema))]
  const say = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)
  if (schemas.length === 0) {
    throw new FileFault(
      'database-without-tables',
      `${name} has no tables of the Standard Safeguarding Dataset (ssd_person and others) that ${address.user} may see`,
    )
  }
  const wanted = address.schema?.toLowerCase()
  const schema =
    wanted === undefined ? schemas[0]! : schemas.find((schema) => schema.toLowerCase() === wanted)
  if (schema === undefined) {
    throw new FileFault(
      'database-without-tables',
      `${name} has no tables of the Standard Safeguarding Dataset in the schema ${address.schema}; it has some in ${say(schemas)}`,
    )
  }
  if (wanted === undefined && schemas.length > 1) {
    throw new FileFault(
      'database-many-schemas',
      `${name} has tables of the Standard Safeguarding Dataset in the schemas ${say(schemas)}: add ?schema= and one of them to the address`,
    )
  }
  return known.filter((table) => table.schema === schema)
}

/** Only columns of the standard are asked for: names and addresses of children never leave the database. */
function wishFor(table: DatabaseTable): { wish: TableWish; others: string[] } {
  const spec = tableNamed(table.name)!
  const { columns: found } = columnsOf(
    spec,
    table.columns.map(({ name }) => name),
  )
  const columns = found.toSorted((a, b) => a.column - b.column)
  return {
    wish: {
      table,
      columns: columns.map(({ column }) => table.columns[column]!),
      key: columns.flatMap(({ field }, index) => (spec.naturalKey.includes(field.key) ? [index] : [])),
    },
    others: table.columns
      .map(({ name }) => name)
      .filter((_, index) => !columns.some(({ column }) => column === index)),
  }
}

function sheetOf(
  address: DatabaseAddress,
  database: SourceDatabase,
  table: DatabaseTable,
  content: { hash: Hash; bytes: number },
): RawSheet {
  const { wish, others } = wishFor(table)
  const names = wish.columns.map(({ name }) => name)
  async function* rows(): AsyncGenerator<RawRow[]> {
    // What is left out is named all the same, so that it can be said.
    yield [{ number: 1, cells: [...names, ...others] }]
    if (wish.columns.length === 0) return
    see(content, [table.name.toLowerCase(), ...names.map((name) => name.toLowerCase())])
    let number = 1
    try {
      for await (const some of database.rows(wish)) {
        yield some.map((cells) => {
          see(content, cells)
          return { number: ++number, cells }
        })
      }
    } catch (error) {
      throw databaseFault(address, `${table.name} was read`, error)
    }
  }
  return { name: table.name, inWorkbook: true, formulas: new Map(), rows: rows() }
}

function see(content: { hash: Hash; bytes: number }, cells: readonly RawCell[]): void {
  const line = `${JSON.stringify(cells)}\n`
  content.hash.update(line)
  content.bytes += Buffer.byteLength(line)
}

function describeMayWrite(address: DatabaseAddress, context: ReadContext): void {
  context.book.add({
    severity: 'note',
    code: 'database-may-write',
    file: databaseName(address),
    sheet: null,
    row: null,
    field: null,
    value: null,
    message: `${address.user} may change the tables of ${databaseName(address)}. Waymark only reads them; ask for a login that may do no more`,
  })
}
