import { expect, test } from 'vitest'
import { definePermission } from '../src/access/index.ts'
import type { RecordTable } from '../src/measures/index.ts'
import type { Room } from '../src/platform/room.ts'
import { rooms } from '../src/rooms.ts'
import { councilWorld } from './support/council-world.ts'

/* Measures of records on their pages: what a list shows, who may open it, and what a fault in a room leaves. */

/** The rooms, of which the plan hands over something else than its own tables. */
const withPlanRows = (change: (tables: readonly RecordTable[]) => readonly RecordTable[]): Room[] =>
  rooms.map((room) => {
    const { measureRows } = room
    return room.name === 'plan' && measureRows
      ? { ...room, measureRows: async (context) => change(await measureRows(context)) }
      : room
  })

test('a list of records names each with a link to its page, and speaks of no child', async () => {
  const world = await councilWorld({ population: { '2014': 118000 } })
  const member = await world.visitor('board_member')
  const list = await member.read('/measures/pl-brag/cases?period=2015-02')
  expect(list).toContain(`<a href="/plan/actions/${world.ours.action}">1.1 Agree a standard</a>`)
  expect(list).toContain('The actions behind Actions by rating')
  expect(list).not.toMatch(/child|Worker|Your role shows you/)
  expect(await member.read('/measures/pl-brag/cases.csv?period=2015-02')).toContain('1.1')

  const page = await member.read('/measures/pl-brag')
  expect(page).toContain('The actions behind it')
  expect(page).toContain('/measures/pl-brag.brag/cases?')
  expect(page).not.toMatch(/per 10,000|lists of children|: the children/)

  // Of 0 of 0, and never that no child was counted.
  const evidence = await member.read('/measures/pl-evidence')
  expect(evidence).not.toContain('No child')
  expect(await member.read('/handbook/measures/pl-brag')).toContain('Its figures, chart and records')

  const reads = await world.records.selectFrom('access_log').select('what').execute()
  expect(reads.filter(({ what }) => what === 'cases' || what === 'export')).toEqual([])
  await world.close()
})

test('a list of records is for those who may read their kind, whatever children they see', async () => {
  const read = definePermission({
    id: 'actions:read',
    allows: 'see actions as records',
    roles: ['board_member', 'auditor'],
  })
  const world = await councilWorld(
    {},
    withPlanRows((tables) => tables.map((table) => ({ ...table, read }))),
  )
  const answer = async (role: 'board_member' | 'auditor' | 'head_of_service') => {
    const visitor = await world.visitor(role)
    const { status } = await visitor.get('/measures/pl-brag/cases?period=2015-02')
    return [status, (await visitor.read('/measures/pl-brag')).includes('/measures/pl-brag.brag/cases?')]
  }
  expect(await answer('board_member')).toEqual([200, true])
  // Drawn no children, and shown the records.
  expect(await answer('auditor')).toEqual([200, true])
  expect(await answer('head_of_service')).toEqual([403, false])
  await world.close()
})

test('a room whose records cannot be read takes down no page, and its measures say why they have no figure', async () => {
  const world = await councilWorld(
    {},
    withPlanRows(() => {
      throw new Error('a column is gone')
    }),
  )
  const director = await world.visitor('head_of_service')
  for (const path of ['/', '/tracker', '/board', '/measures', '/measures/as-completed-45wd', '/data/quality'])
    expect([path, (await director.get(path)).status]).toEqual([path, 200])
  const page = await director.read('/measures/pl-brag')
  expect(page).toContain('Not available.')
  expect(page).toContain('The records that it counts could not be read; the log of the program says why.')
  expect((await director.get('/measures/pl-brag/cases?period=2015-02')).status).toBe(404)

  const [measures] = rooms.filter(({ name }) => name === 'measures')
  const checks = await measures!.checks!(world.services)
  const counted = checks.find(({ name }) => name === 'records-counted')
  expect(await counted!.verify()).toEqual({
    ok: false,
    detail: 'the records of plan could not be counted: a column is gone',
  })
  await world.close()
})
