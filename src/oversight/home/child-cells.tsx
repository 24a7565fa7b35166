import { childHref } from '../../ui/links.ts'
import { describeOver } from '../lists/days-over.ts'
import { listHref } from '../lists/list-query.ts'
import type { ListRow } from '../lists/list-rows.ts'
import { rowKey } from '../lists/list-view.ts'
import { listOfId } from '../lists/lists.ts'
import type { WorkRow } from './own-work.ts'

/** A child's number and age, as the head of a row. */
export const ChildCell = ({ row }: { row: ListRow }) => (
  <th scope="row" class="govuk-table__header">
    {row.ref ? <a href={childHref(row.ref)}>{row.childId}</a> : row.caseId}
    {row.age === null ? null : (
      <>
        {' '}
        <span class="wm-work-list__age">age {row.age === 0 ? 'under 1' : row.age}</span>
      </>
    )}
  </th>
)

export const OverCell = ({ row, label }: { row: ListRow; label: string }) => (
  <td class="govuk-table__cell wm-nowrap" data-label={label}>
    {row.isOverdue ? <b>{describeRowOver(row)}</b> : '–'}
  </td>
)

/** "6 working days"; what never happened is the longest of all. */
export function describeRowOver(row: ListRow): string {
  const list = listOfId(row.list)
  return row.daysOver === null || !list ? 'never, or not known' : describeOver(list, row.daysOver)
}

/** A row's place on its list, where it is answered. */
export const answerHref = ({ row }: WorkRow): string => listHref(row.list, { open: rowKey(row), only: null })

export const answerLink = (own: WorkRow) => (
  <>
    <a href={answerHref(own)}>{listOfId(own.row.list)?.title}</a>
    {own.row.isOverdue && own.answer === null ? <b class="wm-no-answer">No answer</b> : null}
  </>
)
