import type { Room } from '../platform/room.ts'

/** Norchester, the invented council, and councils invented for others. */
export const demonstration: Room = {
  name: 'demonstration',
  commands: async () => (await import('./commands/index.ts')).addDemonstrationCommands,
}
