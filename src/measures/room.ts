import { resultOf, type Room } from '../platform/room.ts'

/** Measures: each returns its cases, and every figure is read from them. */
export const measures: Room = {
  name: 'measures',
  checks: ({ pool, council }) =>
    Promise.resolve([
      {
        name: 'figure-equals-list',
        async verify() {
          const { listsProveFigures } = await import('./figures/figure-reader.ts')
          const snapshot = await pool.current(council.id)
          if (!snapshot) return { ok: true, detail: 'nothing has been loaded yet' }
          const faults = await listsProveFigures(snapshot)
          return resultOf(faults, `every figure of ${snapshot.id} has the list it says`)
        },
      },
      {
        name: 'records-counted',
        async verify() {
          const { recordFaults } = await import('./figures/figure-reader.ts')
          const snapshot = await pool.current(council.id)
          if (!snapshot) return { ok: true, detail: 'nothing has been loaded yet' }
          return resultOf(await recordFaults(snapshot), 'the records of every room that measures count')
        },
      },
    ]),
}
