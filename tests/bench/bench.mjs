// Times the hot paths on the built program, each in a process of its own where memory is measured. Quote medians: the
// machine under it may be busy.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { benchCensus } from './cin-census.mjs'
import { benchForecast } from './forecast.mjs'
import { benchMeasures } from './measures.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'bin/waymark.js')
const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))

const built = (path) => import(new URL(`../../dist/${path}`, import.meta.url).href)
const rows = []
const add = (what, size, figure, memory = '') => {
  rows.push([what, size, figure, memory])
  console.error(`${what}: ${figure}`)
}
const ms = (value) =>
  value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 10 ? 1 : 0)} ms`
const at = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]

/** Runs the program and answers how long it took and its peak memory, its children's included where that is larger. */
function runProgram(args) {
  const began = performance.now()
  const timed = spawnSync('/usr/bin/time', ['-f', '%M', process.execPath, program, ...args], {
    encoding: 'utf8',
  })
  const took = performance.now() - began
  if (timed.error) {
    const plain = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' })
    return { took: performance.now() - began, memory: '', code: plain.status }
  }
  const kilobytes = Number(timed.stderr.trim().split('\n').at(-1))
  return {
    took,
    memory: Number.isFinite(kilobytes) ? `${Math.round(kilobytes / 1024)} MB` : '',
    code: timed.status,
  }
}

async function median(times, work) {
  const took = []
  for (let round = 0; round < times; round += 1) {
    const began = performance.now()
    await work(round)
    took.push(performance.now() - began)
  }
  return took
}

// The demonstration, whole: simulate, write three workbooks, load two, install the plan and the report.
const data = join(folder, 'norchester')
const demo = runProgram(['--data', data, 'demo'])
add('demonstration installed in an empty folder', 'small', ms(demo.took), demo.memory)

const { smallCouncil, cityCouncil, simulateFamilies, workforceOf } = await built('synthetic/index.js')
for (const { size, planOf, times } of [
  { size: 'small', planOf: smallCouncil, times: 5 },
  { size: 'city', planOf: cityCouncil, times: 1 },
]) {
  const simulated = await median(times, () => {
    const plan = planOf(2015)
    let families = 0
    for (const _ of simulateFamilies(plan, workforceOf(plan))) families += 1
    return families
  })
  add('council simulated', size, ms(at(simulated, 0.5)))
}
const EVERY_FORMAT = 'annex-a,ssd,cin-census,ssda903,capture'
const ANNEX_A = 'waymark generate: Annex A and truth'
const EVERYTHING = 'waymark generate: every format'
for (const { what, size, more } of [
  { what: ANNEX_A, size: 'small', more: [] },
  { what: EVERYTHING, size: 'small', more: ['--format', EVERY_FORMAT] },
  { what: ANNEX_A, size: 'city', more: [] },
  { what: EVERYTHING, size: 'city', more: ['--format', EVERY_FORMAT] },
  { what: `${ANNEX_A}, whole, as CSV`, size: 'city', more: ['--window', 'whole'] },
]) {
  const out = join(folder, `generated-${rows.length}`)
  const made = runProgram(['generate', '--size', size, '--out', out, ...more])
  if (made.code !== 0) throw new Error(`${what} of ${size} ended with ${made.code}`)
  add(what, size, ms(made.took), made.memory)
  rmSync(out, { recursive: true })
}
// All of England takes several minutes: it is asked for by name.
if (process.argv.includes('--england')) await england()

const demonstration = join(data, 'demonstration')
const workbook = readdirSync(demonstration)
  .filter((file) => file.endsWith('.xlsx'))
  .at(-1)
if (workbook) {
  const file = join(demonstration, workbook)
  const loads = [0, 1, 2].map((round) =>
    runProgram(['--data', join(folder, `load-${round}`), 'import', file]),
  )
  const size = `${(statSync(file).size / 1024 / 1024).toFixed(1)} MB workbook`
  add(
    'import: read, sealed, every measure',
    size,
    ms(
      at(
        loads.map(({ took }) => took),
        0.5,
      ),
    ),
    loads[0].memory,
  )
}
const samples = process.env.WAYMARK_SAMPLES ?? join(root, '../shared/samples')
const sample = join(samples, 'liia-tools-pipeline/Annex_A_2024_Jan.xlsx')
if (existsSync(sample)) {
  const loads = [0, 1, 2].map((round) =>
    runProgram(['--data', join(folder, `sample-${round}`), 'import', sample]),
  )
  add(
    'import: Annex_A_2024_Jan.xlsx',
    '59 rows',
    ms(
      at(
        loads.map(({ took }) => took),
        0.5,
      ),
    ),
    loads[0].memory,
  )
}

await benchCensus({
  generate: (await built('synthetic/index.js')).generate,
  intake: new URL('../../dist/src/intake/index.js', import.meta.url).href,
  folder,
  add,
})

await benchForecast({ add })

await benchMeasures({ built, folder, add })

const health = [0, 1, 2, 3, 4].map(() => runProgram(['--data', data, 'health']))
add(
  'command line, cold: waymark health',
  '',
  ms(
    at(
      health.map(({ took }) => took),
      0.5,
    ),
  ),
  health[0].memory,
)

add('second start to first answer', 'small', ms(await secondStart()))

// Inside one process: figures and pages.
const { openWaymark } = await built('src/main.js')
const { silentLog } = await built('src/platform/log.js')
const { readConfig } = await built('src/platform/config.js')
const { allow, operator, demonstrationPeople } = await built('src/access/index.js')
const { casesBehind, catalogue, figureReader } = await built('src/measures/index.js')
const { listsProveFigures } = await built('src/measures/figures/figure-reader.js')
const { childReader } = await built('src/dataset/index.js')
const { trackerRows } = await built('src/performance/index.js')
const { webApp } = await built('src/web/index.js')
const waymark = await openWaymark(readConfig({ data }, {}), silentLog)
const snapshot = await waymark.pool.current(waymark.council.id)
const person = operator(waymark.council.id)
const figures = figureReader(snapshot, allow(person, 'figures:read'))
const children = childReader(waymark, allow(person, 'cases:read'))

const series = catalogue().filter(({ id }) => !id.startsWith('wf-'))
const asked = series.flatMap(({ id, splits }) => splits.map((by) => ({ id, by })))
const figure = await median(asked.length, (round) =>
  figures.figures(asked[round].id, { by: asked[round].by }),
)
add('a figure over all months, with a split', 'small', `${ms(at(figure, 0.5))}, p95 ${ms(at(figure, 0.95))}`)
const list = await median(100, (round) =>
  children.read(casesBehind(snapshot, series[round % series.length].id, { period: '2015-01' }), {
    what: 'list',
    subject: 'the bench',
    why: 'to time it',
  }),
)
add(
  'the list behind a figure, with its entry in the access log',
  'small',
  `${ms(at(list, 0.5))}, p95 ${ms(at(list, 0.95))}`,
)
const tracker = await median(20, () => trackerRows(snapshot, waymark.records, allow(person, 'figures:read')))
add('every tracker row', 'small', `${ms(at(tracker, 0.5))}, p95 ${ms(at(tracker, 0.95))}`)
const proof = await median(1, () => listsProveFigures(snapshot))
add('every figure proved from its list', 'small', ms(proof[0]))

const app = await webApp(waymark)
const cookie = await signIn(app, await demonstrationPeople(waymark.records, waymark.council))
for (const [what, path] of [
  ['home page', '/'],
  ['tracker page', '/tracker'],
  ['measure page, A2', '/measures/as-completed-45wd'],
  ['plan page', '/plan'],
  ['Board report page', '/board/2015-02-10'],
]) {
  await page(app, cookie, path)
  const took = await median(20, () => page(app, cookie, path))
  add(what, 'small', `${ms(at(took, 0.5))}, p95 ${ms(at(took, 0.95))}`)
}
add(
  'peak memory of the process that did all this',
  'small',
  '',
  `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
)
await waymark.close()

console.log(
  `${cpus().length} cores (${cpus()[0].model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}\n`,
)
console.log('| what | size | figure | peak memory |\n|---|---|---|---|')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)

/**
 * Every authority of England with Annex A and truth, and how steady the pace is: seconds for 100,000 children, in each
 * third of the councils. Memory that grew would show in the last.
 */
async function england() {
  const { generate } = await built('synthetic/index.js')
  const out = join(folder, 'england')
  const months = 72
  const request = { size: 'england', seed: 2015, months, out, formats: ['annex-a'], extracts: 'last' }
  const paces = []
  const memory = []
  let began = performance.now()
  const start = began
  for await (const council of generate({ ...request, window: 'ofsted', isMessy: false, isCounted: false })) {
    const took = performance.now() - began
    paces.push({ took, children: council.children })
    memory.push(process.memoryUsage().rss)
    rmSync(council.folder, { recursive: true })
    if (paces.length % 17 === 0) console.error(`  ${paces.length} of 153 authorities`)
    began = performance.now()
  }
  const third = Math.ceil(paces.length / 3)
  const pace = [0, 1, 2].map((place) => {
    const some = paces.slice(place * third, (place + 1) * third)
    const total = (key) => some.reduce((sum, each) => sum + each[key], 0)
    return `${((total('took') / total('children')) * 100).toFixed(1)} s`
  })
  add(
    'waymark generate: Annex A and truth, 153 authorities, 72 months',
    'england',
    `${ms(performance.now() - start)}; for 100,000 children in the log ${pace.join(', ')} by thirds`,
    `${Math.round(Math.max(...memory) / 2 ** 20)} MB`,
  )
}

async function page(app, cookie, path) {
  const answer = await app.request(path, { headers: { cookie } })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  return answer.text()
}

/** Signs in as the programme manager by the demonstration's own form, and answers the cookie. */
async function signIn(app, people) {
  const manager = people.find(({ person: each }) => each.role === 'programme_manager').person
  const form = await app.request('/demonstration')
  const before = cookieOf(form)
  const html = await form.text()
  const csrf = /name="_csrf" value="([^"]+)"/.exec(html)[1]
  const field = /name="(\w+)" value="per_/.exec(html)?.[1] ?? 'person'
  const answer = await app.request('/demonstration', {
    method: 'POST',
    headers: { cookie: before, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: csrf, [field]: manager.id }),
  })
  return cookieOf(answer) ?? before
}

function cookieOf(answer) {
  return answer.headers.get('set-cookie')?.split(';')[0]
}

/** From `npm start`'s program to the first page, on a folder that is already filled. */
async function secondStart() {
  const took = []
  for (let round = 0; round < 3; round += 1) {
    const began = performance.now()
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), '--port', String(port)], {
      env: { ...process.env, WAYMARK_DATA: data },
      stdio: 'ignore',
    })
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/sign-in`).catch(() => null)
      if (answer?.ok) break
      if (performance.now() - began > 60_000) throw new Error('Waymark did not start')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    took.push(performance.now() - began)
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('exit', resolve))
  }
  return at(took, 0.5)
}
