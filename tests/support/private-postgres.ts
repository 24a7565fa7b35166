import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes, randomInt } from 'node:crypto'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** PostgreSQL refuses to run as root: then its own user runs it. */
const isRoot = userInfo().uid === 0
const run = (program: string, args: string[]) =>
  isRoot
    ? execFileSync('runuser', ['-u', 'postgres', '--', program, ...args], { cwd: '/', stdio: 'pipe' })
    : execFileSync(program, args, { cwd: '/', stdio: 'pipe' })

function programs(): string | null {
  try {
    const versions = readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a))
    return versions[0] ? `/usr/lib/postgresql/${versions[0]}/bin` : null
  } catch {
    return null
  }
}

/** What is thrown away at the end of the run need not reach the disk, and statements of a moment need no compiling. */
const THROWN_AWAY = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'jit=off',
]
  .map((setting) => `-c ${setting}`)
  .join(' ')

/** Starts a throw-away server on loopback from the programs on this machine; null when there are none. */
export function startPrivatePostgres(): { url: string; stop: () => void } | null {
  const bin = programs()
  if (!bin) return null
  const folder = mkdtempSync(join(tmpdir(), 'waymark-pg-'))
  const password = randomBytes(12).toString('hex')
  const port = randomInt(20_000, 40_000)
  writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
  chmodSync(folder, 0o700)
  if (isRoot) execFileSync('chown', ['-R', 'postgres:', folder])
  const data = join(folder, 'data')
  const owner = ['-U', 'waymark', '-A', 'scram-sha-256', `--pwfile=${join(folder, 'password')}`]
  run(`${bin}/initdb`, ['-D', data, ...owner, '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} ${THROWN_AWAY}`
  // pg_ctl leaves the server holding our pipes, so its output goes to a file.
  run(`${bin}/pg_ctl`, [
    '-D',
    data,
    '-w',
    '-t',
    '30',
    '-s',
    '-l',
    join(folder, 'log'),
    '-o',
    settings,
    'start',
  ])
  return {
    url: `postgres://waymark:${password}@127.0.0.1:${port}/postgres`,
    stop: () => {
      run(`${bin}/pg_ctl`, ['-D', data, '-m', 'fast', '-s', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
