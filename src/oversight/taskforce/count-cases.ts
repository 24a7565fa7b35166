import type { Pass } from '../../access/index.ts'
import type { Records } from '../../platform/records.ts'
import { tablesOf } from '../../records/index.ts'
import { isDrawn, taskforceCase, type TaskforceCase } from './taskforce-case.ts'

const COUNTED = [
  'list',
  'triage',
  'taskforceWorker',
  'givenOn',
  'authorisedOn',
  'outcome',
  'standardsMet',
  'frameworkNumber',
  'grade',
  'moderatedGrade',
  'leftOn',
  'returnedOn',
] as const

/** What counts rest on: nothing in it says who a child is. */
export type CaseForCounts = Pick<TaskforceCase, (typeof COUNTED)[number]> & { isDrawn: boolean }

/** Every child of a taskforce's two lists, without who they are. */
export async function casesForCounts(
  records: Records,
  { person }: Pass<'figures:read'>,
  taskforceId: string,
): Promise<CaseForCounts[]> {
  const rows = await tablesOf(records)
    .selectFrom(taskforceCase.table)
    .select(['id', ...COUNTED])
    .where('councilId', '=', person.council)
    .where('taskforceId', '=', taskforceId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...(taskforceCase.change.parse(row) as Pick<TaskforceCase, (typeof COUNTED)[number]>),
    isDrawn: isDrawn({ id: row.id }),
  }))
}
