import type { Room } from '../platform/room.ts'
import { loadDeps } from './load-deps.ts'

/** Bringing files in: loads, the watched folder, keeping and deleting. */
export const loads: Room = {
  name: 'loads',
  navigation: [{ text: 'Data', href: '/data', order: 50, needs: 'load:read' }],
  routes: async (services) => (await import('./web.ts')).loadsRoutes(services),
  commands: async () => (await import('./commands/index.ts')).addLoadsCommands,
  jobs: async (services) => (await import('./jobs.ts')).loadsJobs(services),
  async opened(services) {
    const { recoverLoads } = await import('./load-recovery.ts')
    const { reportFigures } = await import('./report-figures.ts')
    const recovered = await recoverLoads(loadDeps(services))
    await reportFigures(services, services.council.id)
    return recovered
  },
  async notices({ records, council }) {
    const { unseenLoads } = await import('./load-register-store.ts')
    return (await unseenLoads(records, council.id)).map(({ id, sentence }) => ({
      sentence,
      href: `/data/loads/${id}`,
    }))
  },
  checks: ({ records, council }) =>
    Promise.resolve([
      {
        name: 'loads-finished',
        async verify() {
          const { unseenLoads } = await import('./load-register-store.ts')
          const unseen = await unseenLoads(records, council.id)
          const said = unseen.map(({ sentence }) => sentence).join(' ')
          return { ok: true, detail: said || 'no load was cut off that nobody has seen' }
        },
      },
    ]),
}
