import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../src/access/index.ts'
import { LISTS } from '../src/oversight/lists/lists.ts'
import { gather } from '../src/platform/room.ts'
import { rooms } from '../src/rooms.ts'
import { EVERYONE, MATRIX as WRITTEN, OPEN } from './support/access-matrix.ts'
import { addressOf } from './support/ask-line.ts'
import { plantedCouncil, type PlantedCouncil } from './support/planted-council.ts'
import { unzip } from './support/unzip.ts'
import type { Visitor } from './support/visitor.ts'

/*
 * Children of other teams are planted with names that are nowhere else, in the data and in what people wrote. Every address of
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

const plantIn = (text: string): string | undefined => planted.plants.find((plant) => text.includes(plant))

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

const OUTSIDE = EVERYONE.filter((role) => role !== 'data_team')

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
    expect([path, answer.status, plantIn(await allOf(answer)) !== undefined]).toEqual([path, 200, true])
  }
})

describe.each(OUTSIDE.map((role): [Role] => [role]))('as the role %s a reader', (role) => {
  test('is told of no child outside their scope by any byte of any address', async () => {
    const visitor = await planted.world.visitor(role)
    const told: string[] = []
    for (const path of addresses()) {
      // What the reader wrote in the address may come back in it.
      const text = (await allOf(await visitor.get(path))).replaceAll(planted.child.ref, (ref) =>
        path.includes(ref) ? '' : ref,
      )
      const found = plantIn(text)
      if (found) told.push(`${path} tells ${found}`)
    }
    expect(told).toEqual([])
  })

  test('is told of none by the answer to any form, or by the search for a whole number', async () => {
    const visitor = await planted.world.visitor(role)
    await visitor.get('/help')
    const told: string[] = []
    for await (const [route, answer] of answersToForms(visitor)) {
      const found = plantIn((await allOf(answer)).replaceAll(planted.child.ref, ''))
      if (found) told.push(`${route} tells ${found}`)
    }
    const search = async (q: string) => {
      const answer = await visitor.post('/search', { q })
      return [answer.status, (await answer.text()).replaceAll(q, 'THE NUMBER')]
    }
    expect(await search(planted.child.number)).toEqual(await search('555099999'))
    expect(told).toEqual([])
  })
})

test('nobody who has not signed in is told of any', async () => {
  const visitor = await planted.world.visitor(null)
  const told: string[] = []
  for (const path of addresses()) {
    const found = plantIn((await allOf(await visitor.get(path))).replaceAll(planted.child.ref, ''))
    if (found) told.push(`${path} tells ${found}`)
  }
  expect(told).toEqual([])
})
