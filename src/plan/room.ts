import type { RecordTable } from '../measures/index.ts'
import { oncePerVersion } from '../platform/once-per-version.ts'
import type { Room } from '../platform/room.ts'
import { planMigrations } from './migrations.ts'

/** They are asked for with every list, and the whole plan is read for them. */
const rowsOnce = oncePerVersion<readonly RecordTable[]>()

/** Recommendations, actions, milestones, evidence and ratings. */
export const plan: Room = {
  name: 'plan',
  migrations: planMigrations,
  navigation: [{ text: 'Plan', href: '/plan', order: 30, needs: 'plan:read' }],
  routes: async (services) => [
    {
      path: '/plan',
      routes: (await import('./plan-routes.tsx')).planRoutes(services),
      kept: ['/', '/recommendations/:id', '/actions/:id'],
    },
  ],
  async measureRows(context) {
    const { planMeasureRows } = await import('./measure-rows.ts')
    const { records, snapshot, council, today } = context
    return await rowsOnce(records, snapshot, `${council} ${today}`, () => planMeasureRows(context))
  },
  search: async (services) => (await import('./search.ts')).planSearch(services),
  commands: async () => (await import('./commands.ts')).addPlanCommands,
  api: async (services) => (await import('./api.ts')).planApi(services),
  checks: async ({ records }) => {
    const { PLAN_KINDS } = await import('./plan-items.ts')
    const { recordTablesCheck } = await import('../records/index.ts')
    return [recordTablesCheck('plan', records, PLAN_KINDS)]
  },
  answers: async (services) => (await import('./answers.ts')).planAnswers(services),
}
