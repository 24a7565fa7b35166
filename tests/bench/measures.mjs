// All measures over a city's 72 months, from its dataset as it comes before they are worked out; and how the cost grows
// with rows, from the small council to four cities.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { built } from './program.mjs'

const NOTHING = async () => {}

/** `files` are those of `writeCouncils`; `add` is a line of the table. */
export async function benchMeasures({ folder, files, add }) {
  const found = []
  const datasets = {
    small: await datasetOf({ folder, size: 'small', files: files.small }),
    city: await datasetOf({ folder, size: 'city', files: files.city }),
  }
  for (const { name, dataset, times, rounds } of [
    { name: 'small', dataset: datasets.small, times: 1, rounds: 3 },
    { name: 'city', dataset: datasets.city, times: 1, rounds: 3 },
    { name: 'four cities', dataset: datasets.city, times: 4, rounds: 1 },
  ]) {
    const runs = []
    for (let round = 0; round < rounds; round += 1) runs.push(await measured({ folder, dataset, times }))
    const middle = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(rounds / 2)]
    found.push(middle)
    add({
      what: 'all measures over 72 months, Standard Safeguarding Dataset and templates',
      size: `${name}, ${Math.round(middle.rows / 1000).toLocaleString('en-GB')} thousand rows`,
      seconds: middle.seconds,
      note: `${middle.series} series with ${(middle.cases / 1e6).toFixed(1)} million cases`,
      limit: { what: 'the same cases written by one statement on two threads', seconds: middle.writing },
    })
  }
  const exponent = (from, to) => Math.log(to.seconds / from.seconds) / Math.log(to.rows / from.rows)
  const [first, second, third] = found
  add({
    what: 'how the cost of all measures grows: time as rows to the power of',
    size: 'small to city; city to four cities; small to four cities',
    note: [exponent(first, second), exponent(second, third), exponent(first, third)]
      .map((power) => power.toFixed(2))
      .join('; '),
  })
}

/** The council's files, read and converted, before any measure. */
async function datasetOf({ folder, size, files: { ssd, capture } }) {
  const { sealFiles } = await built('src/loads/seal.js')
  const target = join(folder, `measures-${size}.duckdb`)
  const temporary = join(folder, `measures-${size}-temporary`)
  mkdirSync(temporary, { recursive: true })
  const request = {
    paths: [ssd, capture],
    today: '2015-02-03',
    asAt: '2015-01-31',
    windowFrom: null,
    before: null,
    target,
    temporary,
  }
  const answer = await sealFiles(request, NOTHING, NOTHING)
  // So many rows are built on by a process of its own, which is asked the same with what was read.
  if ('read' in answer) await sealFiles({ ...request, read: answer.read }, NOTHING, NOTHING)
  return target
}

/** Seconds for all measures over a copy of the dataset, in which every child is there `times` times. */
async function measured({ folder, dataset, times }) {
  const { writeMeasureCases } = await built('src/measures/index.js')
  const { resumeBuild } = await built('src/dataset/building/build.js')
  const copy = `${dataset}-${times}`
  copyFileSync(dataset, copy)
  const build = await resumeBuild(copy, join(folder, 'measures-temporary'))
  if (times > 1) await multiply(build, times)
  const [{ rows }] = await build.all(
    `select cast(sum(estimated_size) as double) as rows from duckdb_tables() where not internal and schema_name = 'main'`,
  )
  const began = performance.now()
  await writeMeasureCases(build)
  await build.commit()
  const seconds = (performance.now() - began) / 1000
  const [{ cases, series }] = await build.all(
    'select cast(count(*) as double) as cases, cast(count(distinct series_no) as double) as series from case_row',
  )
  await build.run('set threads = 2')
  const writes = performance.now()
  await build.run('create table written_again as from case_row')
  await build.commit()
  const writing = (performance.now() - writes) / 1000
  build.close()
  rmSync(copy)
  return { seconds, writing, rows, cases, series }
}

/** Every child again, with keys and ids of its own: the rows of a table times as many. */
export async function multiply(build, times) {
  const columns = await build.all(
    `select table_name, column_name, data_type from duckdb_columns()
     where not internal and schema_name = 'main' and table_name in (
         select table_name from duckdb_columns() where column_name = 'child_key' and schema_name = 'main'
     )
     order by table_name, column_index`,
  )
  const [{ most }] = await build.all('select cast(max(child_key) as integer) as most from person')
  for (const [table, of] of Map.groupBy(columns, ({ table_name }) => table_name)) {
    const copied = of.map(({ column_name, data_type }) => {
      if (column_name === 'child_key') return `child_key + ${most} * copy`
      if (column_name.endsWith('_id') && data_type === 'VARCHAR') return `${column_name} || '-' || copy`
      return column_name
    })
    await build.run(
      `insert into ${table} select ${copied.join(', ')} from ${table}, range(1, ${times}) copies (copy) where child_key > 0`,
    )
  }
  await build.run('commit; begin transaction')
}
