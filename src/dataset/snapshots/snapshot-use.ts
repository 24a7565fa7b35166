import type { Pass } from '../../access/index.ts'
import type { Clock } from '../../platform/day.ts'
import { NotFound, Refused, type Checked } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { Records } from '../../platform/records.ts'
import { readReason } from '../../platform/reason.ts'
import {
  listSnapshots,
  refuseDeleted,
  describeLoad,
  getSnapshot,
  type SnapshotRecord,
} from './snapshot-store.ts'

/** Why another load is to be the one in use: it is in the register for good. */
export const checkReason = (typed: string): Checked<string> =>
  readReason(typed, 'Enter why everyone should see this load')

interface SnapshotUse {
  snapshot: string
  insteadOf: string
  sentence: string
}

/**
 * Makes a snapshot the one that everyone sees. Those that would come before it are set aside: they stay where they are,
 * and each can be put in use again in the same way. A load that is sealed later takes its usual place. Throws `Refused`
 * when it is in use already.
 */
export async function putInUse(
  records: Records,
  clock: Clock,
  pass: Pass<'load:write'>,
  id: string,
  reason: string,
): Promise<SnapshotUse> {
  const { person } = pass
  return await records.transaction().execute(async (transaction) => {
    const snapshots = await listSnapshots(transaction, pass)
    const [current] = snapshots
    const chosen = snapshots.find(({ snapshot }) => snapshot === id)
    if (!chosen || !current) {
      refuseDeleted(await getSnapshot(transaction, person.council, id))
      throw new NotFound(`Snapshot ${id} is not kept`)
    }
    if (chosen === current) throw new Refused(`Snapshot ${id} is in use already.`)
    const before = snapshots
      .filter((snapshot) => comesBefore(snapshot, chosen))
      .map(({ snapshot }) => snapshot)
    if (before.length > 0) {
      await transaction.updateTable('snapshot').set({ set_aside: 1 }).where('id', 'in', before).execute()
    }
    await transaction.updateTable('snapshot').set({ set_aside: 0 }).where('id', '=', id).execute()
    const sentence = `The ${describeLoad(chosen)}, was put in use in place of the ${describeLoad(current)}: ${reason}`
    const at = clock.now()
    await transaction
      .insertInto('load_register')
      .values({
        id: newId('use'),
        council_id: person.council,
        state: 'put-in-use',
        begun_at: at,
        ended_at: at,
        loaded_by: person.id,
        loaded_by_name: person.name,
        files: '[]',
        snapshot_id: id,
        sentence,
      })
      .execute()
    return { snapshot: id, insteadOf: current.snapshot, sentence }
  })
}

/** The order of use: the later as-at day, then the later load. */
function comesBefore(left: SnapshotRecord, right: SnapshotRecord): boolean {
  const rank = ({ asAt, loadedAt, snapshot }: SnapshotRecord) => [asAt, loadedAt, snapshot].join(' ')
  return rank(left) > rank(right)
}
