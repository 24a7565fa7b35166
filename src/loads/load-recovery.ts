import { describeUnfinished } from './cut-off-load.ts'
import { abandonedFolders, removeIncoming } from './incoming.ts'
import { lockFile, removeAbandonedLock } from './load-lock.ts'
import { isRegistered, registerUnsealed } from './load-register-store.ts'
import type { LoadDeps } from './load-deps.ts'
import { removeSnapshotFile, isSnapshotId } from '../dataset/index.ts'
import { throwAwayOverdue } from './waiting-load.ts'

/**
 * At the start of a program: removes what loads left behind whose process is gone, and loads that waited too long for a
 * decision. Returns a sentence about each, which the load register then has too. The snapshot in use does not change.
 */
export async function recoverLoads(deps: LoadDeps): Promise<string[]> {
  const { records, dataDir, clock } = deps
  const sentences = await throwAwayOverdue(deps)
  await removeAbandonedLock(lockFile(dataDir))
  for (const { folder, journal } of await abandonedFolders(dataDir)) {
    // A load that was cut off after its snapshot was recorded is complete: only its folder has to go.
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
