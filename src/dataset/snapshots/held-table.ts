import type { SnapshotRows } from './sealed.ts'

/** Whether a snapshot has a table: older ones do not have all. */
export async function holds(reader: SnapshotRows, table: string): Promise<boolean> {
  const found = await reader.all('select 1 as one from information_schema.tables where table_name = $table', {
    table,
  })
  return found.length > 0
}
