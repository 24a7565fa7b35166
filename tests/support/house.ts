import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** A floor of the house: its rooms, and what is done there, as docs/house.md prints it. */
export interface Floor {
  readonly rooms: readonly string[]
  readonly does: string
}

/** From the top. A room may use itself and the floors below: never its own floor, never one above. */
export const FLOORS: readonly Floor[] = [
  { rooms: ['cli'], does: 'the command line: every room’s commands, and `serve`' },
  { rooms: ['web'], does: 'the web server: what comes before and around every room’s pages' },
  { rooms: ['main.ts'], does: 'opens the stores and hands them to the rooms' },
  { rooms: ['rooms.ts'], does: 'the list of rooms: one line each' },
  {
    rooms: ['api', 'operations'],
    does: 'what rooms answer as JSON to other programs; first steps of a new council; `check`, `health`: is it up, is it whole',
  },
  { rooms: ['demonstration'], does: 'fills an empty data folder with Norchester City Council' },
  {
    rooms: ['loads', 'board'],
    does: 'bringing files in, keeping and deleting; meetings, the Board report, the first page',
  },
  {
    rooms: ['quality', 'plan', 'oversight', 'hub'],
    does: 'what is wrong with the rows; recommendations, actions and evidence; one child’s record; any room that is not named here',
  },
  {
    rooms: ['performance', 'assurance', 'workforce', 'finance', 'services'],
    does: 'the tracker, charts, targets, published figures, forecasts, the handbook of measures',
  },
  { rooms: ['measures'], does: 'measures that return their cases; figures, lists, small numbers' },
  {
    rooms: ['dataset', 'records'],
    does: 'accepted rows become one sealed snapshot; records, declared once',
  },
  {
    rooms: ['access', 'intake', 'synthetic'],
    does: 'the council, people, roles, the access log; files arrive: recognised, read, accepted or refused; invented councils',
  },
  { rooms: ['ui', 'standards'], does: 'GOV.UK components, charts; what each standard’s tables hold' },
  {
    rooms: ['platform'],
    does: 'days, errors, configuration, records, migrations, documents, commands, jobs',
  },
]

/** Rooms of named files: whatever another room needs of them it imports by name. The others are entered by their doors. */
const SHELVES = ['platform', 'ui', 'standards']

/**
 * How a room is entered: `index.ts`, which never leads to a page, `web.ts` for what its pages share, and `commands.ts` for
 * what other rooms' commands are described by.
 */
const DOOR = /^(index|web|commands)\.ts$/

export const root = join(import.meta.dirname, '../..')

/** A room that no floor names is on the floor of the plan: it uses measures and records, and nothing beside it. */
const NEW_ROOMS = FLOORS.findIndex(({ rooms }) => rooms.includes('plan'))

/** The floor of a room; less than none of a folder that is no room. */
export function floorOf(room: string): number {
  const named = FLOORS.findIndex(({ rooms }) => rooms.includes(room))
  return named < 0 && existsSync(join(root, 'src', room, 'room.ts')) ? NEW_ROOMS : named
}

/** `plan/action.ts`, and `synthetic/random.ts` of the second source root. */
const nameOf = (path: string): string => relative(root, path).replace(/^src\//, '')
const pathOf = (file: string): string => join(root, file.startsWith('synthetic/') ? '' : 'src', file)
export const roomOf = (file: string): string => file.split('/')[0]!

/** Every source file that is not a test. */
export const SOURCE_FILES: readonly string[] = ['src', 'synthetic'].flatMap((source) =>
  readdirSync(join(root, source), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => nameOf(join(root, source, file))),
)

export interface Reference {
  readonly to: string
  /**
   * `static` is loaded with the file; `type` is gone once types are stripped; `dynamic` is loaded when it is asked for;
   * `program` runs in a process of its own; `file` is read.
   */
  readonly kind: 'static' | 'type' | 'dynamic' | 'program' | 'file'
}

const PROGRAM = /\bprogramBeside\(\s*import\.meta\.url,\s*'([^']+)'\s*\)/g

const PATTERNS: readonly (readonly [RegExp, Reference['kind']])[] = [
  [/^\s*(?:import|export) type [^'"]*?from '(\.[^']+)'/gm, 'type'],
  [/^\s*(?:import|export) (?!type )[^'"]*?from '(\.[^']+)'/gm, 'static'],
  [/^\s*import '(\.[^']+)'/gm, 'static'],
  [/\bimport\(\s*'(\.[^']+)'\s*\)/g, 'dynamic'],
  [PROGRAM, 'program'],
  [/\bnew URL\(\s*'(\.[^']+)',\s*import\.meta\.url\s*\)/g, 'file'],
  [/\bsqlFile\(\s*import\.meta\.url,\s*'(\.[^']+)'\s*\)/g, 'file'],
]

/** Everything of ours that a text names: what it imports, runs and reads. */
export function referencesIn(file: string, text: string): Reference[] {
  return PATTERNS.flatMap(([pattern, kind]) =>
    [...text.matchAll(pattern)].map((match) => ({
      kind,
      to: nameOf(join(dirname(pathOf(file)), match[1]!)) + (kind === 'program' ? '.ts' : ''),
    })),
  )
}

export const textOf = (file: string): string => readFileSync(pathOf(file), 'utf8')

export const REFERENCES: ReadonlyMap<string, readonly Reference[]> = new Map(
  SOURCE_FILES.map((file) => [file, referencesIn(file, textOf(file))]),
)

/** What is wrong with one reference; null when nothing is. */
export function faultOf(file: string, { to, kind }: Reference): string | null {
  const [from, into] = [roomOf(file), roomOf(to)]
  if (from === into) return null
  if (floorOf(into) < 0)
    return `${file} names ${to}, which is on no floor: add ${into} to FLOORS in tests/support/house.ts`
  if (floorOf(into) <= floorOf(from)) return `${file} climbs to ${to}`
  if (into === 'synthetic' && from !== 'demonstration') return `${file} uses an invented council: ${to}`
  if (kind === 'program' || kind === 'file') return `${file} reaches into ${into}: ${to}`
  // The rows of a snapshot have a door of their own, for the files that `readers.test.ts` names.
  if (to === 'dataset/rows.ts') return null
  const inner = to.split('/').slice(1).join('/')
  if (SHELVES.includes(into) || inner === '') return null
  if (inner === 'room.ts') return from === 'rooms.ts' ? null : `${file} takes the value of ${into}: ${to}`
  return DOOR.test(inner) ? null : `${file} goes round the doors of ${into}: ${to}`
}

/** Programs started, and modules loaded, by a name that cannot be read here. */
export function unreadableIn(file: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const faults: string[] = []
  for (const [call] of code.matchAll(/\bimport\((?!\s*')[^)]*\)/g)) faults.push(`${file} loads ${call}`)
  if (!/from 'node:(child_process|worker_threads)'/.test(code)) return faults
  for (const [call] of code.matchAll(/\b(?:fork|spawn|spawnSync|exec|execFile|new Worker)\([^\n]*/g)) {
    if (!call.startsWith("fork(programBeside(import.meta.url, '")) faults.push(`${file} starts ${call}`)
  }
  return faults
}

/** The way from a file to a page, by what is loaded with it; null when there is none. */
export function wayToPage(file: string): string[] | null {
  const ways: string[][] = [[file]]
  const seen = new Set([file])
  for (const way of ways) {
    const at = way.at(-1)!
    if (at.endsWith('.tsx')) return way
    for (const { to, kind } of REFERENCES.get(at) ?? []) {
      if (kind !== 'static' || seen.has(to)) continue
      seen.add(to)
      ways.push([...way, to])
    }
  }
  return null
}

/** Files that lead back to themselves, types and all: each circle once. */
export function circles(references: ReadonlyMap<string, readonly Reference[]>): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file)
    if (start >= 0) {
      found.push([...path.slice(start), file])
      return
    }
    if (done.has(file)) return
    for (const { to, kind } of references.get(file) ?? []) {
      if (kind === 'static' || kind === 'type') visit(to, [...path, file])
    }
    done.add(file)
  }
  for (const file of references.keys()) visit(file, [])
  return found
}
