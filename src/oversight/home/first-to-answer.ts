import { may, type HomePart, type Person } from '../../access/index.ts'
import { listHref } from '../lists/list-query.ts'
import { rowKey } from '../lists/list-view.ts'
import { answerLists } from '../permissions.ts'
import { describeRowOver } from './child-cells.tsx'
import { firstLine, linesOf, type OwnWork, type WorkRow } from './own-work.ts'

type First = Pick<NonNullable<HomePart['lead']>, 'first'>

/** The button that opens the first child without an answer; nothing where there is none, or they do not answer. */
export function firstToAnswer({ rows }: Pick<OwnWork, 'rows'>, person: Person): First {
  if (!may(person, answerLists)) return {}
  const line = firstLine(linesOf(rows), person)
  return line ? firstOf(line.unanswered) : {}
}

/** The same of rows that are in order already. */
export function firstOf(rows: readonly WorkRow[]): First {
  const [own] = rows
  if (!own) return {}
  const { row } = own
  const more = rows.length - 1
  return {
    first: {
      text: row.childId ? `Answer for child ${row.childId}` : `Answer for ${row.caseId}`,
      href: `${listHref(row.list, { open: rowKey(row), only: 'unanswered' })}#reason`,
      note: `Over by: ${describeRowOver(row)}${row.worker ? `, ${row.worker}` : ''}. ${more > 0 ? `Saving one opens the next; ${more} ${more === 1 ? 'follows' : 'follow'}.` : 'It is the only one on its list.'}`,
    },
  }
}
