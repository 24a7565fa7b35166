import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pass } from '../access/index.ts'
import { addDays, dayInEngland, formatDay, type Day, type Instant } from '../platform/day.ts'
import type { LoadQuestion } from '../intake/index.ts'
import { NotFound, Stale } from '../platform/errors.ts'
import {
  beginIncoming,
  incomingFolders,
  removeIncoming,
  rewriteJournal,
  type Incoming,
  type Journal,
} from './incoming.ts'
import { storeSnapshot } from './load-keeping.ts'
import { holdLoadLock } from './load-lock.ts'
import type { LoadOutcome } from './load-outcome.ts'
import { registerUnsealed } from './load-register-store.ts'
import type { LoadDeps } from './load-deps.ts'
import { keptFolder } from './kept-records.ts'
import { thisProcess } from './process-identity.ts'
import type { SealFacts } from './seal.ts'

/**
 * A load that has been read and built, and waits in its folder for a decision. It outlives the program that built it.
 * Child-level: its problems have values from the files.
 */
export interface WaitingLoad {
  loadId: string
  loadedBy: string
  files: readonly string[]
  begunAt: Instant
  /** The last day on which it can be answered. */
  answerBy: Day
  facts: SealFacts
  /** The file that was built. */
  built: string
}

export type WaitingLoadLine = Omit<WaitingLoad, 'facts' | 'built'>

/** A load is decided on the same day or after the weekend; a forgotten one would keep children's rows for no purpose. */
const DAYS_WAITING = 7

/** The snapshot of a load as it is built, in the load's own folder. */
export const builtFile = (folder: string): string => join(folder, 'snapshot.duckdb')
const foundFile = (folder: string): string => join(folder, 'found.json')

/** Keeps a load in its folder until it is decided on. The files that were sent are removed, unless they may be read again. */
export async function holdForReview(
  incoming: Incoming,
  facts: SealFacts,
  since: Instant,
  { keepFiles = false } = {},
): Promise<void> {
  const { folder } = incoming
  for (const done of [
    join(folder, 'temporary'),
    keptFolder(folder),
    ...(keepFiles ? [] : [join(folder, 'files')]),
  ])
    await rm(done, { recursive: true, force: true })
  await writeFile(foundFile(folder), JSON.stringify(facts), { mode: 0o600 })
  await rewriteJournal(incoming, { waitingSince: since })
}

/** The council's loads that wait, the oldest first. */
export async function waitingLoads(dataDir: string, pass: Pass<'load:read'>): Promise<WaitingLoadLine[]> {
  const waiting = await waitingFolders(dataDir)
  return waiting
    .filter(({ journal }) => journal.council === pass.person.council)
    .map(({ journal, since }) => summariseJournal(journal, since))
    .sort((a, b) => (a.begunAt < b.begunAt ? -1 : 1))
}

/** Null when no such load of the council waits. */
export async function waitingLoad(
  dataDir: string,
  council: string,
  loadId: string,
): Promise<WaitingLoad | null> {
  const found = await folderOf(dataDir, council, loadId)
  const text = found && (await readFile(foundFile(found.folder), 'utf8').catch(() => null))
  if (!text) return null
  const facts = JSON.parse(text) as SealFacts
  return { ...summariseJournal(found.journal, found.since), facts, built: builtFile(found.folder) }
}

/** What is asked about a load that was refused and whose files are kept. */
export function questionOf(waiting: WaitingLoad | null): { asked: LoadQuestion; answerBy: Day } | undefined {
  const asked = waiting?.facts.report.question
  return waiting && asked ? { asked, answerBy: waiting.answerBy } : undefined
}

/** The load becomes that of the person who seals it. */
export async function sealWaiting(
  deps: LoadDeps,
  pass: Pass<'load:write'>,
  loadId: string,
): Promise<LoadOutcome> {
  const { incoming, facts } = await takeWaiting(deps.dataDir, pass.person.council, loadId)
  try {
    const releaseLock = await holdLoadLock(deps.dataDir, () => {})
    try {
      const built = builtFile(incoming.folder)
      return await storeSnapshot(deps, pass, { incoming, built, facts, again: facts.again })
    } finally {
      await releaseLock?.()
    }
  } finally {
    await removeIncoming(deps.dataDir, incoming.folder)
  }
}

/** Takes the files of a load that waits into a new one, and ends the first. Throws Stale when they are not there. */
export async function takeFiles(
  { dataDir, clock }: Pick<LoadDeps, 'dataDir' | 'clock'>,
  pass: Pass<'load:write'>,
  loadId: string,
): Promise<{ incoming: Incoming; paths: string[] }> {
  const { incoming: first } = await takeWaiting(dataDir, pass.person.council, loadId)
  const incoming = await beginIncoming(dataDir, pass.person, clock.now(), first.journal.files)
  const files = join(incoming.folder, 'files')
  await rename(join(first.folder, 'files'), files).catch(async (error: unknown) => {
    await removeIncoming(dataDir, incoming.folder)
    throw new Stale('The files of this load are no longer there: load them again.', { cause: error })
  })
  await removeIncoming(dataDir, first.folder)
  return { incoming, paths: (await readdir(files)).map((file) => join(files, file)) }
}

/** Returns the sentence that the register has. */
export async function throwAway(deps: LoadDeps, pass: Pass<'load:write'>, loadId: string): Promise<string> {
  const { incoming } = await takeWaiting(deps.dataDir, pass.person.council, loadId)
  return end(deps, incoming, `was thrown away by ${pass.person.name} before it was sealed`)
}

/** Throws away, of every council, what has waited too long. Answers a sentence about each. */
export async function throwAwayOverdue(deps: LoadDeps): Promise<string[]> {
  const sentences: string[] = []
  for (const { folder, journal, since } of await waitingFolders(deps.dataDir)) {
    if (deps.clock.today() <= answerBy(since)) continue
    const incoming = { loadId: journal.loadId, folder, journal }
    sentences.push(await end(deps, incoming, `waited ${DAYS_WAITING} days for an answer and was thrown away`))
  }
  return sentences
}

async function end(
  { records, dataDir, clock }: LoadDeps,
  { journal, folder }: Incoming,
  how: string,
): Promise<string> {
  const { files, begunAt, person } = journal
  const begun = formatDay(dayInEngland(begunAt))
  const sentence = `The load of ${files.join(', ')} begun on ${begun} by ${person.name} ${how}. Nothing was changed.`
  await registerUnsealed(records, journal, { state: 'thrown-away', endedAt: clock.now(), sentence })
  await removeIncoming(dataDir, folder)
  return sentence
}

/** Makes the waiting load this process's own, so that it is decided on only once. */
async function takeWaiting(
  dataDir: string,
  council: string,
  loadId: string,
): Promise<{ incoming: Incoming; facts: SealFacts }> {
  const found = await folderOf(dataDir, council, loadId)
  if (!found) throw new NotFound('no such load waits')
  const { folder, journal } = found
  const taken = `${foundFile(folder)}.taken`
  await rename(foundFile(folder), taken).catch((error: unknown) => {
    throw new Stale('Someone else has just answered this load.', { cause: error })
  })
  const incoming = await rewriteJournal(
    { loadId, folder, journal },
    { process: thisProcess(), waitingSince: null },
  )
  return { incoming, facts: JSON.parse(await readFile(taken, 'utf8')) as SealFacts }
}

async function waitingFolders(
  dataDir: string,
): Promise<{ folder: string; journal: Journal; since: Instant }[]> {
  return (await incomingFolders(dataDir)).flatMap(({ folder, journal }) =>
    journal?.waitingSince ? [{ folder, journal, since: journal.waitingSince }] : [],
  )
}

const folderOf = async (dataDir: string, council: string, loadId: string) =>
  (await waitingFolders(dataDir)).find(
    ({ journal }) => journal.loadId === loadId && journal.council === council,
  )

const answerBy = (since: Instant): Day => addDays(dayInEngland(since), DAYS_WAITING)

const summariseJournal = ({ loadId, person, files, begunAt }: Journal, since: Instant) => ({
  loadId,
  loadedBy: person.name,
  files,
  begunAt,
  answerBy: answerBy(since),
})
