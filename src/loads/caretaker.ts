import { setTimeout as wait } from 'node:timers/promises'
import { allow, operator, type Person } from '../access/index.ts'
import type { Log } from '../platform/log.ts'
import { dataSetting, saveLook } from './data-setting-store.ts'
import { watchFolder, type FolderWatch } from './folder-watch.ts'
import type { LoadDeps } from './load.ts'
import { purgeDue } from './purge.ts'
import type { SnapshotPool } from '../dataset/index.ts'
import { throwAwayOverdue } from './waiting-load.ts'

export interface CaretakerDeps extends LoadDeps {
  pool: Pick<SnapshotPool, 'release'>
  log: Log
}

/** What goes round while Waymark is served. */
export interface Caretaker {
  /** Ends the round under way: a load in it is cancelled. */
  stop(): Promise<void>
}

const BETWEEN_ROUNDS_MS = 60_000
/** Days pass at midnight; an hour later is soon enough. */
const ROUNDS_BETWEEN_PURGES = 60

/** In whose name loads go on their day. */
const caretaker = (council: string): Person => ({
  ...operator(council),
  id: 'caretaker',
  name: 'Waymark, by itself',
})

/**
 * Looks into the watched folder every minute, and every hour deletes what is past its day: snapshots, and loads that
 * nobody answered. A round that breaks is logged, and the next is made all the same.
 */
export function startCaretaker(deps: CaretakerDeps, council: string): Caretaker {
  const stop = new AbortController()
  const rounds = makeRounds(deps, council, stop.signal)
  return {
    async stop() {
      stop.abort()
      await rounds
    },
  }
}

async function makeRounds(deps: CaretakerDeps, council: string, signal: AbortSignal): Promise<void> {
  const round = caretakerRound(deps, council)
  for (let number = 0; !signal.aborted; number += 1) {
    await round(number, signal)
    await wait(BETWEEN_ROUNDS_MS, undefined, { signal, ref: false }).catch(() => {
      // Told to stop.
    })
  }
}

/** One round; the first and every sixtieth delete too. Never fails. */
export function caretakerRound(
  deps: CaretakerDeps,
  council: string,
): (number: number, signal: AbortSignal) => Promise<void> {
  const { records, log } = deps
  let watch: FolderWatch | null = null

  async function lookIntoFolder(signal: AbortSignal): Promise<void> {
    const { setting } = await dataSetting(records, council)
    const { watchedFolder, watching } = setting
    if (!watching || watchedFolder === null) {
      watch = null
      return
    }
    if (watch?.folder !== watchedFolder) watch = watchFolder(deps, council, watchedFolder)
    await saveLook(records, council, await watch.look(signal))
  }

  async function deleteOverdue(): Promise<void> {
    const { purged, kept } = await purgeDue(deps, allow(caretaker(council), 'load:write'))
    for (const { snapshot } of purged) log.info('a snapshot was deleted on its day', { snapshot })
    for (const { snapshot, why } of kept) log.info('a snapshot past its day is kept', { snapshot, why })
    await throwAwayOverdue(deps)
  }

  const logged = async (what: string, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      log.error(what, error)
    }
  }
  return async (number, signal) => {
    await logged('the watched folder could not be looked into', () => lookIntoFolder(signal))
    if (number % ROUNDS_BETWEEN_PURGES === 0) {
      await logged('loads past their day could not be deleted', deleteOverdue)
    }
  }
}
