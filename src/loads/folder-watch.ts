import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { allow, operator, type Person } from '../access/index.ts'
import { dayInEngland, formatDay, type Instant } from '../platform/day.ts'
import { Refused } from '../platform/errors.ts'
import type { LoadOutcome } from './load-outcome.ts'
import { load } from './load.ts'
import type { LoadProgress } from './load-request.ts'
import type { LoadDeps } from './load-deps.ts'
import { arrivalsIn, DEALT_WITH, settle, type Seen } from './watched-files.ts'

/** What one look at a watched folder came to: a line of `waymark import --watch --json`. */
export interface Look {
  at: Instant
  /**
   * `gone`: the folder is not there. `coming`: files are there, and may not be whole yet. `known`: the files had been
   * loaded before. `broke`: something of ours went wrong, and the files are left where they are.
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

/** Whose loads they are in the register. */
export const watcher = (council: string): Person => ({
  ...operator(council),
  id: 'watched-folder',
  name: 'The watched folder',
})

/**
 * Watches a folder on the server by looking, which works on every kind of disk. Files that came together and have
 * stood still over two looks are one load; then they move to `done/<snapshot>/`, or to `refused/<time>/` with the
 * reasons in `why.txt`.
 */
export function watchFolder(
  deps: LoadDeps,
  council: string,
  folder: string,
  {
    onProgress,
    now = Date.now,
  }: { onProgress?: ((progress: LoadProgress) => void) | undefined; now?: () => number } = {},
): FolderWatch {
  const pass = allow(watcher(council), 'load:write')
  let seen: Seen = new Map()
  /** What could not be dealt with, as it was then: it is left alone until it changes. */
  const leftAlone = new Map<string, string>()

  const told = (state: Look['state'], sentence: string, more: Partial<Look> = {}): Look => ({
    at: deps.clock.now(),
    state,
    files: [],
    snapshot: null,
    movedTo: null,
    sentence,
    ...more,
  })

  async function bringIn(files: string[], signal: AbortSignal | undefined): Promise<Look> {
    const paths = files.map((name) => join(folder, name))
    let outcome: LoadOutcome | string
    try {
      outcome = await load(deps, pass, { paths }, onProgress, signal)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      outcome = error.message
    }
    if (signal?.aborted && typeof outcome !== 'string' && !outcome.accepted) {
      return told('stopped', 'The load was stopped. The files are left where they are.', { files })
    }
    if (typeof outcome === 'string' || outcome.snapshot === null) {
      const movedTo = await moveAway(files, DEALT_WITH.refused, whenFolder(deps.clock.now()))
      await writeFile(join(movedTo, 'why.txt'), describeWhy(outcome, deps.clock.now()))
      const reason = reasonsOf(outcome)[0] ?? 'no reason was given'
      const sentence = `${formatFiles(files)} ${files.length === 1 ? 'was' : 'were'} refused, and nothing has changed: ${reason}. Every reason is in why.txt beside ${files.length === 1 ? 'it' : 'them'}.`
      return told('refused', sentence, { files, movedTo })
    }
    const { snapshot } = outcome
    const movedTo = await moveAway(files, DEALT_WITH.sealed, snapshot)
    const known = outcome.problems.some(({ code }) => code === 'already-loaded')
    return told(
      known ? 'known' : 'sealed',
      known
        ? `${formatFiles(files)} had been loaded before: snapshot ${snapshot} stands.`
        : `${formatFiles(files)} ${files.length === 1 ? 'was' : 'were'} sealed as ${snapshot}.`,
      { files, snapshot, movedTo },
    )
  }

  /** A name that is taken there gets a number before it. */
  async function moveAway(files: readonly string[], ...under: string[]): Promise<string> {
    const target = join(folder, ...under)
    await mkdir(target, { recursive: true })
    for (const name of files) {
      let free = name
      for (let again = 2; await isThere(join(target, free)); again += 1) free = `${again} ${name}`
      await rename(join(folder, name), join(target, free))
    }
    return target
  }

  return {
    folder,
    async look(signal) {
      const arrivals = await arrivalsIn(folder)
      if (arrivals === null) {
        seen = new Map()
        return told('gone', `The folder ${folder} is not there, or may not be read.`)
      }
      const fresh = arrivals.filter(({ name, state }) => leftAlone.get(name) !== state)
      const settled = settle(fresh, seen, now())
      seen = settled.seen
      if (settled.coming.length > 0) {
        return told(
          'coming',
          `Waiting until ${formatFiles(settled.coming)} ${settled.coming.length === 1 ? 'is' : 'are'} whole.`,
          {
            files: settled.coming,
          },
        )
      }
      if (settled.ready.length === 0) return told('nothing', describeNothing(arrivals.length))
      const files = settled.ready
      try {
        return await bringIn(files, signal)
      } catch (error) {
        deps.log.error('the watched folder: a load broke', error)
        for (const { name, state } of arrivals) if (files.includes(name)) leftAlone.set(name, state)
        const what = error instanceof Error && 'syscall' in error ? `: ${error.message}` : ''
        return told('broke', `${formatFiles(files)}: something went wrong${what}. The log says more.`, {
          files,
        })
      }
    },
  }
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
    '',
  ].join('\n')
