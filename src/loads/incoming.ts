import { mkdir, readFile, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Person } from '../access/index.ts'
import type { Instant } from '../platform/day.ts'
import { newId } from '../platform/id.ts'
import { isAtWork, keepFresh, thisProcess, type ProcessIdentity } from './process-identity.ts'

/** Who began a load, when, and of which files. Written first, so that a load that is cut off can be reported. */
export interface Journal {
  loadId: string
  council: string
  person: { id: string; name: string }
  begunAt: Instant
  files: readonly string[]
  process: ProcessIdentity
  /** Set before the snapshot's file gets its own name. */
  sealingAs: string | null
  /** Since when it has been built and waits for a decision; no process holds it then. */
  waitingSince: Instant | null
}

/** The folder of one load that is under way. Nothing outside it changes until the snapshot is sealed. */
export interface Incoming {
  readonly loadId: string
  readonly folder: string
  readonly journal: Journal
}

const incomingFolder = (dataDir: string): string => join(dataDir, 'incoming')
const journalFile = (folder: string): string => join(folder, 'journal.json')

export async function beginIncoming(
  dataDir: string,
  person: Person,
  begunAt: Instant,
  files: readonly string[],
): Promise<Incoming> {
  const loadId = newId('load')
  const journal: Journal = {
    loadId,
    council: person.council,
    person: { id: person.id, name: person.name },
    begunAt,
    files,
    process: thisProcess(),
    sealingAs: null,
    waitingSince: null,
  }
  const folder = join(incomingFolder(dataDir), loadId)
  await mkdir(folder, { recursive: true })
  await writeJournal(folder, journal)
  beat(folder)
  return { loadId, folder, journal }
}

export async function rewriteJournal(incoming: Incoming, change: Partial<Journal>): Promise<Incoming> {
  const journal = { ...incoming.journal, ...change }
  await writeJournal(incoming.folder, journal)
  if (journal.waitingSince === null) beat(incoming.folder)
  else stopBeat(incoming.folder)
  return { ...incoming, journal }
}

/** The journals that this process keeps fresh, by folder. */
const beats = new Map<string, () => void>()

function beat(folder: string): void {
  if (!beats.has(folder)) beats.set(folder, keepFresh(journalFile(folder)))
}

function stopBeat(folder: string): void {
  beats.get(folder)?.()
  beats.delete(folder)
}

/** Written under another name and renamed, so that a journal is never half written. */
async function writeJournal(folder: string, journal: Journal): Promise<void> {
  const fresh = `${journalFile(folder)}.new`
  await writeFile(fresh, JSON.stringify(journal))
  await rename(fresh, journalFile(folder))
}

/** Removes a load's folder, and the folder of all loads when it was the last. */
export async function removeIncoming(dataDir: string, folder: string): Promise<void> {
  stopBeat(folder)
  await rm(folder, { recursive: true, force: true })
  await rmdir(incomingFolder(dataDir)).catch(() => {
    // Another load is under way, or it was removed already.
  })
}

const MAX_MS_WITHOUT_JOURNAL = 60_000

/** `journal` is null when the load was cut off before its journal was written. */
export async function incomingFolders(
  dataDir: string,
): Promise<{ folder: string; journal: Journal | null }[]> {
  const names = await readdir(incomingFolder(dataDir), { withFileTypes: true }).catch(() => [])
  const folders = names
    .filter((name) => name.isDirectory())
    .map(({ name }) => join(incomingFolder(dataDir), name))
  return Promise.all(folders.map(async (folder) => ({ folder, journal: await readJournal(folder) })))
}

/** Those whose process is gone, except loads that wait for a decision, which need none. */
export async function abandonedFolders(
  dataDir: string,
): Promise<{ folder: string; journal: Journal | null }[]> {
  const abandoned = []
  for (const incoming of await incomingFolders(dataDir)) {
    const { folder, journal } = incoming
    if (journal?.waitingSince) continue
    if (journal ? !(await isAtWork(journal.process, journalFile(folder))) : await isOld(folder))
      abandoned.push(incoming)
  }
  return abandoned
}

async function readJournal(folder: string): Promise<Journal | null> {
  try {
    return JSON.parse(await readFile(journalFile(folder), 'utf8')) as Journal
  } catch {
    return null
  }
}

async function isOld(folder: string): Promise<boolean> {
  const made = await stat(folder).catch(() => null)
  return made !== null && Date.now() - made.mtimeMs > MAX_MS_WITHOUT_JOURNAL
}
