import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../src/access/index.ts'
import { LISTS } from '../src/oversight/lists/lists.ts'
import { gather } from '../src/platform/room.ts'
import { rooms } from '../src/rooms.ts'
import { EVERYONE, MATRIX as WRITTEN, OPEN } from './support/access-matrix.ts'
import { addressOf } from './support/ask-line.ts'
import { NAMED } from './support/planted-restricted.ts'
import { plantedCouncil, type PlantedCouncil } from './support/planted-council.ts'
import { unzip } from './support/unzip.ts'
import type { Visitor } from './support/visitor.ts'

/*
 * Children of other teams, and one whose record is restricted, are planted with names that are nowhere else, in the data and in what people wrote. Every address of
 * the access matrix is asked as every role, and every byte of every answer is searched: pages, files, workbooks, JSON and
 * errors. A new route is asked because the matrix must name it.
 */

const MATRIX = [...WRITTEN, ...OPEN, ...(await gather(rooms, (room) => room.accessLines?.())).flat()]

let planted: PlantedCouncil
beforeAll(async () => {
  planted = await plantedCouncil()
})
afterAll(() => planted?.world.close())

/** Every byte of an answer as text: its headers, and its body or what is in its archive. */
async function allOf(answer: Response): Promise<string> {
  const body = Buffer.from(await answer.arrayBuffer())
  const isArchive = body.subarray(0, 2).toString() === 'PK'
  const parts = isArchive ? [...unzip(body).values()] : [body]
  return [JSON.stringify([...answer.headers]), ...parts.map((part) => part.toString('utf8'))].join('\n')
}

/** What a text tells of children whom somebody of the role may not see. */
function plantIn(text: string, role: Role | null): string | undefined {
  const { plants, restricted } = planted
  const kept = [...(role === 'data_team' ? [] : plants), ...(role === NAMED ? [] : restricted.plants)]
  return kept.find((plant) => text.includes(plant))
}

/** What the reader wrote in the address may come back in it. */
const withoutAsked = (text: string, path: string): string =>
  [planted.child.ref, planted.restricted.ref].reduce(
    (left, ref) => (path.includes(ref) ? left.replaceAll(ref, '') : left),
    text,
  )

/** The addresses of the matrix, each file as a workbook too, and every list as page, file and JSON. */
function addresses(): string[] {
  const { world } = planted
  const asked = MATRIX.filter(({ route }) => route.startsWith('GET')).map((line) =>
    addressOf(line, world.ours),
  )
  const lists = LISTS.flatMap(({ id }) => [`/lists/${id}`, `/lists/${id}.csv`, `/api/lists/${id}`])
  const narrowed = [
    `/lists/drift?team=South&open=${planted.child.ref}`,
    '/lists/drift.csv?only=several&sort=worker',
    '/lists/over-cap?worker=SW-1',
    '/api/lists/drift?team=South',
    '/measures/cin-drift-list/cases?period=2015-01',
    '/measures/cin-drift-list/cases.csv?period=2015-01&by=team&value=South',
    `/children/${planted.child.ref}`,
    `/lists/assessment-points?open=${planted.restricted.ref}`,
    ...planted.restricted.addresses,
  ]
  const workbooks = [...asked, ...narrowed].flatMap((path) =>
    path.includes('.csv') ? [path.replace('.csv', '.xlsx')] : [],
  )
  return [...new Set([...asked, ...lists, ...narrowed, ...workbooks])]
}

/** Forms of the matrix, as they are sent by somebody who names a child that is not theirs. */
async function* answersToForms(visitor: Visitor): AsyncGenerator<readonly [string, Response]> {
  const { world, child } = planted
  for (const line of MATRIX.filter(({ route }) => route.startsWith('POST'))) {
    const address = addressOf(line, world.ours).replace('open=nobody', `open=${child.ref}`)
    yield [line.route, await visitor.post(address, { [`row.${child.ref}`]: 'yes', reason: '', plan: '' })]
  }
}

test('those who see every child find the planted ones, on pages, in files, in workbooks and as JSON', async () => {
  const visitor = await planted.world.visitor('data_team')
  for (const path of [
    '/lists/drift',
    '/lists/drift.csv',
    '/lists/drift.xlsx',
    '/api/lists/drift',
    '/measures/cin-drift-list/cases?period=2015-01',
    `/children/${planted.child.ref}`,
    '/clinics/actions',
  ]) {
    const answer = await visitor.get(path)
    expect([path, answer.status, plantIn(await allOf(answer), null) !== undefined]).toEqual([path, 200, true])
  }
})

describe.each(EVERYONE.map((role): [Role] => [role]))('as the role %s a reader', (role) => {
  test('is told of no child outside their scope by any byte of any address', async () => {
    const visitor = await planted.world.visitor(role)
    const told: string[] = []
    for (const path of addresses()) {
      const found = plantIn(withoutAsked(await allOf(await visitor.get(path)), path), role)
      if (found) told.push(`${path} tells ${found}`)
    }
    expect(told).toEqual([])
  })

  test('is told of none by the answer to any form, or by the search for a whole number', async () => {
    const visitor = await planted.world.visitor(role)
    await visitor.get('/help')
    const told: string[] = []
    for await (const [route, answer] of answersToForms(visitor)) {
      const found = plantIn((await allOf(answer)).replaceAll(planted.child.ref, ''), role)
      if (found) told.push(`${route} tells ${found}`)
    }
    const search = async (q: string) => {
      const answer = await visitor.post('/search', { q })
      return [answer.status, (await answer.text()).replaceAll(q, 'THE NUMBER')]
    }
    if (role !== 'data_team') expect(await search(planted.child.number)).toEqual(await search('555099999'))
    if (role !== NAMED) expect(await search(planted.restricted.number)).toEqual(await search('666099999'))
    expect(told).toEqual([])
  })
})

describe('a child whose record is restricted', () => {
  const page = async (role: Role, path: string) => {
    const answer = await (await planted.world.visitor(role)).get(path)
    return { status: answer.status, text: await answer.text() }
  }

  test('is shown to the one who is named, in lists and cases, on the record and by number', async () => {
    const { number, ref, addresses } = planted.restricted
    const taskforce = addresses.filter((path) => path.includes('/taskforces/') || path.includes('/missing/'))
    for (const path of [
      '/lists/assessment-points',
      '/lists/assessment-points.csv',
      '/measures/fd-referrals/cases?period=2014-10',
      `/children/${ref}`,
      '/diary?from=2015-02-09',
      ...taskforce,
    ]) {
      const { status, text } = await page(NAMED, path)
      expect([path, status, text.includes(number)]).toEqual([path, 200, true])
    }
    const visitor = await planted.world.visitor(NAMED)
    expect((await visitor.post('/search', { q: number })).headers.get('location')).toBe(`/children/${ref}`)
  })

  test('is counted for everybody else, who is told that a record is kept back', async () => {
    const kept = '1 child’s record is restricted and is not shown to you.'
    for (const role of [
      'team_manager',
      'head_of_service',
      'reviewing_officer',
      'auditor',
      'data_team',
    ] as const) {
      for (const path of ['/lists/assessment-points', '/measures/fd-referrals/cases?period=2014-10'])
        expect([role, path, (await page(role, path)).text.includes(kept)]).toEqual([role, path, true])
      const answer = JSON.parse((await page(role, '/api/lists/assessment-points')).text)
      expect([role, answer.restricted, answer.total - answer.rows.length]).toEqual([role, 1, 1])
    }
    expect((await page(NAMED, '/lists/assessment-points')).text).not.toContain('is restricted')
    const index = async (role: Role) =>
      (JSON.parse((await page(role, '/api/lists')).text) as { name: string; overdue: number }[]).find(
        ({ name }) => name === 'assessment-points',
      )
    expect((await index('team_manager'))?.overdue).toBe((await index(NAMED))?.overdue)
  })

  test('is refused in the access log, with who asked', async () => {
    const { ref, number, addresses } = planted.restricted
    const refusals = async () =>
      await planted.world.records
        .selectFrom('access_log')
        .select(['seq', 'role', 'children'])
        .where('what', '=', 'refused')
        .orderBy('seq')
        .execute()
    const visitor = await planted.world.visitor('team_manager')
    await visitor.get('/help')
    for (const path of [
      `/children/${ref}`,
      `/lists/assessment-points?open=${ref}`,
      ...addresses.filter((one) => /^.(missing|taskforces\/[^/]+\/children\/.)/.test(one)),
    ]) {
      const before = (await refusals()).length
      await visitor.get(path)
      const after = await refusals()
      expect([path, after.length - before]).toEqual([path, 1])
      expect(after.at(-1)).toMatchObject({ role: 'team_manager', children: JSON.stringify([number]) })
    }
    const before = (await refusals()).length
    await visitor.post('/search', { q: number })
    expect((await refusals()).length).toBe(before + 1)
  })
})

test('nobody who has not signed in is told of any', async () => {
  const visitor = await planted.world.visitor(null)
  const told: string[] = []
  for (const path of addresses()) {
    const found = plantIn(withoutAsked(await allOf(await visitor.get(path)), path), null)
    if (found) told.push(`${path} tells ${found}`)
  }
  expect(told).toEqual([])
})
