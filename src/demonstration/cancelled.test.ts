import { tmpdir } from 'node:os'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrations } from '../rooms.ts'
import { sqliteStore } from '../../tests/support/stores.ts'
import { realClock } from '../platform/day.ts'
import { silentLog } from '../platform/log.ts'
import { installDemonstration } from './install.ts'

test.each([
  ['while the council is invented', 'families'],
  ['while an extract is loaded', 'Loading an extract: reading'],
])(
  'a demonstration that is cancelled %s leaves no file',
  async (_when, moment) => {
    const store = await sqliteStore(migrations)
    const dataDir = mkdtempSync(join(tmpdir(), 'waymark-cancelled-'))
    onTestFinished(async () => {
      await store.close()
      rmSync(dataDir, { recursive: true })
    })
    const stop = new AbortController()
    const asked = installDemonstration(
      { records: store.records, dataDir, realClock, log: silentLog },
      { size: 'small', seed: 2015 },
      (text) => {
        if (text.includes(moment)) stop.abort()
      },
      stop.signal,
    )
    await expect(asked).rejects.toThrow('aborted')
    expect(readdirSync(dataDir)).toEqual([])
  },
  60_000,
)
