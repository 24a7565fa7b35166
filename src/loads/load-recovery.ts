import { rm } from 'node:fs/promises'
import { formatDay, type Day } from '../platform/day.ts'
import { abandonedFolders, removeIncoming, type Journal } from './incoming.ts'
import { isAbandoned, lockFile } from './load-lock.ts'
import { isRegistered, registerUnsealed } from './load-register-store.ts'
import type { LoadDeps } from './load-deps.ts'
import { removeSnapshotFile, isSnapshotId } from '../dataset/index.ts'
import { throwAwayOverdue } from './waiting-load.ts'

/**
 * At the start of a program: clears away what loads left behind whose process is gone, and those that waited too long
 * for an answer, and answers a sentence about each, which the load register then holds too. The snapshot that was in
 * use before is in use still.
 */
export async function recoverLoads(deps: LoadDeps): Promise<string[]> {
  const { records, dataDir, clock } = deps
  const sentences = await throwAwayOverdue(deps)
  if (await isAbandoned(lockFile(dataDir))) await rm(lockFile(dataDir), { force: true })
  for (const { folder, journal } of await abandonedFolders(dataDir)) {
    // A load that was cut off after its snapshot had been recorded was finished in all but its tidying up.
    if (journal && !(await isRegistered(records, journal.loadId))) {
      if (journal.sealingAs && !(await isSnapshotId(records, journal.sealingAs))) {
        await removeSnapshotFile(dataDir, journal.sealingAs)
      }
      const sentence = describeUnfinished(journal)
      await registerUnsealed(records, journal, { state: 'unfinished', endedAt: clock.now(), sentence })
      sentences.push(sentence)
    }
    await removeIncoming(dataDir, folder)
  }
  return sentences
}

const describeUnfinished = ({ files, begunAt, person }: Journal): string =>
  `The load of ${files.join(', ')} begun on ${formatDay(begunAt.slice(0, 10) as Day)} by ${person.name} did not finish. ` +
  'Nothing was changed.'
