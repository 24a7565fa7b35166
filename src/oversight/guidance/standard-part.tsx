import { formatNumber } from '../../platform/words.ts'
import { Details } from '../../ui/components/details.tsx'
import { listHref, readListQuery } from '../lists/list-query.ts'
import { subjectOf, type ListRow } from '../lists/list-rows.ts'
import { rowKey } from '../lists/list-view.ts'
import type { StandardNote } from './standard-note.ts'

interface StandardPartProps {
  note: StandardNote
  list: { id: string }
}

/** What a list says of its practice standard; where the two count otherwise, with the rows that they judge otherwise. Child-level. */
export const StandardPart = ({ note, list }: StandardPartProps) => (
  <div class="wm-note">
    <p>
      {note.text} <a href={note.href}>{note.linkText}</a>
    </p>
    <Rows title="Late by the standard, and not overdue here" rows={note.late} list={list} />
    <Rows title="Overdue here, and in time by the standard" rows={note.inTime} list={list} />
  </div>
)

const Rows = ({
  title,
  rows,
  list,
}: { title: string; rows: readonly ListRow[] } & Pick<StandardPartProps, 'list'>) =>
  rows.length === 0 ? null : (
    <Details summaryText={`${title}: ${formatNumber(rows.length)}`}>
      <ul class="govuk-list">
        {rows.map((row) => (
          <li>
            <a href={listHref(list.id, readListQuery({ open: rowKey(row) }))}>{subjectOf(row)}</a>
            {row.team ? `, ${row.team}` : ''}
          </li>
        ))}
      </ul>
    </Details>
  )
