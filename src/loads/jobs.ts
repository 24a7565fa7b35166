import { allow, operator, type Person } from '../access/index.ts'
import type { SnapshotPool } from '../dataset/index.ts'
import type { Job } from '../platform/jobs.ts'
import type { Services } from '../platform/room.ts'
import { dataSetting, saveLook } from './data-setting-store.ts'
import { watchFolder, type FolderWatch } from './folder-watch.ts'
import { loadDeps, type LoadDeps } from './load-deps.ts'
import { purgeDue } from './purge.ts'
import { throwAwayOverdue } from './waiting-load.ts'

/** In whose name loads go on their day. */
const itself = (council: string): Person => ({
  ...operator(council),
  id: 'caretaker',
  name: 'Waymark, by itself',
})

export const loadsJobs = (services: Services): Job[] => [
  folderJob(loadDeps(services), services.council.id),
  deletionJob(loadDeps(services), services.council.id),
]

/** Looks into the watched folder, when there is one. */
export function folderJob(deps: LoadDeps, council: string): Job {
  let watch: FolderWatch | null = null
  return {
    name: 'watched-folder',
    everyMinutes: 1,
    async run(signal) {
      const { setting } = await dataSetting(deps.records, council)
      const { watchedFolder, watching } = setting
      if (!watching || watchedFolder === null) {
        watch = null
        return
      }
      if (watch?.folder !== watchedFolder) watch = watchFolder(deps, council, watchedFolder)
      await saveLook(deps.records, council, await watch.look(signal))
    },
  }
}

/** Deletes what is past its day: snapshots, and loads that nobody answered. Days pass at midnight; an hour later is soon enough. */
export const deletionJob = (
  deps: LoadDeps & { pool: Pick<SnapshotPool, 'byId' | 'release'> },
  council: string,
): Job => ({
  name: 'deletion',
  everyMinutes: 60,
  async run() {
    const { purged, kept } = await purgeDue(deps, allow(itself(council), 'load:write'))
    for (const { snapshot } of purged) deps.log.info('a snapshot was deleted on its day', { snapshot })
    for (const { snapshot, why } of kept) {
      deps.log.info('a snapshot past its day is kept', { snapshot, why })
    }
    await throwAwayOverdue(deps)
  },
})
