import type { SsdTable } from './ssd-table.ts'
import { SSD_TABLES } from './tables.ts'

const byName = new Map(SSD_TABLES.map((table) => [table.databaseName, table]))

/** The table that a sheet, a file or a database's table is by its name: `ssd_person`, `SSD_PERSON`, `dbo.ssd_person`. */
export const tableNamed = (name: string): SsdTable | null =>
  byName.get(/(?:^|\.)(ssd_[a-z0-9_]+)$/.exec(name.trim().toLowerCase())?.[1] ?? '') ?? null
