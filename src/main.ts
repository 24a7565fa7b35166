import { existsSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { councilClock, theCouncil, type Council } from './access/index.ts'
import { openSnapshotPool, type SnapshotPool } from './dataset/index.ts'
import { recoverLoads } from './loads/index.ts'
import { keepReported } from './performance/index.ts'
import { migrations } from './migrations.ts'
import type { Config } from './platform/config.ts'
import { realClock, type Clock } from './platform/day.ts'
import { standardLog, type Log } from './platform/log.ts'
import { migrate } from './platform/migrate.ts'
import { isPostgres, openRecords, type Records } from './platform/records.ts'

/** Everything opened: what the doors hand to the rooms. */
export interface Waymark {
  readonly config: Config
  readonly records: Records
  readonly pool: SnapshotPool
  readonly council: Council
  /** The council's: a demonstration stands still on its day. */
  readonly clock: Clock
  readonly realClock: Clock
  readonly log: Log
  readonly version: string
  readonly store: 'sqlite' | 'postgres'
  /** There was no records store here before. */
  readonly isNew: boolean
  /** The migrations that opening had to run. */
  readonly migrated: readonly string[]
  /** What became of loads that were cut short: a sentence each. */
  readonly recovered: readonly string[]
  /**
   * Keeps the figures of every snapshot that has come into use since the last time. Never throws: what could not be
   * kept now is logged, and kept the next time.
   */
  readonly keepReported: (council: string) => Promise<void>
  close(): Promise<void>
}

export const version = (
  JSON.parse(readFileSync(findPackageJSON(import.meta.url)!, 'utf8')) as { version: string }
).version

/** Opens the stores, brings the records up to date and clears away what a killed load left behind. */
export async function openWaymark(config: Config, log: Log = standardLog): Promise<Waymark> {
  const isNew = !isPostgres(config.records) && !existsSync(config.records)
  const records = openRecords(config.records)
  try {
    const migrated = await migrate(records, migrations)
    const council = await theCouncil(records)
    const clock = councilClock(council, realClock)
    const recovered = await recoverLoads({ records, dataDir: config.dataDir, clock })
    const pool = openSnapshotPool(config.dataDir, records)
    const keep = async (of: string) => {
      try {
        await keepReported({ records, pool, clock }, of)
      } catch (error) {
        log.error('the reported figures could not be kept', error)
      }
    }
    await keep(council.id)
    return {
      config,
      records,
      pool,
      council,
      clock,
      realClock,
      log,
      version,
      store: isPostgres(config.records) ? 'postgres' : 'sqlite',
      isNew,
      migrated,
      recovered,
      keepReported: keep,
      async close() {
        pool.close()
        await records.destroy()
      },
    }
  } catch (error) {
    await records.destroy()
    throw error
  }
}

/** Whether Waymark is up, and with what: the shape of `waymark health` and `GET /health`. */
export interface Health {
  status: 'up' | 'down'
  /** What does not answer; absent when everything does. */
  down?: string[]
  version: string
  records: 'sqlite' | 'postgres'
  latestSnapshot: string | null
}

/** Asks each store for something small. */
export async function health({ records, pool, council, store, version, log }: HealthDeps): Promise<Health> {
  const down: string[] = []
  const ask = async <T>(part: string, question: () => Promise<T>): Promise<T | null> => {
    try {
      return await question()
    } catch (error) {
      log.error(`health: ${part} is down`, error)
      down.push(part)
      return null
    }
  }
  await ask('records', () => records.selectFrom('council').select('id').limit(1).execute())
  const latest = await ask('snapshots', () => pool.current(council.id))
  const parts = { version, records: store, latestSnapshot: latest?.id ?? null }
  return down.length === 0 ? { status: 'up', ...parts } : { status: 'down', down, ...parts }
}

type HealthDeps = Pick<Waymark, 'records' | 'council' | 'store' | 'version' | 'log'> & {
  pool: Pick<SnapshotPool, 'current'>
}
