// Fifty people at once: the built server on a copy of a data folder, over HTTP, fifty sessions of seven roles, each with a
// connection of its own, who click through the tracker, a measure, its list, the plan and the Board report.
//
// Twice: without a pause, where each asks again as soon as the answer is whole, so that fifty requests are always waiting;
// and as readers do, who look at a page for one to three seconds. Who may not open lists of children opens a second measure.
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openResults, spread } from './results.ts'

const PEOPLE = 50
const ROLES = [
  'programme_manager',
  'director',
  'board_member',
  'head_of_service',
  'team_manager',
  'social_worker',
  'data_team',
]
const CLOCK_TICKS = 100

/**
 * `add` is a line of the table; `data` a filled data folder, which is copied; `root` a built checkout.
 * Answers what each part took, in milliseconds.
 */
export async function benchPeople({ add, data, root, rounds = 6, seconds = 30 }) {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-people-'))
  cpSync(data, join(folder, 'data'), { recursive: true })
  const server = await startServer(root, join(folder, 'data'))
  try {
    const people = await signInEveryone(server.port)
    // A first round in which what is kept of a snapshot is filled.
    await clickThrough(people.slice(0, ROLES.length), { rounds: 1, pause: () => 0 })
    const parts = [
      { what: 'without a pause', rounds, pause: () => 0 },
      { what: 'reading each page for 1 to 3 s', until: seconds * 1000, pause: readingTime() },
    ]
    const found = []
    for (const { what, ...how } of parts) {
      const before = server.processor()
      const began = performance.now()
      const took = await clickThrough(people, how)
      const wall = (performance.now() - began) / 1000
      const processor = server.processor() - before
      const all = [...took.values()].flat()
      const pages = Math.round(all.length / wall)
      add({
        what: `${PEOPLE} people at once, ${what}`,
        size: 'small',
        ...spreadOf(all),
        note: `${pages} pages a second, ${((processor / all.length) * 1000).toFixed(1)} ms of processor a page`,
      })
      for (const [page, times] of took)
        add({ what: `${PEOPLE} people at once, ${what}: ${page}`, size: 'small', ...spreadOf(times) })
      found.push({ what, took, processor, wall })
    }
    return found
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Of milliseconds, in seconds. */
const spreadOf = (times) => ({
  ...spread(times.map((time) => time / 1000)),
  longest: Math.max(...times) / 1000,
})

/** One to three seconds, the same in every run. */
function readingTime() {
  let state = 2015
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return 1000 + (state / 2_147_483_647) * 2000
  }
}

/** What each page took, by the kind of page. */
async function clickThrough(people, { rounds = Infinity, until = Infinity, pause }) {
  const took = new Map()
  const began = performance.now()
  await Promise.all(
    people.map(async (person) => {
      for (let round = 0; round < rounds && performance.now() - began < until; round += 1) {
        for (const [page, path] of person.pages(round)) {
          const wait = pause()
          if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
          const start = performance.now()
          const answer = await person.get(path)
          if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
          const times = took.get(page) ?? []
          times.push(performance.now() - start)
          took.set(page, times)
        }
      }
    }),
  )
  return took
}

async function signInEveryone(port) {
  const names = await demonstrationIds(port)
  const people = []
  for (let number = 0; number < PEOPLE; number += 1) {
    const role = ROLES[number % ROLES.length]
    people.push(await signIn(port, names.get(role), number))
  }
  return people
}

/** The ids of the demonstration's accounts, by role, from its page: each has a button with the name of its role. */
async function demonstrationIds(port) {
  const { html } = await get(new Agent(), port, '/demonstration')
  const ids = new Map()
  for (const role of ROLES) {
    const button = new RegExp(`value="(per_[^"]+)"/><button[^>]*>${role.replaceAll('_', ' ')}`, 'i').exec(
      html,
    )
    if (!button) throw new Error(`The page of the demonstration has no ${role}`)
    ids.set(role, button[1])
  }
  return ids
}

async function signIn(port, id, number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const form = await get(agent, port, '/demonstration')
  const csrf = /name="_csrf" value="([^"]+)"/.exec(form.html)[1]
  const field = /name="(\w+)"[^>]*value="per_/.exec(form.html)[1]
  const body = new URLSearchParams({ _csrf: csrf, [field]: id }).toString()
  const answer = await get(agent, port, '/demonstration', { cookie: form.cookie, body })
  const cookie = answer.cookie ?? form.cookie
  // As a browser does: a connection that the server closed while it was idle is opened again.
  const open = (path) => get(agent, port, path, { cookie }).catch(() => get(agent, port, path, { cookie }))

  const { html: tracker } = await open('/tracker')
  const measures = [
    ...new Set([...tracker.matchAll(/href="(\/measures\/[\w.-]+)"/g)].map(([, path]) => path)),
  ]
  const lists = []
  for (const measure of measures.slice(0, 8)) {
    const { html } = await open(measure)
    const link = /href="(\/measures\/[\w.-]+\/cases\?[^"]+)"/.exec(html)
    if (link) lists.push(link[1].replaceAll('&amp;', '&'))
  }
  const { html: board } = await open('/board')
  const report = /href="(\/board\/\d{4}-\d\d-\d\d)"/.exec(board)[1]
  return {
    get: open,
    pages: (round) => {
      const step = round * 7 + number
      const measure = measures[step % measures.length]
      return [
        ['tracker', '/tracker'],
        ['measure', measure],
        lists.length > 0
          ? ['list', lists[step % lists.length]]
          : ['measure', measures[(step + 3) % measures.length]],
        ['plan', '/plan'],
        ['report', report],
      ]
    },
  }
}

function get(agent, port, path, { cookie, body } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          ...(cookie && { cookie }),
          ...(body !== undefined && {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': body.length,
            origin: `http://127.0.0.1:${port}`,
          }),
        },
      },
      (answer) => {
        const parts = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            html: Buffer.concat(parts).toString(),
            cookie: answer.headers['set-cookie']?.[0]?.split(';')[0],
          }),
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

async function startServer(root, data) {
  const node = [join(root, 'bin/waymark.js'), '--data', data, 'serve', '--port', '0']
  const options = process.env.WAYMARK_BENCH_NODE?.split(' ').filter(Boolean) ?? []
  const child = spawn(process.execPath, [...options, ...node], { stdio: ['ignore', 'pipe', 'pipe'] })
  const port = await new Promise((resolve, reject) => {
    let said = ''
    const read = (text) => {
      said += String(text)
      const address = /at http:\/\/127\.0\.0\.1:(\d+)/.exec(said)
      if (address) resolve(Number(address[1]))
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)))
  })
  return {
    port,
    /** Seconds of processor that the server has used; known on Linux alone. */
    processor() {
      try {
        const parts = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ')
        return (Number(parts[11]) + Number(parts[12])) / CLOCK_TICKS
      } catch {
        return NaN
      }
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [data, root = fileURLToPath(new URL('../..', import.meta.url))] = process.argv.slice(2)
  await benchPeople({ data, root, add: openResults().add })
}
