import { existsSync } from 'node:fs'
import { councilClock, getCouncil } from './access/index.ts'
import type { SnapshotPool } from './dataset/index.ts'
import type { Config } from './platform/config.ts'
import { realClock } from './platform/day.ts'
import { standardLog, type Log } from './platform/log.ts'
import { gatherMigrations, migrate } from './platform/migrate.ts'
import { isPostgres, openRecords } from './platform/records.ts'
import { askRooms, gather, type OpenHow, type Room, type Services } from './platform/room.ts'
import { version } from './platform/version.ts'
import { rooms as allRooms } from './rooms.ts'

/** An open Waymark: what the rooms are handed, and its closing. */
export interface Waymark extends Services {
  /** What was put right on opening, and what happened before and nobody has seen yet: a sentence each. */
  readonly recovered: readonly string[]
  close(): Promise<void>
}

/** Opens the stores, brings the records up to date and lets each room put right what it has to. */
export async function openWaymark(
  config: Config,
  log: Log = standardLog,
  rooms: readonly Room[] = allRooms,
  { glance }: Pick<OpenHow, 'glance'> = {},
): Promise<Waymark> {
  const isNew = !isPostgres(config.records) && !existsSync(config.records)
  const records = openRecords(config.records)
  try {
    const migrated = await migrate(records, gatherMigrations(rooms.map((room) => room.migrations)))
    const council = await getCouncil(records)
    const clock = councilClock(council, realClock)
    const pool = openedWhenAsked(async () => {
      const { openSnapshotPool } = await import('./dataset/index.ts')
      const { measuredRooms, withRecordCases } = await import('./measures/index.ts')
      const deps = { records, clock, log, rooms: measuredRooms(rooms) }
      return withRecordCases(openSnapshotPool(config.dataDir, records), deps)
    })
    const services: Services = {
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
      rooms,
      ask: askRooms(rooms, () => services),
    }
    const recovered: string[] = []
    for (const room of glance ? [] : rooms) recovered.push(...((await room.opened?.(services)) ?? []))
    const notices = (await gather(rooms, (room) => room.notices?.(services))).flat()
    return {
      ...services,
      recovered: [...new Set([...recovered, ...notices.map(({ sentence }) => sentence)])],
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

/** A pool whose code is loaded with the first snapshot: DuckDB costs as much to load as all that `waymark people` does. */
function openedWhenAsked(open: () => Promise<SnapshotPool>): SnapshotPool {
  let opened: Promise<SnapshotPool> | null = null
  const pool = () => (opened ??= open())
  return {
    current: async (council) => (await pool()).current(council),
    earlier: async (council) => (await pool()).earlier(council),
    byId: async (council, id) => (await pool()).byId(council, id),
    release: async (id) => await (await opened)?.release(id),
    close: () => void opened?.then((pool) => pool.close()),
  }
}
