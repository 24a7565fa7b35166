import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'
import { installDemonstration } from '../../src/demonstration/index.ts'
import { openWaymark, type Waymark } from '../../src/main.ts'
import { readConfig } from '../../src/platform/config.ts'
import { realClock } from '../../src/platform/day.ts'
import { silentLog } from '../../src/platform/log.ts'

/**
 * Installed once for the whole run, by whichever worker is first to want it: the others wait until the folder has its
 * last name. Each test works on a copy.
 */
async function installed(): Promise<string> {
  const runFolder = inject('runFolder')
  const dataDir = join(runFolder, 'norchester')
  try {
    mkdirSync(join(runFolder, 'norchester-begun'))
  } catch {
    while (!existsSync(dataDir)) await setTimeout(100)
    return dataDir
  }
  const making = join(runFolder, 'norchester-in-the-making')
  const waymark = await openWaymark(readConfig({ data: making }, {}), silentLog)
  await installDemonstration(
    { records: waymark.records, dataDir: making, realClock },
    { size: 'small', seed: 2015 },
  )
  await waymark.close()
  renameSync(making, dataDir)
  return dataDir
}

/** A data folder with Norchester in it, that is this test's own, and its removal. */
export async function norchesterFolder(): Promise<{ dataDir: string; remove: () => void }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-journey-'))
  cpSync(await installed(), dataDir, { recursive: true })
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** Norchester, opened, with port 0 for whoever serves it. Close it, and its folder goes. */
export async function norchester(): Promise<Waymark> {
  const { dataDir, remove } = await norchesterFolder()
  const waymark = await openWaymark(readConfig({ data: dataDir, port: '0' }, {}), silentLog)
  return {
    ...waymark,
    async close() {
      await waymark.close()
      remove()
    },
  }
}
