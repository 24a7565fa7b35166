import { basename, join } from 'node:path'
import type { Pass } from '../access/index.ts'
import { databaseName } from '../intake/index.ts'
import { beginIncoming, removeIncoming, type Incoming } from './incoming.ts'
import { writeKept } from './kept-records.ts'
import { loadedBefore } from './known-load.ts'
import { storeSnapshot } from './load-keeping.ts'
import { goneTables, withTitles } from './load-losses.ts'
import type { LoadDeps } from './load-deps.ts'
import { digestOfChoices, type ReadingChoices } from './reading-choices.ts'
import { readingChoices } from './reading-choices-store.ts'
import type { LoadProgress, LoadRequest } from './load-request.ts'
import { holdLoadLock } from './load-lock.ts'
import { builtLoad, lossyLoad, refusedLoad, stoppedLoad, type LoadOutcome } from './load-outcome.ts'
import type { SealedFacts, SealFacts, SealRequest } from './seal.ts'
import { sealInProcess } from './seal-process.ts'
import { fileExists, snapshotFile, currentSnapshot } from '../dataset/index.ts'
import { builtFile, holdForReview } from './waiting-load.ts'

/**
 * Brings files in. They become one sealed snapshot, or the load is refused and nothing has changed: not the data
 * folder, not the records. A person who stops it by `signal` gets a refusal too. The same files as at the same day
 * are recognised and answered with the snapshot that they made before, unless they are to be read `again`.
 */
export async function load(
  deps: LoadDeps,
  pass: Pass<'load:write'>,
  request: LoadRequest,
  onProgress: (progress: LoadProgress) => void = () => {},
  signal?: AbortSignal,
): Promise<LoadOutcome> {
  const { database } = request
  const names = [
    ...(database ? [databaseName(database)] : []),
    ...request.paths.map((path) => basename(path)),
  ]
  const incoming =
    request.incoming ?? (await beginIncoming(deps.dataDir, pass.person, deps.clock.now(), names))
  const stopped = (how: 'cancelled' | 'killed' | 'too-long') =>
    stoppedLoad(incoming.loadId, names.join(', '), how)
  let waits = false
  try {
    const releaseLock = await holdLoadLock(
      deps.dataDir,
      () => onProgress({ step: 'waiting', rows: 0 }),
      signal,
    )
    if (!releaseLock) return stopped('cancelled')
    try {
      const choices = await readingChoices(deps.records, pass)
      const known =
        request.again || request.carryForward || request.authority || database
          ? null
          : await loadedBefore(deps, pass, request, choices)
      if (known) return known
      const built = builtFile(incoming.folder)
      const sealRequest = await sealRequestOf(deps, pass, request, incoming, choices)
      const facts = await (deps.seal ?? sealInProcess)(sealRequest, onProgress, signal)
      if ('stopped' in facts) return stopped(facts.stopped)
      const { report, sealed } = facts
      if (!sealed) {
        waits = await keepForAnswer(deps, request, incoming, facts)
        return refusedLoad(incoming.loadId, report)
      }
      if (request.ending === 'forget') return builtLoad(incoming.loadId, report, sealed)
      const ended = await endLoad(deps, pass, request, {
        incoming,
        built,
        facts: { report, sealed, choices: digestOfChoices(choices) },
      })
      waits = ended.waits
      return ended.outcome
    } finally {
      await releaseLock()
    }
  } finally {
    if (!waits) await removeIncoming(deps.dataDir, incoming.folder)
  }
}

async function sealRequestOf(
  deps: LoadDeps,
  pass: Pass<'load:write'>,
  { paths, database, asAt, authority, windowFrom, carryForward }: LoadRequest,
  { folder }: Incoming,
  choices: ReadingChoices,
): Promise<SealRequest> {
  return {
    paths,
    database,
    today: deps.clock.today(),
    asAt: asAt ?? null,
    authority,
    windowFrom: windowFrom ?? null,
    before: await inUse(deps, pass.person.council),
    carry: carryForward,
    choices,
    kept: (day) => writeKept(deps, pass.person.council, day, folder),
    target: builtFile(folder),
    temporary: join(folder, 'temporary'),
  }
}

/** Keeps refused files that were sent on the web where only an answer is missing, so that they need not be sent again. */
async function keepForAnswer(
  { clock }: LoadDeps,
  { losses }: LoadRequest,
  incoming: Incoming,
  facts: SealFacts,
): Promise<boolean> {
  if (!facts.report.question || losses !== 'wait') return false
  await holdForReview(incoming, facts, clock.now(), { keepFiles: true })
  return true
}

interface ReadLoad {
  incoming: Incoming
  built: string
  facts: SealFacts & { sealed: SealedFacts }
}

/** Seals a load that nothing stops, keeps it for a decision, or refuses it because tables would go. */
async function endLoad(
  deps: LoadDeps,
  pass: Pass<'load:write'>,
  request: LoadRequest,
  { incoming, built, facts }: ReadLoad,
): Promise<{ outcome: LoadOutcome; waits: boolean }> {
  const { report, sealed } = facts
  const again = request.again || request.carryForward || request.authority !== undefined
  const losses = sealed.losses ?? null
  const isLossy = goneTables(losses).length > 0
  if (losses && isLossy && request.losses === 'refuse')
    return { outcome: lossyLoad(incoming.loadId, report, losses), waits: false }
  if (request.ending === 'wait' || (isLossy && request.losses === 'wait')) {
    await holdForReview(incoming, { ...facts, again }, deps.clock.now(), {
      keepFiles: isLossy || report.question !== undefined || (report.unread ?? []).length > 0,
    })
    return { outcome: builtLoad(incoming.loadId, report, sealed), waits: true }
  }
  const outcome = await storeSnapshot(deps, pass, { incoming, built, facts, again })
  return {
    outcome: losses && outcome.accepted ? { ...outcome, losses: withTitles(losses) } : outcome,
    waits: false,
  }
}

/** What a load is compared with: the snapshot that everyone sees. Null before the first, and when its file is not there. */
async function inUse({ records, dataDir }: LoadDeps, council: string) {
  const current = await currentSnapshot(records, council)
  if (!current) return null
  const file = snapshotFile(dataDir, current.snapshot)
  return (await fileExists(file)) ? { snapshot: current.snapshot, file } : null
}
