import { existsSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { councilClock, getCouncil } from './access/index.ts'
import { openSnapshotPool } from './dataset/index.ts'
import { measuredRooms, withRecordCases } from './measures/index.ts'
import type { Config } from './platform/config.ts'
import { realClock } from './platform/day.ts'
import { standardLog, type Log } from './platform/log.ts'
import { gatherMigrations, migrate } from './platform/migrate.ts'
import { isPostgres, openRecords } from './platform/records.ts'
import { askRooms, type Room, type Services } from './platform/room.ts'
import { rooms as allRooms } from './rooms.ts'

/** An open Waymark: what the rooms are handed, and its closing. */
export interface Waymark extends Services {
  /** What was put right on opening, such as loads that were cut short: a sentence each. */
  readonly recovered: readonly string[]
  close(): Promise<void>
}

export const version = (
  JSON.parse(readFileSync(findPackageJSON(import.meta.url)!, 'utf8')) as { version: string }
).version

/** Opens the stores, brings the records up to date and lets each room put right what it has to. */
export async function openWaymark(
  config: Config,
  log: Log = standardLog,
  rooms: readonly Room[] = allRooms,
): Promise<Waymark> {
  const isNew = !isPostgres(config.records) && !existsSync(config.records)
  const records = openRecords(config.records)
  try {
    const migrated = await migrate(records, gatherMigrations(rooms.map((room) => room.migrations)))
    const council = await getCouncil(records)
    const clock = councilClock(council, realClock)
    const pool = withRecordCases(openSnapshotPool(config.dataDir, records), {
      records,
      clock,
      log,
      rooms: measuredRooms(rooms),
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
    for (const room of rooms) recovered.push(...((await room.opened?.(services)) ?? []))
    return {
      ...services,
      recovered,
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
