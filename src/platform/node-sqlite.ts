import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

interface VersionedDatabase extends SqliteDatabase {
  /** Another one after every write, by this program or another, to a table that is counted. */
  version(): string
}

/** Prepared statements that are kept: pages ask the same few hundred questions, and to prepare one costs more than to run it. */
const MAX_STATEMENTS = 500

const WRITES = /^\s*(?:insert(?:\s+or\s+\w+)?\s+into|update|delete\s+from|replace\s+into)\s+"?(\w+)"?/i
const READS_OR_BEGINS = /^\s*(?:select|begin|commit)\b/i

/** What running a statement may change: a table, everything (`*`), or nothing. */
const changedBy = (sql: string): string | null =>
  WRITES.exec(sql)?.[1]?.toLowerCase() ?? (READS_OR_BEGINS.test(sql) ? null : '*')

/** Kysely speaks better-sqlite3's shape; Node's own SQLite differs in three small ways. */
export function nodeSqlite(file: string, uncounted: ReadonlySet<string>): VersionedDatabase {
  const database = new DatabaseSync(file, { timeout: 5000 })
  database.exec('pragma journal_mode=WAL; pragma synchronous=FULL; pragma foreign_keys=ON')
  const byOthers = database.prepare('pragma data_version')
  const bind = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  const statements = new Map<string, SqliteStatement>()
  let writes = 0

  function prepare(sql: string): SqliteStatement {
    const statement = database.prepare(sql)
    const changed = changedBy(sql)
    const note = () => {
      if (changed === null || uncounted.has(changed)) return
      writes += 1
      // A table may have another shape now.
      if (changed === '*') statements.clear()
    }
    return {
      reader: statement.columns().length > 0,
      all(parameters) {
        note()
        return statement.all(...bind(parameters)).map((row) => ({ ...row }))
      },
      run(parameters) {
        note()
        return statement.run(...bind(parameters))
      },
      iterate(parameters) {
        note()
        return database.prepare(sql).iterate(...bind(parameters))
      },
    }
  }

  return {
    close: () => database.close(),
    prepare(sql) {
      const known = statements.get(sql)
      if (known) return known
      if (statements.size >= MAX_STATEMENTS) statements.clear()
      const statement = prepare(sql)
      statements.set(sql, statement)
      return statement
    },
    version: () => `${Number(byOthers.get()!['data_version'])}.${writes}`,
  }
}
