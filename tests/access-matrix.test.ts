import { beforeAll, describe, expect, test } from 'vitest'
import { verifyAccessLog, type AccessLine as Line, type Role } from '../src/access/index.ts'
import { rooms } from '../src/rooms.ts'
import { gather } from '../src/platform/room.ts'
import { ELSEWHERE, EVERYONE, LOAD, MATRIX as WRITTEN, OPEN } from './support/access-matrix.ts'
import { councilWorld, type CouncilThings, type CouncilWorld } from './support/council-world.ts'

/** The lines that rooms say themselves, and those of the others. */
const MATRIX = [...WRITTEN, ...(await gather(rooms, (room) => room.accessLines?.())).flat()]

let world: CouncilWorld
beforeAll(async () => {
  world = await councilWorld()
  return () => world.close()
})

/** Puts a council's own things into their places: `{action}`. */
const filled = (text: string, things: CouncilThings): string =>
  text.replace(/\{(\w+)\}/g, (_all, name) => things[name as keyof CouncilThings])
const addressOf = (line: Line, things: CouncilThings): string =>
  line.at ? encodeURI(filled(line.at, things)) : line.route.replace(/^\w+ /, '')
const formOf = (line: Line, things: CouncilThings): Record<string, string> =>
  Object.fromEntries(Object.entries(line.form ?? {}).map(([name, value]) => [name, filled(value, things)]))
const isForm = (line: Line) => line.route.startsWith('POST')

async function askAs(role: Role | null, line: Line, things = world.ours): Promise<number> {
  const visitor = await world.visitor(role)
  const address = addressOf(line, things)
  return (await (isForm(line) ? visitor.post(address, formOf(line, things)) : visitor.get(address))).status
}

test('every route of the application is in the matrix, and the matrix has no other', () => {
  const registered = world.app.routes
    .filter((route) => route.method !== 'ALL' && !route.path.startsWith('/assets/'))
    .map((route) => `${route.method} ${route.path}`)
  const said = [...MATRIX, ...OPEN].map((line) => line.route)
  expect([...new Set(registered)].sort()).toEqual([...said, ...ELSEWHERE].sort())
})

describe.each([...MATRIX, ...OPEN].map((line) => [line.route, line] as const))('%s', (_route, line) => {
  test('answers each role as it should', async () => {
    const found: Partial<Record<Role, number>> = {}
    const expected: Partial<Record<Role, number>> = {}
    for (const role of EVERYONE) {
      found[role] = await askAs(role, line)
      expected[role] = line.to.includes(role) ? (line.but?.[role] ?? line.answer) : 403
    }
    expect(found).toEqual(expected)
  })

  test('answers nobody who has not signed in, unless it is open to all', async () => {
    expect(await askAs(null, line)).toBe(OPEN.includes(line) ? 200 : (line.signedOut ?? 303))
  })

  if (isForm(line)) {
    test('refuses a form without its proof from anyone', async () => {
      for (const role of [null, ...EVERYONE]) {
        const visitor = await world.visitor(role)
        const answer = await visitor.post(addressOf(line, world.ours), { _csrf: 'forged' })
        expect([role, answer.status]).toEqual([role, 403])
      }
    })
  }

  if (line.at?.includes('{')) {
    test('does not find what is another council’s', async () => {
      for (const role of line.to) {
        expect([role, await askAs(role, line, world.theirs)]).toEqual([role, 404])
      }
    })
  }
})

test('files are taken from the data team alone', async () => {
  for (const role of EVERYONE.filter((each) => !LOAD.includes(each))) {
    expect([role, (await (await world.visitor(role)).post('/data/upload')).status]).toEqual([role, 403])
  }
})

test('no page of ours shows a word of the other council', async () => {
  const visitor = await world.visitor('programme_manager')
  for (const path of ['/', '/plan', '/people', '/data', '/tracker', '/board', '/plan/plan.csv']) {
    expect(await visitor.read(path)).not.toContain('southby')
  }
})

test('a child out of scope is not found, and no child is written to the log for it', async () => {
  const count = async () =>
    (await world.records.selectFrom('access_log').select('seq').where('what', '=', 'child').execute()).length
  const before = await count()
  const auditor = await world.visitor('auditor')
  expect((await auditor.get(`/children/${world.ours.child}`)).status).toBe(404)
  expect(await count()).toBe(before)
  const manager = await world.visitor('team_manager')
  expect((await manager.get(`/children/${world.ours.child}`)).status).toBe(200)
  expect(await count()).toBe(before + 1)
})

test('after all of this the log’s chain holds', async () => {
  expect(await verifyAccessLog(world.records, 'norchester')).toMatchObject({ ok: true })
})
