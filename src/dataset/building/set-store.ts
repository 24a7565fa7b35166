import type { SetStore } from '../../intake/index.ts'
import type { Build } from './build.ts'
import { appendCell, SQL_TYPE, type Staging } from './staging.ts'

/** Staging's tables, for statements that write many rows at once. */
export function setStore(build: Build, staging: Staging): SetStore {
  const commit = async (): Promise<void> => {
    staging.flush()
    await build.commit()
  }
  return {
    run: (sql) => build.run(sql),
    all: (sql) => build.all(sql),
    commit,
    async attempt(sql) {
      // A statement that fails takes its whole transaction with it.
      await commit()
      try {
        await build.run(sql)
        // Until then the rows of a new table have numbers of another kind.
        await build.commit()
        return true
      } catch {
        await build.run('rollback')
        await build.run('begin transaction')
        return false
      }
    },
    tableOf: (table) => staging.tableOf(table),
    async fill(name, columns, rows) {
      const types = Object.values(columns)
      const declared = Object.entries(columns).map(([column, type]) => `"${column}" ${SQL_TYPE[type]}`)
      await build.run(`create temp table if not exists ${name} (${declared.join(', ')})`)
      const appender = await build.connection.createAppender(name, 'main', 'temp')
      for (const row of rows) {
        types.forEach((type, index) => appendCell(appender, type, row[index] ?? null))
        appender.endRow()
      }
      appender.closeSync()
    },
    keepPartlyKnown: (row) => staging.keepPartlyKnown(row),
  }
}
