// What `npm start` and `npm test` need before they can begin, on a fresh clone and on every later run. It runs on
// whichever Node started npm, so it is plain JavaScript and uses nothing that is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** What a build is made of: what serves a council, the invented councils, and the facts that programs wrote down. */
export const SOURCES = ['src', 'synthetic', 'reference']

const hash = (text) => createHash('sha256').update(text).digest('hex')
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Runs a program to its end and shows what it prints; ends this process when it fails. */
export function run(program, args, options = {}) {
  const result = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options })
  if (result.error) throw result.error
  if (result.status !== 0) process.exit(result.status ?? 1)
}

/** Installs exactly what the lock says, when that has not been done since the lock last changed. */
export function installIfNeeded() {
  const stamp = join(root, 'node_modules/.waymark-installed')
  const wanted = hash(read(join(root, 'package-lock.json')))
  if (read(stamp) === wanted) return
  console.log('Installing what Waymark needs. This takes about half a minute, once.')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: process.platform === 'win32' })
  writeFileSync(stamp, wanted)
}

/** The Node that Waymark runs on: the one npm carries for Linux, or the host's own when it is new enough. */
export function nodeProgram() {
  try {
    return createRequire(join(root, 'package.json')).resolve(
      `node-${process.platform}-${process.arch}/bin/node`,
    )
  } catch {
    if (Number(process.versions.node.split('.')[0]) < 26) {
      console.error(`Waymark needs Node.js 26 or newer on this system (this is ${process.version}).`)
      process.exit(1)
    }
    return process.execPath
  }
}

/** An environment in which `node` and the installed programs are Waymark's own. */
export function environment() {
  return { ...process.env, PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}` }
}

/** Builds `dist/` when a source has changed since it was last built. */
export function buildIfNeeded() {
  const files = SOURCES.flatMap((source) =>
    readdirSync(join(root, source), { recursive: true, encoding: 'utf8' }).map((file) => join(source, file)),
  ).filter((file) => statSync(join(root, file)).isFile())
  const state = files
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((file) => {
      const { size, mtimeMs } = statSync(join(root, file))
      return `${file} ${size} ${mtimeMs}`
    })
  const wanted = hash(state.join('\n'))
  const stamp = join(root, 'dist/.waymark-built')
  if (read(stamp) === wanted) return
  console.log('Building Waymark.')
  run(nodeProgram(), [join(root, 'scripts/build.mjs')], { env: environment() })
  writeFileSync(stamp, wanted)
}
