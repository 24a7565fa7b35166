import { allow, operator } from '../../../src/access/index.ts'
import type { Commands } from '../../../src/platform/room.ts'
import { listRecords } from '../../../src/records/index.ts'
import { readVisits, royalVisit } from './royal-visit.ts'

export const addRoyalVisitCommands: Commands = (program, { open, terminal }) => {
  program
    .command('royal-visits')
    .description('the teams that were visited')
    .action(() =>
      open(async ({ records, council }) => {
        const visits = await listRecords(records, allow(operator(council.id), readVisits), royalVisit)
        terminal.out(visits.map((visit) => royalVisit.nameOf(visit)).join('\n') || 'No visit yet.')
        return 0 // the exit code
      }),
    )
}
