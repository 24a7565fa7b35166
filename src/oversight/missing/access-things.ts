import { allow, operator } from '../../access/index.ts'
import type { Clock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import { addRecord, recordTransaction } from '../../records/index.ts'
import { handCount, missingRule } from './hand-count.ts'
import { askForChanges, countByHand } from './permissions.ts'
import { systemChange } from './system-change.ts'

/** One of each kind of record that has standard pages, for the matrix of access. */
export async function missingThings(
  { records, clock }: { records: Records; clock: Clock },
  council: string,
): Promise<Record<string, string>> {
  const counts = allow(operator(council), countByHand)
  const changes = allow(operator(council), askForChanges)
  const today = clock.today()
  return {
    hand_count: await recordTransaction(records, counts, clock, handCount, (open) =>
      addRecord(open, handCount, {
        month: '2014-12',
        returns: 4,
        offered: 2,
        offers: 3,
        accepted: 2,
        held: 2,
        heldInTime: 1,
        independent: 2,
        countedOn: today,
        note: '',
      }),
    ),
    missing_rule: await recordTransaction(records, counts, clock, missingRule, (open) =>
      addRecord(open, missingRule, {
        fromOn: '2014-01-01',
        times: 3,
        withinDays: 90,
        discussWithin: 5,
        systemFrom: null,
        note: '',
      }),
    ),
    system_change: await recordTransaction(records, changes, clock, systemChange, (open) =>
      addRecord(open, systemChange, {
        title: `Change of ${council}`,
        askedOf: 'The supplier',
        why: 'It cannot be counted',
        dueOn: today,
        state: 'asked',
        measure: 'mis-notified',
      }),
    ),
  }
}
