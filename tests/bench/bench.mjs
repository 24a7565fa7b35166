// Times the hot paths of the built program on a small council and on a city, next to the least that the same work can take.
// Prints a table, and what changed by more than a fifth since the last run; keeps the figures in docs/bench.json. With
// --large the census is of 1 GB and not of 100 MB; with --england all of England is generated; with --forecast the dates
// of forecasts are held against what came.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchChecking } from './checking.mjs'
import { benchFigures } from './figures.mjs'
import { benchForecast } from './forecast.mjs'
import { benchEngland, benchGenerating } from './generating.mjs'
import { benchLists } from './lists.mjs'
import { benchLoading, writeCouncils } from './loading.mjs'
import { benchMeasures } from './measures.mjs'
import { benchPages } from './pages.mjs'
import { benchPeople } from './people.mjs'
import { root, runProgram } from './program.mjs'
import { changesSince, machine, openResults, readResults, tableOf, writeResults } from './results.ts'
import { benchStarting } from './starting.mjs'

const KEPT = join(root, 'docs/bench.json')
const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const began = performance.now()
const { rows, add } = openResults()

// The demonstration, whole: a council lived, three workbooks written, two loaded, the plan and the report installed.
const demonstration = join(folder, 'norchester')
const installed = runProgram(['--data', demonstration, 'demo'])
add({
  what: 'demonstration installed in an empty folder',
  size: 'small',
  seconds: installed.seconds,
  memory: installed.memory,
})

await benchStarting({ folder, data: demonstration, add })
await benchGenerating({ folder, add })
const files = await writeCouncils(folder)
const filled = await benchLoading({ folder, files, add })
await benchMeasures({ folder, files, add })
await benchFigures({ data: { small: demonstration, city: filled.city }, add })
await benchPages({ data: demonstration, add })
await benchLists({ data: { city: filled.city }, add })
benchChecking({ data: { demonstration, city: filled.city }, add })
await benchPeople({ add, data: demonstration, root })
if (process.argv.includes('--forecast')) await benchForecast({ add })
if (process.argv.includes('--england')) await benchEngland({ folder, add })

const { cores, processor, gigabytes, node } = machine()
console.log(`${cores} cores (${processor}), ${gigabytes} GB, Node ${node}\n`)
console.log(tableOf(rows))
console.log(`\n${Math.round((performance.now() - began) / 1000)} s in all.`)
const changes = changesSince(readResults(KEPT), rows)
console.log(
  changes.length > 0
    ? `\nMore than a fifth from the last run:\n${changes.join('\n')}`
    : '\nNothing is more than a fifth from the last run.',
)
await writeResults(KEPT, rows)
