import { beforeAll, describe, expect, test } from 'vitest'
import { verifyAccessLog, type AccessLine as Line, type Role } from '../src/access/index.ts'
import { rooms } from '../src/rooms.ts'
import { gather } from '../src/platform/room.ts'
import { ELSEWHERE, EVERYONE, LOAD, MATRIX as WRITTEN, OPEN } from './support/access-matrix.ts'
import { addressOf, askLine, expectedOf, foundBy } from './support/ask-line.ts'
import { councilWorld, type CouncilWorld } from './support/council-world.ts'

/** The lines that rooms say themselves, and those of the others. */
const MATRIX = [...WRITTEN, ...(await gather(rooms, (room) => room.accessLines?.())).flat()]

let world: CouncilWorld
beforeAll(async () => {
  world = await councilWorld()
  return () => world.close()
})

const isForm = (line: Line) => line.route.startsWith('POST')
const askAs = (role: Role | null, line: Line, things = world.ours) => askLine(world, role, line, things)

test('every route of the application is in the matrix, and the matrix has no other', () => {
  const registered = world.app.routes
    .filter((route) => route.method !== 'ALL' && !route.path.startsWith('/assets/'))
    .map((route) => `${route.method} ${route.path}`)
  const said = [...MATRIX, ...OPEN].map((line) => line.route)
  expect([...new Set(registered)].sort()).toEqual([...new Set([...said, ...ELSEWHERE])].sort())
})

describe.each([...MATRIX, ...OPEN].map((line) => [line.route, line] as const))('%s', (_route, line) => {
  test('answers each role as it should', async () => {
    expect(await foundBy(world, line)).toEqual(expectedOf(line))
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
