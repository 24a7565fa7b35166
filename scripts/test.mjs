// npm test: installs what the tests need, a browser and PostgreSQL's programs included, and runs them all.
// Arguments go to the test runner: `npm test -- src/plan`.
import { existsSync, readdirSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded, environment, installIfNeeded, nodeProgram, root, run } from './set-up.mjs'

installIfNeeded()
buildIfNeeded()
installPrograms()
run(nodeProgram(), [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)], {
  env: environment(),
})

/** Debian's chromium and PostgreSQL, when they are missing and this user may install them; says so when not. */
function installPrograms() {
  const missing = []
  if (!process.env.CHROMIUM && !existsSync('/usr/bin/chromium')) missing.push('chromium')
  if (!process.env.TEST_POSTGRES_URL && !hasPostgres()) missing.push('postgresql')
  if (missing.length === 0) return
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) {
    console.error(
      `*** Not installed: ${missing.join(', ')}. The tests that need them will say that they were skipped. ***`,
    )
    return
  }
  console.log(`Installing for the tests: ${missing.join(', ')}.`)
  const quiet = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  }
  spawnSync('apt-get', ['update', '-qq'], quiet)
  const installed = spawnSync(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...missing],
    quiet,
  )
  if (installed.status !== 0) console.error(`*** Could not install ${missing.join(', ')}. ***`)
}

function hasPostgres() {
  try {
    return readdirSync('/usr/lib/postgresql').length > 0
  } catch {
    return false
  }
}
