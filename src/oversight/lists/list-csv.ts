import { toCsv } from '../../platform/csv.ts'
import type { Day } from '../../platform/day.ts'
import type { ListFile } from './list-file.ts'
import { namedRules } from './list-rows.ts'
import type { ShownRow } from './list-view.ts'

export const LIST_COLUMNS = [
  'child_id',
  'case_id',
  'team',
  'worker',
  'state',
  'rules',
  'detail',
  'starts_on',
  'due_on',
  'days_over',
  'other_lists',
  'reason',
  'what_will_change',
  'owner',
  'check_back_on',
  'answered_on',
  'promise',
  'passed_to',
  'as_at',
]

/** One row as it is written to a file, in the order of the columns. Child-level. */
export const listCells = (
  list: ListFile,
  { row, answer, promise, tier, others }: ShownRow,
  asAt: Day,
): (string | number | null)[] => [
  row.childId,
  row.caseId,
  row.team,
  row.worker,
  row.isOverdue ? 'overdue' : 'due',
  namedRules(list, row).join('; '),
  row.rules.flatMap(({ detail }) => detail ?? []).join('; ') || null,
  row.rules[0]?.startsOn ?? null,
  row.dueOn,
  row.daysOver,
  others.map(({ title }) => title).join('; '),
  answer?.reason ?? null,
  answer?.plan ?? null,
  answer?.owner ?? null,
  answer?.checkBackOn ?? null,
  answer?.answeredAt.slice(0, 10) ?? null,
  promise,
  tier === 'team' ? null : tier,
  asAt,
]

/** The rows of a list as a file: one for each case. Child-level. */
export const listCsv = (list: ListFile, rows: readonly ShownRow[], asAt: Day): string =>
  toCsv(
    LIST_COLUMNS,
    rows.map((shown) => listCells(list, shown, asAt)),
  )
