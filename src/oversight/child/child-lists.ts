import type { SnapshotRows } from '../../dataset/index.ts'
import { holds } from '../../dataset/index.ts'
import type { Day } from '../../platform/day.ts'
import { listOfId } from '../lists/lists.ts'

/** A list that a child is on, by one rule. Child-level. */
export interface ChildOnList {
  list: string
  title: string
  rule: string
  dueOn: Day | null
  isOverdue: boolean
  /** In the unit of the list's clock; null where it cannot be told. */
  daysOver: number | null
}

/** Every list that a child is on, and the rules by which they are. Late ones first, then in the order of the lists. */
export async function listsOfChild(from: SnapshotRows, childKey: number): Promise<ChildOnList[]> {
  if (!(await holds(from, 'work_list_row'))) return []
  const rows = await from.all<{
    list: string
    rule: string
    due_on: Day | null
    is_overdue: boolean
    days_over: number | null
  }>(
    `select l.list, r.rule, r.due_on, r.is_overdue, r.days_over
     from work_list_row r join work_list l on l.list_no = r.list_no
     where r.child_key = $child
     order by r.is_overdue desc, l.list_no, r.rule`,
    { child: childKey },
  )
  return rows.flatMap(({ list, rule, due_on, is_overdue, days_over }) => {
    const known = listOfId(list)
    return known
      ? [{ list, title: known.title, rule, dueOn: due_on, isOverdue: is_overdue, daysOver: days_over }]
      : []
  })
}
