// Loads of a city: each step, the whole command, and the least that the same files can take.
import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { largeCensus } from './cin-census.mjs'
import { built, builtAddress, middleRun, runProgram, runScript } from './program.mjs'
import { inUnits } from './results.ts'

const AS_AT = '2015-01-31'

/** DuckDB alone reads the files as text into a file of its own, with nothing checked. Its arguments: that file, the files. */
const BARE_CSV = `
  import { DuckDBInstance } from '@duckdb/node-api'
  const [target, ...files] = process.argv.slice(1)
  const connection = await (await DuckDBInstance.create(target, { threads: '2' })).connect()
  const began = performance.now()
  for (const [index, file] of files.entries())
    await connection.run(\`create table t\${index} as from read_csv('\${file}', all_varchar = true, header = true)\`)
  await connection.run('checkpoint')
  console.log(JSON.stringify({ seconds: (performance.now() - began) / 1000 }))
`

/** The steps of a load, in seconds. Its arguments: the module, where to build, whether to measure, the paths. */
const STEPS = `
  import { mkdirSync } from 'node:fs'
  const [module, folder, isMeasured, ...paths] = process.argv.slice(1)
  const { sealFiles, ...seal } = await import(module)
  const measure = isMeasured === 'yes' ? seal.writeMeasuresAndHarm : () => Promise.resolve()
  const target = folder + '/steps.duckdb'
  const temporary = folder + '/steps'
  mkdirSync(temporary, { recursive: true })
  const request = { paths, today: '2015-02-03', asAt: '${AS_AT}', windowFrom: null, before: null, target, temporary }
  const marks = [['reading', performance.now()]]
  const onProgress = ({ step }) => {
    if (step !== marks.at(-1)[0]) marks.push([step, performance.now()])
  }
  const first = await sealFiles(request, measure, onProgress)
  const facts = 'read' in first ? await sealFiles({ ...request, read: first.read }, measure, onProgress) : first
  marks.push(['end', performance.now()])
  if (!facts.sealed) throw new Error('The files were refused')
  const steps = Object.fromEntries(marks.slice(0, -1).map(([step, from], index) => [step, (marks[index + 1][1] - from) / 1000]))
  console.log(JSON.stringify({ steps, rows: facts.sealed.rows }))
`

/** Every cell of a workbook is read, and nothing is done with it. Its arguments: the folder of modules, the file. */
const BARE_WORKBOOK = `
  const [modules, file] = process.argv.slice(1)
  const { arrivedFiles, knowFile, sheetsOf } = await import(modules + 'intake/reading/arrived-file.js')
  const began = performance.now()
  let cells = 0
  for (const arrived of await arrivedFiles([file]))
    for (const sheet of await sheetsOf(arrived, await knowFile(arrived)))
      for await (const rows of sheet.rows) for (const row of rows) cells += row.cells.length
  console.log(JSON.stringify({ seconds: (performance.now() - began) / 1000, cells }))
`

const filesIn = (folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.csv'))
    .map((file) => join(folder, file))
const megabytes = (files) => files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6
const bareCsv = (folder, files) =>
  middleRun(3, () => runScript(BARE_CSV, [join(folder, `bare-${randomUUID()}.duckdb`), ...files])).answer
    .seconds
const stepsOf = (folder, paths, isMeasured = true) => {
  const { answer, memory } = runScript(STEPS, [
    builtAddress('src/loads/seal.js'),
    folder,
    isMeasured ? 'yes' : 'no',
    ...paths,
  ])
  rmSync(join(folder, 'steps.duckdb'), { force: true })
  return { ...answer, memory }
}

/** Writes the 72 months of a small council and of a city, and answers the folders of each by size and standard. */
export async function writeCouncils(folder) {
  const { generate } = await built('synthetic/index.js')
  const whole = { months: 72, extracts: 'last', window: 'whole', isMessy: false, isCounted: false }
  const write = async (size) => {
    const out = join(folder, `files-${size}`)
    for await (const _ of generate({
      size,
      seed: 2015,
      out,
      formats: ['annex-a', 'ssd', 'capture'],
      ...whole,
    }));
    return { annexA: join(out, 'annex-a'), ssd: join(out, 'ssd'), capture: join(out, 'capture') }
  }
  return { small: await write('small'), city: await write('city') }
}

/** Answers the data folders that were filled with the Standard Safeguarding Dataset and templates, by size. */
export async function benchLoading({ folder, files, add }) {
  const grown = {}
  for (const size of ['small', 'city']) {
    grown[size] = benchAnnexA({ folder, add, size, path: files[size].annexA })
    benchSsd({ folder, add, size, files: files[size] })
  }
  const exponent =
    Math.log(grown.city.seconds / grown.small.seconds) / Math.log(grown.city.bytes / grown.small.bytes)
  add({
    what: 'how a load of Annex A grows: time as bytes to the power of',
    size: 'small to city',
    note: exponent.toFixed(2),
  })
  benchWorkbook({ folder, add })
  await benchLargeCensus({ folder, add })
  return { small: join(folder, 'loaded-ssd-small'), city: join(folder, 'loaded-ssd-city') }
}

function benchAnnexA({ folder, add, size, path }) {
  const files = filesIn(path)
  const { steps, rows } = stepsOf(folder, [path])
  const name = `${size}, ${rows.toLocaleString('en-GB')} rows, ${Math.round(megabytes(files))} MB`
  add({
    what: 'Annex A as CSV: read with every check',
    size: name,
    seconds: steps.reading,
    limit: { what: 'bare read_csv into a file', seconds: bareCsv(folder, files) },
  })
  add({
    what: 'Annex A as CSV: converted; measured and checked; sealed',
    size: name,
    seconds: steps.converting + steps.measuring + steps.sealing,
    note: [steps.converting, steps.measuring, steps.sealing].map(inUnits).join('; '),
  })
  const loaded = join(folder, `loaded-annex-a-${size}`)
  const { seconds, memory } = runProgram(['--data', loaded, 'import', path])
  add({ what: 'waymark import: Annex A as CSV, whole command', size: name, seconds, memory })
  return { seconds, bytes: megabytes(files) }
}

function benchSsd({ folder, add, size, files }) {
  const own = filesIn(files.ssd)
  const alone = stepsOf(folder, [files.ssd], false)
  add({
    what: 'Standard Safeguarding Dataset: read and converted',
    size: `${size}, ${Math.round(megabytes(own))} MB`,
    seconds: alone.steps.reading + alone.steps.converting,
    note: `${inUnits(alone.steps.reading)}; ${inUnits(alone.steps.converting)}`,
    limit: { what: 'bare read_csv into a file', seconds: bareCsv(folder, own) },
  })
  const paths = [files.ssd, files.capture]
  const { steps, rows, memory } = stepsOf(folder, paths)
  const name = `${size}, ${rows.toLocaleString('en-GB')} rows, ${Math.round(megabytes(paths.flatMap(filesIn)))} MB`
  const what = 'Standard Safeguarding Dataset and templates'
  add({
    what: `${what}: read; converted; measured and checked; sealed`,
    size: name,
    seconds: Object.values(steps).reduce((sum, seconds) => sum + seconds, 0),
    note: Object.values(steps).map(inUnits).join('; '),
    memory,
  })
  const loaded = runProgram([
    '--data',
    join(folder, `loaded-ssd-${size}`),
    'import',
    '--as-at',
    AS_AT,
    ...paths,
  ])
  add({
    what: `waymark import: ${what}, whole command`,
    size: name,
    seconds: loaded.seconds,
    memory: loaded.memory,
  })
}

/** The city's Annex A as one workbook: written, and loaded. */
function benchWorkbook({ folder, add }) {
  const workbook = join(folder, 'city.xlsx')
  const written = runProgram(['--data', join(folder, 'loaded-annex-a-city'), 'export', '--out', workbook])
  const size = `city, ${(statSync(workbook).size / 1e6).toFixed(0)} MB`
  add({
    what: 'waymark export: Annex A as a workbook',
    size,
    seconds: written.seconds,
    memory: written.memory,
  })
  const bare = runScript(BARE_WORKBOOK, [builtAddress('src/'), workbook]).answer
  const { seconds, memory } = runProgram(['--data', join(folder, 'loaded-workbook'), 'import', workbook])
  add({
    what: 'waymark import: Annex A as a workbook, whole command',
    size,
    seconds,
    memory,
    limit: { what: 'every cell read, nothing done with it', seconds: bare.seconds },
  })
  rmSync(workbook)
}

const GIGABYTE = 1e9

async function benchLargeCensus({ folder, add }) {
  const { generate } = await built('synthetic/index.js')
  const bytes = process.argv.includes('--large') ? GIGABYTE : GIGABYTE / 10
  const file = await largeCensus(generate, folder, bytes)
  const { seconds, memory } = runProgram(['--data', join(folder, 'loaded-census'), 'import', file])
  add({
    what: 'waymark import: CIN census as XML, whole command',
    size: `${Math.round(statSync(file).size / 1e6)} MB`,
    seconds,
    memory,
    note: `${(statSync(file).size / 1e6 / seconds).toFixed(0)} MB a second`,
  })
  rmSync(file)
  rmSync(join(folder, 'loaded-census'), { recursive: true })
}
