import { recordsIntegrity } from '../platform/records.ts'
import { resultOf, type Room } from '../platform/room.ts'

/** Looking after an installation: is it up, is it whole. */
export const operations: Room = {
  name: 'operations',
  commands: async () => (await import('./commands.ts')).addOperationsCommands,
  checks: ({ records }) =>
    Promise.resolve([
      {
        name: 'records-integrity',
        verify: async () => resultOf(await recordsIntegrity(records), 'the records store is sound'),
      },
    ]),
}
