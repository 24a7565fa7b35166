import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommandLine } from '../src/cli/index.ts'
import { openWaymark } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { silentLog } from '../src/platform/log.ts'
import { gatherMigrations } from '../src/platform/migrate.ts'
import { rooms } from '../src/rooms.ts'
import { serveCouncil } from '../src/web/index.ts'
import { councilWorld, type CouncilWorld } from './support/council-world.ts'
import { onBothStores } from './support/stores.ts'
import { jobRuns, ROLES_WITHOUT_VISITS, visits } from './support/visits/room.ts'

/* A new room is one folder and one line: here the folder is `support/visits`, and this is the line. */
const house = [...rooms, visits]

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
  const row = { id: 'vis_1', council_id: 'norchester', place: 'The family hub' }
  await world.records.insertInto('visit').values(row).execute()
  return () => world.close()
})

test('its page is served to those with its own permission, and to nobody else', async () => {
  const director = await world.visitor('director')
  expect(await director.read('/visits')).toBe('The family hub')
  for (const role of ROLES_WITHOUT_VISITS) {
    expect([role, (await (await world.visitor(role)).get('/visits')).status]).toEqual([role, 403])
  }
})

test('it has its place in the header of every page of theirs', async () => {
  const page = await (await world.visitor('director')).read('/help')
  const sections = [...page.matchAll(/href="(\/[a-z]*)"[^>]*>(Home|Plan|Board|Visits|Data)</g)]
  expect(sections.map(([, href]) => href)).toEqual(['/', '/plan', '/board', '/visits'])
  expect(await (await world.visitor('board_member')).read('/help')).not.toContain('href="/visits"')
})

test('it answers under the API, which describes it', async () => {
  const director = await world.visitor('director')
  expect(JSON.parse(await director.read('/api/visits'))).toEqual(['The family hub'])
  const described = JSON.parse(await director.read('/api/openapi.json')) as { paths: object }
  expect(Object.keys(described.paths)).toContain('/visits')
  const refused = await (await world.visitor('board_member')).get('/api/visits')
  expect([refused.status, await refused.json()]).toEqual([403, { error: 'board_member may not visits:read' }])
  expect((await (await world.visitor(null)).get('/api/visits')).status).toBe(401)
})

test('each of its routes has a line in the access matrix', async () => {
  const lines = (await visits.accessLines!()).map(({ route }) => route)
  const routes = world.app.routes
    .map(({ method, path }) => `${method} ${path}`)
    .filter((route) => route.includes('/visits'))
  expect([...new Set(routes)].sort()).toEqual([...lines].sort())
})

test('its command and its check are there, and its tables with the first command', async () => {
  expect(await waymark('visits')).toEqual({ code: 0, out: 'No visit yet.', said: '' })
  expect((await waymark('--help')).out).toContain('the places that councillors visited')
  const { checks } = JSON.parse((await waymark('check', '--json')).out) as { checks: object[] }
  expect(checks).toContainEqual({ check: 'visits-have-a-place', ok: true, detail: '' })
})

test('its job runs while Waymark is served', async () => {
  const config = readConfig({ data: dataDir, port: '0' }, {})
  const opened = await openWaymark(config, silentLog, house)
  const serving = await serveCouncil(opened)
  await expect.poll(() => jobRuns).toEqual([opened.council.id])
  await serving.close()
  await opened.close()
})

onBothStores(gatherMigrations(house.map((room) => room.migrations)), (open) => {
  test('its migrations run with those of every room', async () => {
    const store = await open()
    expect(await store.records.selectFrom('visit').selectAll().execute()).toEqual([])
    expect(await store.records.selectFrom('council').selectAll().execute()).toEqual([])
    await store.close()
  })
})

test('two migrations of one name are refused', () => {
  expect(() => gatherMigrations([visits.migrations, visits.migrations])).toThrow(
    'Two migrations are named 9000-visit',
  )
})
