import type { Room } from '../platform/room.ts'
import { allow, operator } from '../access/index.ts'
import { loadDeps } from './load-deps.ts'
import { loadsMigrations } from './migrations.ts'

/** Bringing files in: loads, the watched folder, keeping and deleting. */
export const loads: Room = {
  name: 'loads',
  navigation: [{ text: 'Data', href: '/data', order: 50, needs: 'load:read' }],
  home: async (services) => (await import('./home.tsx')).loadsHome(services),
  migrations: loadsMigrations,
  routes: async (services) => (await import('./web.ts')).loadsRoutes(services),
  commands: async () => (await import('./commands/index.ts')).addLoadsCommands,
  jobs: async (services) => (await import('./jobs.ts')).loadsJobs(services),
  async accessLines() {
    const { kinds, recordLines } = await readingChoices()
    const { learnedSpelling, workerRole } = kinds
    return [
      ...recordLines(learnedSpelling, { at: '/data/spellings', read: ['data_team'], write: ['data_team'] }),
      ...recordLines(workerRole, {
        at: '/data/roles',
        read: ['programme_manager', 'head_of_service', 'data_team'],
        write: ['data_team'],
      }),
      { route: 'POST /data/settings/roles', to: ['data_team'], answer: 303 },
      {
        route: 'POST /data/loads/:id/spellings',
        at: '/data/loads/none/spellings',
        to: ['data_team'],
        answer: 404,
      },
    ]
  },
  accessThings: async ({ records, clock }, council) => {
    const { kinds, addRecord, recordTransaction } = await readingChoices()
    const { learnedSpelling, workerRole } = kinds
    const pass = allow(operator(council), 'load:write')
    const spelling = { codeSet: 'gender', written: 'Lass', code: 'F' } as const
    return {
      learned_spelling: await recordTransaction(records, pass, clock, learnedSpelling, (open) =>
        addRecord(open, learnedSpelling, spelling),
      ),
      worker_role: await recordTransaction(records, pass, clock, workerRole, (open) =>
        addRecord(open, workerRole, { role: 'Pathfinder', holds: 'yes' }),
      ),
    }
  },
  async opened(services) {
    const { recoverLoads } = await import('./load-recovery.ts')
    const { reportFigures } = await import('./report-figures.ts')
    const recovered = await recoverLoads(loadDeps(services))
    await reportFigures(services, services.council.id)
    return recovered
  },
  async notices({ records, council, config }) {
    const { unseenLoads } = await import('./load-register-store.ts')
    const { cutOffLoads } = await import('./cut-off-load.ts')
    const unseen = await unseenLoads(records, council.id)
    const cutOff = await cutOffLoads({ records, dataDir: config.dataDir }, council.id)
    return [
      ...unseen.map(({ id, sentence }) => ({ sentence, href: `/data/loads/${id}` })),
      ...cutOff.map((sentence) => ({ sentence, href: '/data' })),
    ]
  },
  async checks({ records, council }) {
    const { kinds, recordTablesCheck } = await readingChoices()
    return [
      recordTablesCheck('reading-choices', records, Object.values(kinds)),
      {
        name: 'loads-finished',
        async verify() {
          const { unseenLoads } = await import('./load-register-store.ts')
          const unseen = await unseenLoads(records, council.id)
          const said = unseen.map(({ sentence }) => sentence).join(' ')
          return { ok: true, detail: said || 'no load was cut off that nobody has seen' }
        },
      },
    ]
  },
}

/** Loaded when they are asked for, because every command loads this file. */
async function readingChoices() {
  const { learnedSpelling } = await import('./learned-spelling.ts')
  const { workerRole } = await import('./worker-role.ts')
  return { kinds: { learnedSpelling, workerRole }, ...(await import('../records/index.ts')) }
}
