import type { Room } from '../platform/room.ts'
import { performanceMigrations } from './migrations.ts'

/** The tracker, measures' pages, targets, published figures, and what was first reported. */
export const performance: Room = {
  name: 'performance',
  home: async (services) => (await import('./home.tsx')).performanceHome(services),
  migrations: performanceMigrations,
  navigation: [{ text: 'Tracker', href: '/tracker', order: 20, needs: 'figures:read' }],
  routes: async (services) => (await import('./web.ts')).performanceRoutes(services),
  search: async (services) => [(await import('./search.ts')).measureSearch(services)],
  commands: async () => (await import('./commands/index.ts')).addPerformanceCommands,
  api: async (services) => (await import('./api.ts')).performanceApi(services),
}
