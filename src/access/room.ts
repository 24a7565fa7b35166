import type { Room } from '../platform/room.ts'
import { verifyAccessLog } from './access-log-store.ts'
import { accessMigrations } from './migrations.ts'
import { SHARED_PERMISSIONS } from './permission.ts'
import './digest.ts'
import './home.ts'
import './search.ts'

/** The council, people, roles, sessions and the access log. */
export const access: Room = {
  name: 'access',
  migrations: accessMigrations,
  permissions: SHARED_PERMISSIONS,
  navigation: [{ text: 'People', href: '/people', order: 90, needs: 'people:read' }],
  routes: async (services) => (await import('./web.ts')).accessRoutes(services),
  home: async (services) => (await import('./pages/people-home.tsx')).peopleHome(services),
  search: async (services) => [(await import('./pages/people-search.ts')).peopleSearch(services)],
  accessThings: async (services, council) =>
    (await import('./restriction-things.ts')).restrictionThings(services, council),
  commands: async () => (await import('./commands/index.ts')).addAccessCommands,
  checks: ({ records, council }) =>
    Promise.resolve([
      {
        name: 'access-log-chain',
        async verify() {
          const chain = await verifyAccessLog(records, council.id)
          return { ok: chain.ok, detail: chain.ok ? `${chain.entries} entries, unbroken` : chain.why }
        },
      },
    ]),
}
