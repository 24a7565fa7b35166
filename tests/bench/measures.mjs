// All measures over a city's 72 months, from its dataset as it comes before they are worked out; and how the cost grows
// with rows, from the small council to four cities.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const FORMATS = ['ssd', 'capture']
const NOTHING = async () => {}

/** `built` imports a module of the built program; `add` is a line of the table. */
export async function benchMeasures({ built, folder, add }) {
  const { generate } = await built('synthetic/index.js')
  const { sealFiles } = await built('src/loads/seal.js')
  const { writeMeasureCases } = await built('src/measures/index.js')
  const { resumeBuild } = await built('src/dataset/building/build.js')

  const datasetOf = async (size) => {
    const out = join(folder, `measures-${size}`)
    const whole = { months: 72, extracts: 'last', window: 'whole', isMessy: false, isCounted: false }
    for await (const _ of generate({ size, seed: 2015, out, formats: FORMATS, ...whole }));
    const target = join(folder, `measures-${size}.duckdb`)
    const temporary = join(folder, `measures-${size}-temporary`)
    mkdirSync(temporary, { recursive: true })
    const request = {
      paths: FORMATS.map((format) => join(out, format)),
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
    rmSync(out, { recursive: true })
    return target
  }

  /** Seconds for all measures over a copy of the dataset, in which every child stands `times` times. */
  const measured = async (dataset, times) => {
    const copy = `${dataset}-${times}`
    copyFileSync(dataset, copy)
    const build = await resumeBuild(copy, join(folder, 'measures-temporary'))
    if (times > 1) await multiply(build, times)
    const [{ rows }] = await build.all(
      `select cast(sum(estimated_size) as double) as rows from duckdb_tables() where not internal and schema_name = 'main'`,
    )
    const began = performance.now()
    await writeMeasureCases(build)
    const took = (performance.now() - began) / 1000
    const [{ cases, series }] = await build.all(
      'select cast(count(*) as double) as cases, cast(count(distinct series_no) as double) as series from case_row',
    )
    build.close()
    rmSync(copy)
    return { took, rows, cases, series }
  }

  const small = await datasetOf('small')
  const city = await datasetOf('city')
  const found = []
  for (const [name, dataset, times, rounds] of [
    ['small', small, 1, 3],
    ['city', city, 1, 3],
    ['four cities', city, 4, 1],
  ]) {
    const runs = []
    for (let round = 0; round < rounds; round += 1) runs.push(await measured(dataset, times))
    runs.sort((a, b) => a.took - b.took)
    const middle = runs[Math.floor(runs.length / 2)]
    found.push(middle)
    add(
      'all measures over 72 months, Standard Safeguarding Dataset and templates',
      `${name}, ${Math.round(middle.rows / 1000).toLocaleString('en-GB')} thousand rows`,
      `${middle.took.toFixed(2)} s for ${middle.series} series with ${(middle.cases / 1e6).toFixed(1)} million cases (${runs.map(({ took }) => took.toFixed(2)).join(', ')})`,
    )
  }
  const exponent = (from, to) => Math.log(to.took / from.took) / Math.log(to.rows / from.rows)
  const [first, second, third] = found
  add(
    'how the cost of all measures grows: time as rows to the power of',
    'small to city; city to four cities; small to four cities',
    [exponent(first, second), exponent(second, third), exponent(first, third)]
      .map((power) => power.toFixed(2))
      .join('; '),
  )
}

/** Every child again, with keys and ids of its own: the rows of a table times as many. */
async function multiply(build, times) {
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
