import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Imports run down: a room may use itself and any lower floor, never its own floor or above. */
const FLOORS = [
  ['platform'],
  ['ui', 'standards'],
  ['access', 'intake', 'synthetic'],
  ['dataset', 'records'],
  ['measures'],
  ['performance', 'assurance', 'workforce', 'finance', 'services'],
  ['quality', 'plan', 'oversight', 'hub'],
  ['loads', 'board'],
  ['demonstration'],
  ['api', 'operations'],
  ['web', 'cli'],
]
const floorOf = (room: string) => FLOORS.findIndex((floor) => floor.includes(room))

/** Files that stand beside the rooms: they open the stores and hand them out, so they may see every room. */
const FRONT_STEP = ['main.ts', 'migrations.ts', 'checks.ts', 'waymark.ts']

/** `plan/action.ts`, and `synthetic/random.ts` of the second source root. */
const named = (file: string) => relative(root, file).replace(/^src\//, '')
const files = ['src', 'synthetic'].flatMap((source) =>
  readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => named(join(root, source, file))),
)

function importsOf(file: string): string[] {
  const path = join(root, file.startsWith('synthetic/') ? '' : 'src', file)
  const text = readFileSync(path, 'utf8')
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g)].map((match) =>
    named(join(dirname(path), match[1]!)),
  )
}

/** What is wrong with one import, or null. Exported rooms come in through `index.ts`; floors are checked too. */
function fault(file: string, imported: string): string | null {
  if (FRONT_STEP.includes(file)) return null
  const [from, to] = [file.split('/')[0]!, imported.split('/')[0]!]
  if (FRONT_STEP.includes(imported)) {
    return ['web', 'cli'].includes(from) ? null : `${file} imports ${imported}, which stands above it`
  }
  if (from === to) return null
  if (floorOf(to) >= floorOf(from)) return `${file} climbs to ${imported}`
  // `platform` and `ui` are shelves of named files; every other room has one front door. A program that runs as a
  // child process may not reach a page, to which the front door leads: it comes in by the side door, `sealing.ts`.
  // A room that child processes enter by its front door keeps its pages behind a door of their own, `pages/index.ts`.
  const inner = imported.split('/').slice(1).join('/')
  const door = /^(index|web)\.tsx?$/
  // The rows of a snapshot have a door of their own, for the files that `readers.test.ts` names.
  if (imported === 'dataset/rows.ts') return null
  if (!['platform', 'ui', 'standards'].includes(to) && !door.test(inner)) {
    return `${file} goes round the front door of ${to}: ${imported}`
  }
  return null
}

test('every room stands on a floor', () => {
  const rooms = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!))
  expect([...rooms].filter((room) => floorOf(room) < 0)).toEqual([])
})

test('no import climbs, and rooms come in by their front door', () => {
  const faults = files
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap((file) => importsOf(file).map((imported) => fault(file, imported)))
  expect(faults.filter((found) => found !== null)).toEqual([])
})

test('an import that climbs is named', () => {
  expect(fault('platform/day.ts', 'plan/index.ts')).toBe('platform/day.ts climbs to plan/index.ts')
  expect(fault('plan/action.ts', 'oversight/index.ts')).toBe('plan/action.ts climbs to oversight/index.ts')
  expect(fault('plan/action.ts', 'access/pass.ts')).toBe(
    'plan/action.ts goes round the front door of access: access/pass.ts',
  )
})

test('there is no drawer for odds and ends', () => {
  expect(files.filter((file) => /(^|\/)(utils?|common|helpers?|misc|types)(\/|\.tsx?$)/.test(file))).toEqual(
    [],
  )
})
