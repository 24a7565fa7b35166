import type { SnapshotPool } from '../dataset/index.ts'
import type { Clock, Day } from '../platform/day.ts'
import type { Log } from '../platform/log.ts'
import type { Records } from '../platform/records.ts'
import type { Services } from '../platform/room.ts'
import type { TemplateRows } from '../standards/capture/template-rows.ts'
import type { sealInProcess } from './seal-process.ts'

/** What bringing files in rests on. `clock` is the council's. */
export interface LoadDeps {
  records: Records
  dataDir: string
  clock: Clock
  /** Figures are reported from it when a snapshot comes into use. */
  pool: Pick<SnapshotPool, 'byId'>
  log: Log
  /** How a snapshot is built: in a process of its own when nothing is said. */
  seal?: typeof sealInProcess | undefined
  /** What is kept in Waymark as at a day; nothing when it is left out. */
  templateRows?: ((council: string, asAt: Day) => Promise<readonly TemplateRows[]>) | undefined
}

/** Of an open Waymark. */
export const loadDeps = ({
  records,
  clock,
  pool,
  log,
  config,
  ask,
}: Services): LoadDeps & { pool: SnapshotPool } => ({
  records,
  clock,
  pool,
  log,
  dataDir: config.dataDir,
  templateRows: (council, asAt) => ask('templateRows', council, asAt),
})
