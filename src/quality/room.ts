import type { Room } from '../platform/room.ts'

/** What is wrong with the rows of a snapshot, and the harm it does to measures. */
export const quality: Room = {
  name: 'quality',
  home: async (services) => (await import('./home.tsx')).qualityHome(services),
  routes: async (services) => (await import('./web.ts')).qualityRoutes(services),
  commands: async () => (await import('./commands.ts')).addQualityCommands,
}
