import type { DuckDBConnection } from '@duckdb/node-api'
import { addMonths, monthOf, type Day, type Month } from '../../platform/day.ts'
import { FROM_KEPT_FILE } from '../../standards/capture/template-rows.ts'
import { describeTable } from '../building/table-words.ts'
import { rowsOf } from './duckdb.ts'
import { changesIn, withBoth, type ChangesSince, type FilePair } from './snapshot-changes.ts'

/** A table of the dataset with far fewer rows than before; `now` is 0 where all of them would go. */
export interface TableLoss {
  table: string
  name: string
  before: number
  now: number
  /** The day that its rows are as at. */
  asAt: Day | null
}

/** What would no longer be there if a load were put in use in place of a snapshot. */
export interface SnapshotLosses {
  /** The snapshot in use. */
  before: string
  tables: TableLoss[]
  rows: { before: number; now: number }
  /** Months that are reported on now and would not be; those that are over six years old go by themselves. */
  months: Month[]
  /** Measures of which some series can be told now, and none could. */
  measures: string[]
}

/** Of a table that shrinks to less than this share something is missing. */
const SHARE_KEPT = 0.5
const MONTHS_KEPT = 72

/**
 * Null when nothing would go, and when the newer file is as at an earlier day: it is not put in use. Rows kept in Waymark
 * are not counted: they come in with each load, and make up for none that a file brought.
 */
async function lossesIn(connection: DuckDBConnection, before: string): Promise<SnapshotLosses | null> {
  const all = <Row>(sql: string) => rowsOf<Row & Record<string, never>>(connection, sql) as Promise<Row[]>
  const [days] = await all<{ before: Day; now: Day }>(
    `select (select max(as_at) from before_snapshot.extract) as before, (select max(as_at) from now_snapshot.extract) as now`,
  )
  if (!days || days.now < days.before) return null
  const held = await all<{ table: string; asAt: Day }>(
    `select s.table_name as "table", s.as_at as "asAt" from before_snapshot.table_source s
     where s.place = 1 and s.table_name <> 'person'
         and exists (select 1 from duckdb_tables() t where t.database_name = 'now_snapshot' and t.table_name = s.table_name)
     order by 1`,
  )
  if (held.length === 0) return null
  const counts = await all<{ before: number; now: number }>(
    held
      .map(
        ({ table }, place) =>
          `select ${place} as place, (select count(*) from before_snapshot.${table} where not ${FROM_KEPT_FILE}) as before,
               (select count(*) from now_snapshot.${table} where not ${FROM_KEPT_FILE}) as now`,
      )
      .join(' union all ') + ' order by place',
  )
  const tables = held.flatMap(({ table, asAt }, place): TableLoss[] => {
    const { before, now } = counts[place]!
    return before > 0 && now < before * SHARE_KEPT
      ? [{ table, name: describeTable(table), before, now, asAt }]
      : []
  })
  const oldest = monthOf(addMonths(days.now, 1 - MONTHS_KEPT))
  const months = await all<{ month: Month }>(
    `select month from before_snapshot.reporting_month where month >= '${oldest}'
     except select month from now_snapshot.reporting_month order by 1`,
  )
  const measures = await all<{ measure: string }>(
    `select measure from before_snapshot.measure_available group by 1 having bool_or(available)
     intersect select measure from now_snapshot.measure_available group by 1 having not bool_or(available) order by 1`,
  )
  if (tables.length + months.length + measures.length === 0) return null
  return {
    before,
    tables,
    rows: {
      before: counts.reduce((sum, { before }) => sum + before, 0),
      now: counts.reduce((sum, { now }) => sum + now, 0),
    },
    months: months.map(({ month }) => month),
    measures: measures.map(({ measure }) => measure),
  }
}

/** What the newer of two files changes of the older, which is the snapshot `before`, and what would go with it. */
export const compareFiles = (
  before: string,
  files: FilePair,
): Promise<{ changes: ChangesSince; losses: SnapshotLosses | null }> =>
  withBoth(files, async (connection) => ({
    changes: { before, tables: await changesIn(connection) },
    losses: await lossesIn(connection, before),
  }))
