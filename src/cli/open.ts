import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Open, Room } from '../platform/room.ts'
import { readConfig, type Config } from '../platform/config.ts'
import { silentLog } from '../platform/log.ts'

/**
 * An `Open` for the data folder that the command line named; the exit code goes to `leave`, and what was put right on
 * opening to `say`.
 */
export function opener(
  rooms: readonly Room[],
  options: () => { data?: string | undefined },
  leave: (exitCode: number) => void,
  say: (sentence: string) => void = () => {},
): Open {
  return async (work, how) => {
    const config = readConfig(options())
    const hadFolder = existsSync(config.dataDir)
    const { openWaymark } = await import('../main.ts')
    const waymark = await openWaymark(config, silentLog, rooms, how)
    for (const sentence of waymark.recovered) say(sentence)
    let exitCode: number | null = null
    try {
      exitCode = await work(waymark)
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
