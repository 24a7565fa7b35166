import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { norchesterFolder } from './support/demonstration.ts'
import { root } from './support/house.ts'

/** The program as the build leaves it: one file of each program, which still finds what is beside its sources. */

let dataDir: string
let remove: () => void
beforeAll(async () => {
  ;({ dataDir, remove } = await norchesterFolder())
  const build = `const { buildIfNeeded } = await import(${JSON.stringify(join(root, 'scripts/set-up.mjs'))}); buildIfNeeded()`
  const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', build], {
    encoding: 'utf8',
  })
  expect(status).toBe(0)
})
afterAll(() => remove?.())

const waymark = (...words: string[]) =>
  spawnSync(process.execPath, [join(root, 'bin/waymark.js'), '--data', dataDir, ...words], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })

test('it loads files in a process of its own, and takes them out again as a workbook', () => {
  const folder = join(dataDir, 'demonstration')
  const workbook = readdirSync(folder).find((file) => file.endsWith('.xlsx'))!
  const looked = waymark('import', '--preview', '--json', join(folder, workbook))
  expect(JSON.parse(looked.stdout)).toMatchObject({ accepted: true, preview: true })
  const out = join(dataDir, 'taken.xlsx')
  expect(waymark('export', '--out', out, '--json').status).toBe(0)
  expect(existsSync(out) && statSync(out).size).toBeGreaterThan(10_000)
})

test('it writes a report with its pictures in Word', () => {
  const out = join(dataDir, 'report.docx')
  expect(waymark('report', '2015-02-10', '--out', out, '--format', 'docx')).toMatchObject({ status: 0 })
  expect(statSync(out).size).toBeGreaterThan(10_000)
})

test('it serves pages, styles and scripts', async () => {
  const server = spawn(
    process.execPath,
    [join(root, 'bin/waymark.js'), '--data', dataDir, 'serve', '--port', '0'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let text = ''
      const read = (part: Buffer) => {
        text += part.toString()
        const found = /at (http:\/\/127\.0\.0\.1:\d+)/.exec(text)
        if (found) resolve(found[1]!)
      }
      server.stdout.on('data', read)
      server.stderr.on('data', read)
      server.once('exit', () => reject(new Error(text)))
    })
    const read = async (path: string) => (await fetch(`${address}${path}`)).text()
    expect(await read('/sign-in')).toContain('Norchester')
    expect(await read('/assets/waymark.css')).toContain('.wm-')
    expect(await read('/assets/govuk.js')).toContain('ServiceNavigation')
    expect((await fetch(`${address}/health`)).status).toBe(200)
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
})
