import { allow, may, type Person } from '../../access/index.ts'
import { childReader } from '../../dataset/index.ts'
import type { Services } from '../../platform/room.ts'
import { listRecords } from '../../records/index.ts'
import { fromListsAround } from '../lists/list-read.ts'
import { readTaskforceWorkers } from '../permissions.ts'
import { casesForCounts } from './count-cases.ts'
import { frameworkVersion, type FrameworkVersion } from './framework.ts'
import type { TaskforceCase } from './taskforce-case.ts'
import { taskforceDecision } from './taskforce-decision.ts'
import { casesInScope, taskforceOf } from './taskforce-store.ts'
import { taskforceView, type TaskforceView } from './taskforce-view.ts'
import { taskforceWorker, type TaskforceWorker } from './taskforce-worker.ts'
import type { Taskforce } from './taskforce.ts'

export type TaskforceDeps = Pick<Services, 'records' | 'clock' | 'pool'>

/** Its workers: nobody for those who may not see a taskforce worker by worker. */
export async function workersOf(
  { records }: Pick<TaskforceDeps, 'records'>,
  person: Person,
  id: string,
): Promise<TaskforceWorker[]> {
  if (!may(person, readTaskforceWorkers)) return []
  const all = await listRecords(records, allow(person, readTaskforceWorkers), taskforceWorker)
  return all
    .filter(({ taskforceId }) => taskforceId === id)
    .sort((left, right) => left.worker.localeCompare(right.worker, 'en', { numeric: true }))
}

export const versionsOf = async (
  { records }: Pick<TaskforceDeps, 'records'>,
  person: Person,
  id: string,
): Promise<FrameworkVersion[]> =>
  (await listRecords(records, allow(person, 'figures:read'), frameworkVersion)).filter(
    ({ taskforceId }) => taskforceId === id,
  )

/** What the page of a taskforce says, as one person may see it: counts, and no child. */
export async function viewOf(
  deps: Pick<TaskforceDeps, 'records' | 'clock'>,
  person: Person,
  taskforce: Taskforce,
): Promise<TaskforceView> {
  const figures = allow(person, 'figures:read')
  const decisions = await listRecords(deps.records, figures, taskforceDecision)
  return taskforceView(
    taskforce,
    await casesForCounts(deps.records, figures, taskforce.id),
    {
      workers: await workersOf(deps, person, taskforce.id),
      versions: await versionsOf(deps, person, taskforce.id),
      decisions: decisions.filter(({ taskforceId }) => taskforceId === taskforce.id),
    },
    deps.clock.today(),
  )
}

/** A taskforce and those of its children whom a person may open; the read is written in the access log. Child-level. */
export async function childrenOf(
  deps: TaskforceDeps,
  person: Person,
  id: string,
  select: (cases: readonly TaskforceCase[]) => readonly TaskforceCase[],
  what: 'cases' | 'export' = 'cases',
  asked: string | null = null,
): Promise<{ taskforce: Taskforce; children: readonly TaskforceCase[] }> {
  const pass = allow(person, 'cases:read')
  const taskforce = await taskforceOf(deps.records, allow(person, 'figures:read'), id)
  const snapshot = await deps.pool.current(person.council)
  const children = await childReader(deps, pass).read(
    casesInScope(deps.records, snapshot, id, select, (found) => found, asked),
    { what, subject: `taskforce ${id}`, why: 'the work of a taskforce' },
  )
  return { taskforce, children }
}

/** What names a child in the address of their record; null where the reader may not open it now. Child-level. */
export async function recordRefOf(
  deps: TaskforceDeps,
  person: Person,
  child: string,
): Promise<string | null> {
  const snapshot = await deps.pool.current(person.council)
  if (!snapshot) return null
  const refs = await childReader(deps, allow(person, 'cases:read')).read(
    fromListsAround(
      snapshot,
      ({ refsOf }) => refsOf([child]),
      (found) => [...found.keys()],
    ),
    { what: 'list', subject: 'the way to a child’s record', why: 'the work of a taskforce' },
  )
  return refs.get(child) ?? null
}
