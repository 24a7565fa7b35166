import { allow, operator } from '../../../src/access/index.ts'
import { recordRows } from '../../../src/measures/index.ts'
import { resultOf, type Room } from '../../../src/platform/room.ts'
import {
  addRecord,
  listRecords,
  recordLines,
  recordTablesCheck,
  recordTransaction,
} from '../../../src/records/index.ts'
import { royalVisitMigrations } from './migrations.ts'
import { readVisits, royalVisit, writeVisits } from './royal-visit.ts'

const AT = '/royal-visits'

export const royalVisits: Room = {
  name: 'royal-visits',
  permissions: [readVisits, writeVisits],
  navigation: [{ text: 'Royal visits', href: AT, order: 45, needs: readVisits }],
  migrations: royalVisitMigrations,
  routes: async ({ records, clock }) => {
    const { recordRoutes } = await import('../../../src/records/web.ts')
    return [{ path: AT, routes: recordRoutes(royalVisit, { records, clock, at: AT }) }]
  },
  api: async ({ records }) => {
    const { recordApi } = await import('../../../src/records/web.ts')
    return recordApi(royalVisit, { records, path: AT })
  },
  accessLines: async () =>
    recordLines(royalVisit, {
      at: AT,
      api: AT,
      read: ['director', 'programme_manager'],
      write: ['programme_manager'],
    }),
  accessThings: async ({ records, clock }, council) => {
    const pass = allow(operator(council), writeVisits)
    const draft = {
      team: council,
      visitedOn: clock.today(),
      outcome: 'good',
      costPence: 1250,
      notes: '',
    } as const
    return {
      royal_visit: await recordTransaction(records, pass, clock, royalVisit, (open) =>
        addRecord(open, royalVisit, draft),
      ),
    }
  },
  measureRows: recordRows([{ kind: royalVisit, at: AT }]),
  commands: async () => (await import('./commands.ts')).addRoyalVisitCommands,
  checks: async ({ records, council }) => [
    recordTablesCheck('royal-visits', records, [royalVisit]),
    {
      name: 'royal-visits-were-cheap',
      verify: async () => {
        const visits = await listRecords(records, allow(operator(council.id), readVisits), royalVisit)
        const costly = visits.filter(({ costPence }) => (costPence ?? 0) > 1_000_000)
        return resultOf(
          costly.map((visit) => `${royalVisit.nameOf(visit)} cost more than £10,000`),
          `${visits.length} visits`,
        )
      },
    },
  ],
  jobs: async ({ log, council }) => [
    {
      name: 'royal-visits',
      everyMinutes: 60,
      run: async () => log.info('Looked at visits', { council: council.id }),
    },
  ],
  // What rooms below ask: here a measure's page, for its "Where it is used".
  answers: async () => ({
    usesOfMeasure: async (_person, series) =>
      series.id.startsWith('as-completed-45wd') ? [{ href: AT, text: 'Royal visits', note: 'by team' }] : [],
  }),
}
