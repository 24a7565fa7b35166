// The census as one XML file of 100 MB: how fast it is read, and how much memory reading it takes.
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const MEGABYTE = 1_000_000
const SIZE = 100 * MEGABYTE

/** Reads a file by itself, so that the memory is that of reading alone. Its arguments: the intake, the file. */
const READER = `
  const [intake, file] = process.argv.slice(1)
  const { readFiles } = await import(intake)
  const began = performance.now()
  const report = await readFiles([file], () => undefined, { today: '2026-11-24' })
  const took = performance.now() - began
  const rows = report.files.flatMap(({ tables }) => tables).reduce((sum, { rows }) => sum + rows, 0)
  console.log(JSON.stringify({ accepted: report.accepted, rows, took, memory: process.resourceUsage().maxRSS }))
`

/** A city's census, again and again under other ids until it is as large as is asked. Answers its path. */
export async function largeCensus(generate, folder, bytes = SIZE) {
  const out = join(folder, 'census')
  const request = { size: 'city', seed: 2015, months: null, out, formats: ['cin-census'], extracts: 'last' }
  let path = null
  for await (const council of generate({ ...request, window: 'ofsted', isMessy: false, isCounted: false }))
    path = join(council.folder, council.files.find(({ file }) => file.endsWith('.xml')).file)
  const text = readFileSync(path, 'utf8')
  const [from, to] = [text.indexOf('<Child>'), text.lastIndexOf('</Children>')]
  const large = join(folder, 'CIN_large.xml')
  const file = openSync(large, 'w')
  let written = writeSync(file, text.slice(0, from))
  for (let round = 1; written < bytes; round += 1)
    written += writeSync(file, text.slice(from, to).replaceAll('<LAchildID>', `<LAchildID>${round}-`))
  writeSync(file, text.slice(to))
  closeSync(file)
  return large
}

/** Adds the median of three readings to the table. `intake` is the address of the built module. */
export async function benchCensus({ generate, intake, folder, add }) {
  const file = await largeCensus(generate, folder)
  const { size } = statSync(file)
  const readings = [1, 2, 3].map(() => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', READER, intake, file],
      { encoding: 'utf8' },
    )
    if (!stdout) throw new Error(`The census was not read: ${stderr}`)
    return JSON.parse(stdout)
  })
  const speeds = readings.map(({ took }) => size / MEGABYTE / (took / 1000)).toSorted((a, b) => a - b)
  const memory = Math.max(...readings.map(({ memory }) => memory))
  add(
    'CIN census XML, MB/s and peak memory',
    `${Math.round(size / MEGABYTE)} MB, ${readings[0].rows.toLocaleString('en-GB')} rows`,
    `${speeds[1].toFixed(0)} MB/s`,
    `${Math.round(memory / 1024)} MB`,
  )
}
