import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { openWaymark, type Waymark } from '../main.ts'
import { readConfig, type Config } from '../platform/config.ts'
import { silentLog } from '../platform/log.ts'

/**
 * Opens Waymark, does the work, which answers the exit code, and closes it, whatever happened. With `traceless`, work
 * that does not answer 0 leaves an untouched data folder untouched: the records store that opening made goes again.
 */
export type Open = (work: (waymark: Waymark) => Promise<number>, how?: { traceless: true }) => Promise<void>

/** An `Open` for the data folder that the command line named; the exit code goes to `leave`. */
export function opener(said: () => { data?: string | undefined }, leave: (exitCode: number) => void): Open {
  return async (work, how) => {
    const config = readConfig(said())
    const hadFolder = existsSync(config.dataDir)
    const waymark = await openWaymark(config, silentLog)
    let exitCode: number | null = null
    try {
      exitCode = await work(waymark)
      leave(exitCode)
    } finally {
      await waymark.close()
      if (how?.traceless && waymark.isNew && exitCode !== 0) await undo(config, hadFolder)
    }
  }
}

async function undo({ records, dataDir }: Config, hadFolder: boolean): Promise<void> {
  for (const file of [records, `${records}-wal`, `${records}-shm`]) await rm(file, { force: true })
  if (!hadFolder) await rm(dataDir, { recursive: true, force: true })
}
