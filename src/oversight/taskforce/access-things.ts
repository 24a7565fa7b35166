import { allow, operator } from '../../access/index.ts'
import type { Services } from '../../platform/room.ts'
import { addRecord, recordTransaction } from '../../records/index.ts'
import { runTaskforce } from '../permissions.ts'
import { frameworkVersion } from './framework.ts'
import { taskforceDecision } from './taskforce-decision.ts'
import { taskforceWorker } from './taskforce-worker.ts'
import { newTaskforce, taskforce } from './taskforce.ts'

/** A taskforce whose list is not frozen, with a worker, a framework and a decision. */
export async function taskforceThings(
  { records, clock }: Pick<Services, 'records' | 'clock'>,
  council: string,
): Promise<Readonly<Record<string, string>>> {
  const pass = allow(operator(council), runTaskforce)
  return await recordTransaction(records, pass, clock, taskforce, async (open) => {
    const taskforceId = await addRecord(
      open,
      taskforce,
      newTaskforce({ title: `Taskforce of ${council}`, startsOn: '2015-02-02', endsOn: '2015-04-10' }),
    )
    return {
      taskforce: taskforceId,
      taskforce_worker: await addRecord(open, taskforceWorker, {
        taskforceId,
        worker: `TF-${council}`,
        role: 'social_worker',
        team: 'Taskforce 1',
        manager: '',
        startPlannedOn: '2015-02-02',
        startedOn: null,
        endedOn: null,
      }),
      framework_version: await addRecord(open, frameworkVersion, {
        taskforceId,
        fromDay: '2015-02-02',
        agreedBy: `Both sides, ${council}`,
        taskforceQuality: 'The child is seen alone',
        taskforceTimescale: '',
        councilQuality: '',
        councilTimescale: '',
      }),
      taskforce_decision: await addRecord(open, taskforceDecision, {
        taskforceId,
        choice: 'stop',
        extendedTo: null,
        costPence: null,
        decidedOn: '2015-02-03',
        decidedBy: 'Director',
        why: `Of ${council}`,
      }),
    }
  })
}
