import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { openWaymark, type Waymark } from '../main.ts'
import { readConfig, type Config } from '../platform/config.ts'
import { silentLog } from '../platform/log.ts'

/**
 * Opens Waymark, does the work, which answers the exit code, and closes it, whatever happened. `traceless` work leaves
 * an untouched data folder untouched: the records store that opening made goes again, always or unless the work
 * answers 0.
 */
export type Open = (
  work: (waymark: Waymark) => Promise<number>,
  how?: { traceless: 'always' | 'unless-done' },
) => Promise<void>

/** An `Open` for the data folder that the command line named; the exit code goes to `leave`. */
export function opener(said: () => { data?: string | undefined }, leave: (exitCode: number) => void): Open {
  return async (work, how) => {
    const config = readConfig(said())
    const hadFolder = existsSync(config.dataDir)
    const waymark = await openWaymark(config, silentLog)
    let exitCode: number | null = null
    try {
      exitCode = await work(waymark)
      await waymark.keepReported(waymark.council.id)
      leave(exitCode)
    } finally {
      await waymark.close()
      const leavesNothing = how?.traceless === 'always' || (how?.traceless && exitCode !== 0)
      if (leavesNothing && waymark.isNew) await removeTraces(config, hadFolder)
    }
  }
}

/** Takes away the records store that opening made, and the data folder unless it was there before. */
export async function removeTraces({ records, dataDir }: Config, hadFolder: boolean): Promise<void> {
  for (const file of [records, `${records}-wal`, `${records}-shm`]) await rm(file, { force: true })
  if (!hadFolder) await rm(dataDir, { recursive: true, force: true })
}
