import { resultOf, type Room } from '../platform/room.ts'
import { datasetMigrations } from './migrations.ts'
import { verifySnapshots } from './snapshots/snapshot-check.ts'

/** Sealed snapshots: what was accepted, as it was when it was sealed. */
export const dataset: Room = {
  name: 'dataset',
  migrations: datasetMigrations,
  answers: ({ pool, council }) =>
    Promise.resolve({
      async teamNames() {
        const snapshot = await pool.current(council.id)
        return snapshot ? (await import('./facts.ts')).teamNamesIn(snapshot) : []
      },
    }),
  checks: ({ config, records }) =>
    Promise.resolve([
      {
        name: 'snapshot-hash',
        async verify() {
          const found = await verifySnapshots(config.dataDir, records)
          const wrong = found.filter(({ ok }) => !ok).map(({ detail }) => detail)
          return resultOf(wrong, `${found.length} sealed files are as they were sealed`)
        },
      },
    ]),
}
