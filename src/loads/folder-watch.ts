import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { allow, operator, type Person } from '../access/index.ts'
import { dayInEngland, formatDay, type Instant } from '../platform/day.ts'
import { Refused } from '../platform/errors.ts'
import type { LoadOutcome } from './load-outcome.ts'
import { load } from './load.ts'
import { dataSetting } from './data-setting-store.ts'
import { describeLosses, goneTables } from './load-losses.ts'
import type { LoadProgress, LoadRequest } from './load-request.ts'
import type { LoadDeps } from './load-deps.ts'
import { arrivalsIn, DEALT_WITH, settle, type Seen } from './watched-files.ts'

/** What one look at a watched folder came to: a line of `waymark import --watch --json`. */
export interface Look {
  at: Instant
  /**
   * `gone`: the folder is not there. `coming`: files are there, and may not be whole yet. `known`: the files had been
   * loaded before. `broke`: an error in Waymark; the files are left where they are.
   */
  state: 'gone' | 'nothing' | 'coming' | 'sealed' | 'known' | 'refused' | 'broke' | 'stopped'
  files: string[]
  snapshot: string | null
  /** Where the files are now, when they were moved. */
  movedTo: string | null
  sentence: string
}

/** One folder, looked at again and again. */
export interface FolderWatch {
  readonly folder: string
  /** Looks, and loads what has come. Never throws. */
  look(signal?: AbortSignal): Promise<Look>
}

interface WatchOptions {
  onProgress?: ((progress: LoadProgress) => void) | undefined
  /** As the council's setting says, when it is not given. */
  carryForward?: boolean | undefined
  now?: () => number
}

/** The person that these loads have in the register. */
const watcher = (council: string): Person => ({
  ...operator(council),
  id: 'watched-folder',
  name: 'The watched folder',
})

/**
 * Watches a folder on the server by looking, which works on every kind of disk. Files that came together and have
 * not changed between two looks are one load; then they move to `done/<snapshot>/`, or to `refused/<time>/` with the
 * reasons in `why.txt`.
 */
export function watchFolder(
  deps: LoadDeps,
  council: string,
  folder: string,
  { onProgress, carryForward, now = Date.now }: WatchOptions = {},
): FolderWatch {
  let seen: Seen = new Map()
  /** What could not be loaded, by name with its state then: it is left until it changes. */
  const leftAlone = new Map<string, string>()
  const answer: Answer = (state, sentence, more = {}) => ({
    at: deps.clock.now(),
    state,
    files: [],
    snapshot: null,
    movedTo: null,
    sentence,
    ...more,
  })
  const loadFiles = (files: string[], signal: AbortSignal | undefined) =>
    loadAndMove(deps, { council, folder, files, carryForward, onProgress, signal }, answer)

  return {
    folder,
    async look(signal) {
      const arrivals = await arrivalsIn(folder)
      if (arrivals === null) {
        seen = new Map()
        return answer('gone', `The folder ${folder} is not there, or may not be read.`)
      }
      const fresh = arrivals.filter(({ name, state }) => leftAlone.get(name) !== state)
      const settled = settle(fresh, seen, now())
      seen = settled.seen
      if (settled.coming.length > 0) {
        return answer(
          'coming',
          `Waiting until ${formatFiles(settled.coming)} ${settled.coming.length === 1 ? 'is' : 'are'} whole.`,
          { files: settled.coming },
        )
      }
      if (settled.ready.length === 0) return answer('nothing', describeNothing(arrivals.length))
      const files = settled.ready
      try {
        return await loadFiles(files, signal)
      } catch (error) {
        deps.log.error('the watched folder: a load broke', error)
        for (const { name, state } of arrivals) if (files.includes(name)) leftAlone.set(name, state)
        const what = error instanceof Error && 'syscall' in error ? `: ${error.message}` : ''
        return answer('broke', `${formatFiles(files)}: something went wrong${what}. The log says more.`, {
          files,
        })
      }
    },
  }
}

type Answer = (state: Look['state'], sentence: string, more?: Partial<Look>) => Look

interface FolderLoad {
  council: string
  folder: string
  files: string[]
  carryForward: boolean | undefined
  onProgress: ((progress: LoadProgress) => void) | undefined
  signal: AbortSignal | undefined
}

/** Loads files, then moves them out of the folder by what became of them. A load that was stopped leaves them there. */
async function loadAndMove(
  deps: LoadDeps,
  { council, folder, files, carryForward, onProgress, signal }: FolderLoad,
  answer: Answer,
): Promise<Look> {
  const paths = files.map((name) => join(folder, name))
  const loadFrom = (more: Partial<LoadRequest>) =>
    load(
      deps,
      allow(watcher(council), 'load:write'),
      { paths, losses: 'refuse', ...more },
      onProgress,
      signal,
    )
  let outcome: LoadOutcome | string
  try {
    outcome = await loadFrom({})
    const carries = carryForward ?? (await dataSetting(deps.records, council)).setting.carryForward
    // Read as they are first, so that files that were loaded before are known as such.
    if (carries && goneTables(outcome.losses).length > 0 && !outcome.accepted)
      outcome = await loadFrom({ carryForward: true })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    outcome = error.message
  }
  if (signal?.aborted && typeof outcome !== 'string' && !outcome.accepted) {
    return answer('stopped', 'The load was stopped. The files are left where they are.', { files })
  }
  if (typeof outcome === 'string' || outcome.snapshot === null) {
    const at = deps.clock.now()
    const movedTo = await moveAway(folder, files, DEALT_WITH.refused, whenFolder(at))
    await writeFile(join(movedTo, 'why.txt'), describeWhy(outcome, at))
    const reason = reasonsOf(outcome)[0] ?? 'no reason was given'
    const sentence = `${formatFiles(files)} ${files.length === 1 ? 'was' : 'were'} refused, and nothing has changed: ${reason}. Every reason is in why.txt next to ${files.length === 1 ? 'it' : 'them'}.`
    return answer('refused', sentence, { files, movedTo })
  }
  const { snapshot } = outcome
  const movedTo = await moveAway(folder, files, DEALT_WITH.sealed, snapshot)
  const known = outcome.problems.some(({ code }) => code === 'already-loaded')
  return answer(
    known ? 'known' : 'sealed',
    known
      ? `${formatFiles(files)} had been loaded before: snapshot ${snapshot} has them.`
      : [
          `${formatFiles(files)} ${files.length === 1 ? 'was' : 'were'} sealed as ${snapshot}.`,
          ...describeChange(outcome),
        ].join(' '),
    { files, snapshot, movedTo },
  )
}

/** What everyone sees less of, what was taken over from the load before, and whether it is in use at all. */
const describeChange = ({ losses, problems, inUse }: LoadOutcome): string[] => [
  ...problems.filter(({ code }) => code === 'carried-forward').map(({ message }) => `${message}.`),
  ...(losses ? describeLosses(losses, true) : []),
  ...(inUse
    ? [`It is not in use: everyone still sees ${inUse.snapshot}, as at ${formatDay(inUse.asAt)}.`]
    : []),
]

/** A name that is taken there gets a number before it. */
async function moveAway(folder: string, files: readonly string[], ...under: string[]): Promise<string> {
  const target = join(folder, ...under)
  await mkdir(target, { recursive: true })
  for (const name of files) {
    let free = name
    for (let again = 2; await isThere(join(target, free)); again += 1) free = `${again} ${name}`
    await rename(join(folder, name), join(target, free))
  }
  return target
}

const describeNothing = (left: number): string =>
  left === 0
    ? 'Nothing new lay in the folder.'
    : 'Nothing new lay in the folder. What lies there could not be dealt with before, and is left until it changes.'

const formatFiles = (files: readonly string[]): string =>
  files.length > 3 ? `${files.length} files` : new Intl.ListFormat('en-GB').format(files)

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null

/** `2026-11-24T15-30-05`: no colon, which not every disk takes. */
const whenFolder = (at: Instant): string => at.slice(0, 19).replaceAll(':', '-')

const reasonsOf = (outcome: LoadOutcome | string): string[] =>
  typeof outcome === 'string'
    ? [outcome]
    : outcome.problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)

const describeWhy = (outcome: LoadOutcome | string, at: Instant): string =>
  [
    `These files were refused on ${formatDay(dayInEngland(at))}. Nothing has changed: everyone still sees the load before.`,
    '',
    'What stopped them:',
    ...reasonsOf(outcome).map((reason) => `- ${reason}`),
    '',
    'Put it right in the case system, take the files out again and put them in the watched folder.',
    ...(typeof outcome !== 'string' && goneTables(outcome.losses).length > 0
      ? [
          'Or have tables that files do not bring carried forward: Data, then "How long loads are kept, and the watched folder".',
        ]
      : []),
    '',
  ].join('\n')
