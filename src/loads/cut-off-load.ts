import { formatDay, type Day } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import { abandonedFolders, type Journal } from './incoming.ts'
import { isRegistered } from './load-register-store.ts'

/** Loads of this council that were cut off and that no start of a program has put right yet: told by reading alone. */
export async function cutOffLoads(
  { records, dataDir }: { records: Records; dataDir: string },
  council: string,
): Promise<string[]> {
  const sentences: string[] = []
  for (const { journal } of await abandonedFolders(dataDir))
    if (journal?.council === council && !(await isRegistered(records, journal.loadId)))
      sentences.push(describeUnfinished(journal))
  return sentences
}

export const describeUnfinished = ({ files, begunAt, person }: Journal): string =>
  `The load of ${files.join(', ')} begun on ${formatDay(begunAt.slice(0, 10) as Day)} by ${person.name} did not finish. ` +
  'Nothing was changed.'
