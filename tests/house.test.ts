import { expect, test } from 'vitest'
import {
  circles,
  faultOf,
  FLOORS,
  floorOf,
  REFERENCES,
  referencesIn,
  roomOf,
  SOURCE_FILES,
  textOf,
  unreadableIn,
  wayToPage,
} from './support/house.ts'

const ENTRANCE = 'waymark.ts'
const everyReference = [...REFERENCES].filter(([file]) => file !== ENTRANCE)

test('every room is on a floor, and on one alone', () => {
  const rooms = new Set(SOURCE_FILES.filter((file) => file !== ENTRANCE).map(roomOf))
  const without = [...rooms].filter((room) => floorOf(room) < 0)
  expect(without, `${without.join(', ')} has no room.ts: add it to FLOORS in tests/support/house.ts`).toEqual(
    [],
  )
  const named = FLOORS.flatMap((floor) => floor.rooms)
  expect(named).toEqual([...new Set(named)])
})

test('no import, program or file that is read climbs, and rooms are entered by their doors', () => {
  const faults = everyReference.flatMap(([file, references]) =>
    references.map((reference) => faultOf(file, reference)),
  )
  expect(faults.filter((fault) => fault !== null)).toEqual([])
})

test('what climbs is named, however it does it', () => {
  const faultsIn = (file: string, text: string) =>
    referencesIn(file, text).flatMap((reference) => faultOf(file, reference) ?? [])
  expect(faultsIn('platform/day.ts', "import { plan } from '../plan/index.ts'")).toEqual([
    'platform/day.ts climbs to plan/index.ts',
  ])
  expect(faultsIn('plan/action.ts', "import type { Child } from '../oversight/index.ts'")).toEqual([
    'plan/action.ts climbs to oversight/index.ts',
  ])
  expect(faultsIn('plan/action.ts', "const { add } = await import('../board/index.ts')")).toEqual([
    'plan/action.ts climbs to board/index.ts',
  ])
  expect(
    faultsIn('dataset/seal.ts', "fork(programBeside(import.meta.url, '../loads/seal-program'), [])"),
  ).toEqual(['dataset/seal.ts climbs to loads/seal-program.ts'])
  expect(faultsIn('dataset/build.ts', "new URL('../measures/steps.sql', import.meta.url)")).toEqual([
    'dataset/build.ts climbs to measures/steps.sql',
  ])
  expect(faultsIn('plan/action.ts', "import { allow } from '../access/pass.ts'")).toEqual([
    'plan/action.ts goes round the doors of access: access/pass.ts',
  ])
  expect(faultsIn('board/report.ts', "import { plan } from '../plan/room.ts'")).toEqual([
    'board/report.ts takes the value of plan: plan/room.ts',
  ])
  expect(faultsIn('loads/load.ts', "import { generate } from '../../synthetic/index.ts'")).toEqual([
    'loads/load.ts uses an invented council: synthetic/index.ts',
  ])
})

test('no program is started and nothing is loaded by a name that only running it tells', () => {
  expect(SOURCE_FILES.flatMap((file) => unreadableIn(file, textOf(file)))).toEqual([])
  expect(unreadableIn('a/b.ts', 'await import(`../${room}/index.ts`)')).toEqual([
    'a/b.ts loads import(`../${room}/index.ts`)',
  ])
  expect(unreadableIn('a/b.ts', "import { fork } from 'node:child_process'\nfork(path, [])")).toEqual([
    'a/b.ts starts fork(path, [])',
  ])
})

test('nothing that a room is entered by, and no program, leads to a page', () => {
  const programs = everyReference.flatMap(([, references]) =>
    references.filter(({ kind }) => kind === 'program').map(({ to }) => to),
  )
  expect(programs.length).toBeGreaterThan(1)
  const entered = SOURCE_FILES.filter(
    (file) => /^[^/]+\/(index|room)\.ts$/.test(file) && roomOf(file) !== 'web',
  )
  const ways = [...entered, ...programs, 'rooms.ts', ENTRANCE].map(wayToPage)
  expect(ways.filter((way) => way !== null).map((way) => way.join(' > '))).toEqual([])
  expect(wayToPage('web/index.ts')?.at(-1)).toMatch(/\.tsx$/)
})

test('no file leads back to itself', () => {
  expect(circles(REFERENCES).map((circle) => circle.join(' > '))).toEqual([])
  const circle = new Map([
    ['a.ts', [{ to: 'b.ts', kind: 'static' as const }]],
    ['b.ts', [{ to: 'a.ts', kind: 'type' as const }]],
  ])
  expect(circles(circle)).toEqual([['a.ts', 'b.ts', 'a.ts']])
})

test('there is no drawer for odds and ends', () => {
  expect(
    SOURCE_FILES.filter((file) => /(^|\/)(utils?|common|helpers?|misc|types)(\/|\.tsx?$)/.test(file)),
  ).toEqual([])
})
