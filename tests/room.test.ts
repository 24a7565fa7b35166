import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '../src/cli/index.ts'
import { openWaymark } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { silentLog } from '../src/platform/log.ts'
import { gatherMigrations } from '../src/platform/migrate.ts'
import { recordTableFaults } from '../src/records/index.ts'
import { rooms } from '../src/rooms.ts'
import { serveCouncil } from '../src/web/index.ts'
import { councilWorld, type CouncilWorld } from './support/council-world.ts'
import { onBothStores } from './support/stores.ts'
import { addressOf, askLine, expectedOf, foundBy } from './support/ask-line.ts'
import { royalVisit } from './support/royal-visits/royal-visit.ts'
import { royalVisits } from './support/royal-visits/room.ts'

/* A new room is one folder and one line: here the folder is `support/royal-visits`, and this is the line. */
const house = [...rooms, royalVisits]
const lines = await royalVisits.accessLines!()

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-room-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function waymark(...words: string[]): Promise<{ code: number; out: string; said: string }> {
  let [out, said] = ['', '']
  const terminal = {
    out: (text: string) => void (out += text),
    say: (text: string) => void (said += text),
    progress: () => {},
  }
  const code = await runCommandLine(['node', 'waymark', '--data', dataDir, ...words], terminal, house)
  return { code, out, said }
}

let world: CouncilWorld
beforeAll(async () => {
  world = await councilWorld({}, house)
  return () => world.close()
})

test('its list shows what its council has', async () => {
  const page = await (await world.visitor('director')).read('/royal-visits')
  expect(page).toContain('1 royal visit.')
  expect(page).toContain('norchester, 5 February 2015')
  expect(page).not.toContain('southby')
})

test('it has its place in the header of every page of theirs', async () => {
  const page = await (await world.visitor('director')).read('/help')
  const sections = [...page.matchAll(/href="(\/[a-z-]*)"[^>]*>(Home|Plan|Board|Royal visits|Data)</g)]
  expect(sections.map(([, href]) => href)).toEqual(['/', '/plan', '/board', '/royal-visits'])
  expect(await (await world.visitor('board_member')).read('/help')).not.toContain('href="/royal-visits"')
})

test('it answers under the API, which describes it', async () => {
  const director = await world.visitor('director')
  expect(JSON.parse(await director.read('/api/royal-visits'))).toMatchObject([
    { team: 'norchester', costPence: 1250 },
  ])
  const described = JSON.parse(await director.read('/api/openapi.json')) as { paths: object }
  expect(Object.keys(described.paths)).toContain('/royal-visits')
  const refused = await (await world.visitor('board_member')).get('/api/royal-visits')
  expect([refused.status, await refused.json()]).toEqual([
    403,
    { error: 'Your role, Board member, does not let you see royal visits' },
  ])
})

test('it answers what a room below asks', async () => {
  const page = await (await world.visitor('director')).read('/measures/as-completed-45wd.from_start')
  expect(page).toContain('<a href="/royal-visits">Royal visits</a>, by team')
})

test('each of its routes has a line in the access matrix', () => {
  const routes = world.app.routes
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => route.includes('/royal-visits') && !route.startsWith('ALL'))
  expect([...new Set(routes)].sort()).toEqual(lines.map(({ route }) => route).sort())
})

test.each(lines)('$route answers each role as its line says', async (line) => {
  expect(await foundBy(world, line)).toEqual(expectedOf(line))
  expect(await askLine(world, null, line)).toBe(line.signedOut ?? 303)
  if (!line.at?.includes('{')) return
  expect(addressOf(line, world.ours)).not.toBe(addressOf(line, world.theirs))
  for (const role of line.to) expect(await askLine(world, role, line, world.theirs)).toBe(404)
})

test('its command and its check are there, and its tables with the first command', async () => {
  expect(await waymark('royal-visits')).toEqual({ code: 0, out: 'No visit yet.', said: '' })
  expect((await waymark('--help')).out).toContain('the teams that were visited')
  const { checks } = JSON.parse((await waymark('check', '--json')).out) as { checks: object[] }
  expect(checks).toContainEqual({ check: 'royal-visits-were-cheap', ok: true, detail: '0 visits' })
  expect(checks).toContainEqual({ check: 'royal-visits-tables', ok: true, detail: '1 table is as declared' })
})

test('its job runs while Waymark is served', async () => {
  const config = readConfig({ data: dataDir, port: '0' }, {})
  const said: string[] = []
  const log = { ...silentLog, info: (message: string) => void said.push(message) }
  const opened = await openWaymark(config, log, house)
  const serving = await serveCouncil(opened)
  await expect.poll(() => said).toContain('Looked at visits')
  await serving.close()
  await opened.close()
})

onBothStores(gatherMigrations(house.map((room) => room.migrations)), (open) => {
  test('its migrations run with those of every room', async () => {
    const store = await open()
    expect(await recordTableFaults(store.records, [royalVisit])).toEqual([])
    expect(await store.records.selectFrom('council').selectAll().execute()).toEqual([])
    await store.close()
  })
})

test('two migrations of one name are refused', () => {
  expect(() => gatherMigrations([royalVisits.migrations, royalVisits.migrations])).toThrow(
    'Two migrations are named 9000-royal-visits',
  )
})
