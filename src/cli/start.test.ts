import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { norchesterFolder } from '../../tests/support/demonstration.ts'

/** What a command loads before it answers, which is most of the time that it takes. */

let dataDir: string
let remove: () => void
beforeAll(async () => {
  ;({ dataDir, remove } = await norchesterFolder())
})
afterAll(() => remove?.())

/** Prints the address of every module that is loaded, on the error output. */
const HOOK = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module'
  import { writeSync } from 'node:fs'
  registerHooks({ load(url, context, next) { writeSync(2, 'loads ' + url + '\\n'); return next(url, context) } })
`)}`

/** Runs a command in a process of its own. Answers its exit code, its output, and the modules that it loaded. */
function run(...words: string[]) {
  const program = fileURLToPath(new URL('../waymark.ts', import.meta.url))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', HOOK, program, '--data', dataDir, ...words],
    { encoding: 'utf8' },
  )
  const loaded = [...stderr.matchAll(/^loads (.+)$/gm)].map(([, url]) => url!)
  return { status, stdout, loaded }
}

const duckdb = (url: string) => url.includes('@duckdb')
const pages = (url: string) => url.endsWith('.tsx') || url.includes('hono')
const definitions = (url: string) => url.includes('/measures/catalogue/') || url.includes('/zod/')

test('health asks whether the stores answer, and loads neither DuckDB nor a page', () => {
  const { status, stdout, loaded } = run('health')
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ status: 'up', latestSnapshot: expect.any(String) as string })
  expect(loaded.some((url) => url.includes('kysely'))).toBe(true)
  expect(loaded.filter((url) => duckdb(url) || pages(url) || definitions(url))).toEqual([])
})

test('help names every command, and loads no store, no measure and no page', () => {
  const { status, stdout, loaded } = run('--help')
  expect(status).toBe(0)
  for (const command of ['import', 'tracker', 'people', 'check', 'serve']) expect(stdout).toContain(command)
  expect(loaded.some((url) => url.endsWith('/operations/commands.ts'))).toBe(true)
  expect(loaded.filter((url) => duckdb(url) || pages(url) || definitions(url))).toEqual([])
})

test('figures are still read from DuckDB, and no command loads a page', () => {
  const { status, loaded } = run('tracker', '--json')
  expect(status).toBe(0)
  expect(loaded.some(duckdb)).toBe(true)
  expect(loaded.filter(pages)).toEqual([])
})
