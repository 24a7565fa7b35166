import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { allow, operator } from '../../src/access/index.ts'
import { load } from '../../src/loads/load.ts'
import { stoppedClock } from '../../src/platform/day.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openRecords } from '../../src/platform/records.ts'

/**
 * A program of its own that loads one file into a migrated data folder, so that tests can kill it, or have it kill
 * the process that builds the snapshot. Says each step on a line, and at last what became of the load.
 */
const reportsNothing = { byId: () => Promise.resolve(null) }
const [dataDir, file, killsItsChild] = process.argv.slice(2) as [string, string, string?]
const records = openRecords(join(dataDir, 'records.sqlite'))
const outcome = await load(
  { records, dataDir, clock: stoppedClock('2015-02-05'), pool: reportsNothing, log: silentLog },
  allow(operator('norchester'), 'load:write'),
  { paths: [file] },
  ({ step }) => {
    console.log(step)
    if (killsItsChild && step === 'converting')
      execFileSync('pkill', ['-KILL', '-P', String(process.pid), '-f', 'seal-program'])
  },
)
console.log(
  JSON.stringify({ accepted: outcome.accepted, problems: outcome.problems.map(({ code }) => code) }),
)
await records.destroy()
