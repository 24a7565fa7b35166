import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installDemonstration } from '../../src/demonstration/install.ts'
import { openWaymark, type Waymark } from '../../src/main.ts'
import { readConfig } from '../../src/platform/config.ts'
import { realClock } from '../../src/platform/day.ts'
import { silentLog } from '../../src/platform/log.ts'
import { madeOnce } from './made-once.ts'

/** Installed once for the whole run; each test works on a copy. */
const installed = (): Promise<string> =>
  madeOnce('norchester', async (dataDir) => {
    const waymark = await openWaymark(readConfig({ data: dataDir }, {}), silentLog)
    await installDemonstration(
      { records: waymark.records, dataDir, realClock, log: silentLog },
      { size: 'small', seed: 2015 },
    )
    await waymark.close()
  })

/** A data folder with Norchester in it, that is this test's own, and its removal. */
export async function norchesterFolder(): Promise<{ dataDir: string; remove: () => void }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'waymark-journey-'))
  cpSync(await installed(), dataDir, { recursive: true })
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) }
}

/** Norchester, opened, with port 0 for the test that serves it. Close it, and its folder goes. */
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
