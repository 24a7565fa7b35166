import { isRestricted } from '../access/index.ts'
import {
  childQuestion,
  holds,
  type ChildQuestion,
  type ReconciliationLine,
  type SealedSnapshot,
  type SnapshotRows,
} from '../dataset/index.ts'
import { rowsIn } from '../dataset/rows.ts'
import { CASES_A_PAGE } from './quality-read.ts'

/** Null for a load of one source, and for a snapshot sealed before Waymark compared sources. */
export const reconciliationOf = (snapshot: SealedSnapshot): Promise<ReconciliationLine[] | null> =>
  reconciliationIn(rowsIn(snapshot))

/** The same of a dataset that is being built. */
export async function reconciliationIn(reader: SnapshotRows): Promise<ReconciliationLine[] | null> {
  if (!(await holds(reader, 'reconciliation'))) return null
  return await reader.all<ReconciliationLine>(
    `select subject, on_day as "onDay", from_day as "fromDay", source_a as "sourceA", source_b as "sourceB",
         count_a as "countA", count_b as "countB", "both"
     from reconciliation order by rowid`,
  )
}

/** A child on whom two sources differ. Child-level. */
export interface DifferingChild {
  subject: string
  sourceA: string
  sourceB: string
  childId: string | null
  /** The source that has it; 'both' when they differ on its day. */
  inSource: string
  why: string
  file: string | null
  sheet: string | null
  row: number | null
}

/** Asks for a page of them, from 1 on. */
export const childrenThatDiffer = (snapshot: SealedSnapshot, page: number): ChildQuestion<DifferingChild[]> =>
  childQuestion(
    snapshot,
    async (rows, { scope }) =>
      (await readChildrenThatDiffer(rows, page)).filter(({ childId }) => !isRestricted(scope, childId)),
    (children) => children.map(({ childId }) => childId),
  )

export const readChildrenThatDiffer = (reader: SnapshotRows, page: number): Promise<DifferingChild[]> =>
  reader.all<DifferingChild>(
    `select r.subject, r.source_a as "sourceA", r.source_b as "sourceB", p.person_id as "childId",
         r.in_source as "inSource", r.why, r.file, r.sheet, r.row_number as "row"
     from reconciliation_child r
     left join person p on p.child_key = r.child_key
     order by r.rowid
     limit ${CASES_A_PAGE} offset $offset`,
    { offset: (page - 1) * CASES_A_PAGE },
  )

export const countThatDiffer = (snapshot: SealedSnapshot): Promise<number> => countDiffering(rowsIn(snapshot))

export async function countDiffering(reader: SnapshotRows): Promise<number> {
  const [found] = await reader.all<{ children: number }>(
    'select count(*) as children from reconciliation_child',
  )
  return found!.children
}
