import {
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBTimestampValue,
  DuckDBTypeId,
  type DuckDBConnection,
  type DuckDBMaterializedResult,
  type DuckDBPreparedStatement,
  type DuckDBValue,
} from '@duckdb/node-api'
import type { Cell } from './sealed.ts'

/**
 * The one place where DuckDB's values become ours. Its counts are BigInt and its dates objects (a UTC midnight, had
 * we asked for a Date); ours are numbers, `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM`. A whole number too large to be exact is our own fault.
 */
function toCell(value: DuckDBValue): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') {
    const number = Number(value)
    if (!Number.isSafeInteger(number)) throw new RangeError('A whole number from the dataset is too large')
    return number
  }
  if (value instanceof DuckDBDecimalValue) return value.toDouble()
  if (value instanceof DuckDBDateValue) return value.toString()
  if (value instanceof DuckDBTimestampValue) return value.toString().slice(0, MINUTE_LENGTH).replace(' ', 'T')
  throw new TypeError('A value from the dataset is of a kind that has no place in it')
}

const MINUTE_LENGTH = 'YYYY-MM-DD HH:MM'.length

/** Runs one statement of ours and reads all that it answers. Parameters are named: `$team`. */
export const rowsOf = async <Row>(
  connection: DuckDBConnection,
  sql: string,
  parameters?: Record<string, Cell>,
): Promise<Row[]> => rowsIn<Row>(await connection.run(sql, parameters))

/** Statements that a connection keeps prepared. Pages ask the same few dozen questions. */
const MAX_PREPARED = 100

/**
 * A connection to a file that never changes. Its statements stay prepared: each step less is one turn less in the queue
 * of a busy server.
 */
export function preparedConnection(connection: DuckDBConnection) {
  const prepared = new Map<string, DuckDBPreparedStatement>()

  async function statementOf(sql: string): Promise<DuckDBPreparedStatement> {
    const known = prepared.get(sql)
    if (known) return known
    if (prepared.size >= MAX_PREPARED) forget()
    const statement = await connection.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }

  function forget(): void {
    for (const statement of prepared.values()) statement.destroySync()
    prepared.clear()
  }

  return {
    /** One statement at a time. */
    async rowsOf<Row>(sql: string, parameters: Record<string, Cell> = {}): Promise<Row[]> {
      const statement = await statementOf(sql)
      statement.clearBindings()
      statement.bind(parameters)
      return rowsIn<Row>(await statement.run())
    },
    closeSync(): void {
      forget()
      connection.closeSync()
    },
  }
}

/** All rows. They are there already, so reading them waits for nothing. */
function rowsIn<Row>(result: DuckDBMaterializedResult): Row[] {
  const names = result.deduplicatedColumnNames()
  const types = names.map((_, index) => result.columnTypeId(index))
  const rows: Row[] = []
  const written: DaysWritten = new Map()
  for (let number = 0; number < result.chunkCount; number += 1) {
    const chunk = result.getChunk(number)
    // By columns: so each value is converted by a loop over one kind of value, which takes a fifth of the time.
    const columns = types.map((type, index) => cellsOf(chunk.getColumnValues(index), type, written))
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const cells: Record<string, Cell> = {}
      for (let index = 0; index < names.length; index += 1) cells[names[index]!] = columns[index]![row]!
      rows.push(cells as Row)
    }
  }
  return rows
}

/** Types whose values are ours already. */
const PLAIN: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.BOOLEAN,
  DuckDBTypeId.TINYINT,
  DuckDBTypeId.SMALLINT,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.FLOAT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.VARCHAR,
  DuckDBTypeId.ENUM,
])

/** Days as text by their number: the same days come again and again, and to write one takes longer than to look it up. */
type DaysWritten = Map<number, string>

function cellsOf(values: readonly DuckDBValue[], type: DuckDBTypeId, written: DaysWritten): readonly Cell[] {
  if (PLAIN.has(type)) return values as readonly Cell[]
  if (type !== DuckDBTypeId.DATE) return values.map((value) => toCell(value ?? null))
  return values.map((value) => {
    if (!(value instanceof DuckDBDateValue)) return null
    const day = written.get(value.days) ?? value.toString()
    written.set(value.days, day)
    return day
  })
}

/**
 * Nothing is fetched, nothing outside the database is read, and no statement can undo that. Without it an unknown
 * function makes DuckDB try to download an extension.
 */
export const LOCK_DOWN = `
  set autoinstall_known_extensions = false;
  set autoload_known_extensions = false;
  set allow_community_extensions = false;
  set enable_external_access = false;
  set lock_configuration = true;`
