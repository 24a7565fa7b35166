import { openWaymark, type Waymark } from '../main.ts'
import { readConfig, type Config } from '../platform/config.ts'
import { silentLog } from '../platform/log.ts'

/** Opens Waymark, does the work and closes it, whatever happened. Answers the exit code. */
export type Open = (work: (waymark: Waymark) => Promise<number>) => Promise<void>

/** An `Open` for the data folder that the command line named. The exit code is left with the process. */
export function opener(said: () => { data?: string | undefined }): Open {
  return async (work) => {
    const waymark = await openWaymark(readConfig(said()), silentLog)
    try {
      process.exitCode = await work(waymark)
    } finally {
      await waymark.close()
    }
  }
}

export type { Config }
