import { formatDay, type Day } from '../../platform/day.ts'
import type { Tier } from '../answers/answer.ts'
import { ClockBar, clockOf, describeClock, scaleOf } from './clock-bar.tsx'
import { formatOver, overWords } from './days-over.ts'
import type { ListFile } from './list-file.ts'
import { childOnListHref, listHref, type ListQuery } from './list-query.ts'
import { asksOf, fellDueSince, namedRules, workerOf, type ListRow, type ListSort } from './list-rows.ts'
import { rowKey, type ShownRow } from './list-view.ts'

interface ListTableProps {
  list: ListFile
  query: ListQuery
  rows: readonly ShownRow[]
  isOverdue: boolean
  asAt: Day
  today: Day
  mayAnswer: boolean
  /** The form of the row that is open, where one is. */
  form: { key: string; content: unknown } | null
}

interface Column {
  head: string
  sort?: ListSort
  numeric?: true
}

/** Due or overdue rows of a list: one for each case, with every rule that holds. */
export function ListTable({ list, query, rows, isOverdue, asAt, today, mayAnswer, form }: ListTableProps) {
  const { head } = overWords(list)
  const columns: Column[] = [
    {
      head: list.counted.one === 'child' || rows.some(({ row }) => row.ref) ? 'Child' : 'Case',
      sort: 'child',
    },
    { head: 'Team', sort: 'team' },
    { head: 'Worker', sort: 'worker' },
    isOverdue ? { head, sort: 'over', numeric: true } : { head: 'Due', sort: 'due' },
    { head: 'Clock' },
    { head: whatHead(isOverdue) },
    { head: 'Answer' },
  ]
  const scale = scaleOf(rows.map(({ row }) => clockOf(list, row.rules[0], asAt)))
  return (
    <table class="govuk-table wm-records wm-work-list">
      <caption class="govuk-visually-hidden">
        {isOverdue ? 'Overdue' : 'Due'}: {list.title}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map((column) => (
            <Head column={column} list={list} query={query} />
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((shown, index) => {
          const key = rowKey(shown.row)
          // A child with two cases on the list has one form, below the first.
          const isOpen = form?.key === key && rows.findIndex(({ row }) => rowKey(row) === key) === index
          return (
            <>
              <Row {...{ list, query, shown, isOverdue, isOpen, mayAnswer, asAt, today, head, scale }} />
              {isOpen ? (
                <tr class="govuk-table__row wm-work-list__form">
                  <td class="govuk-table__cell" colspan={columns.length}>
                    {form.content}
                  </td>
                </tr>
              ) : null}
            </>
          )
        })}
      </tbody>
    </table>
  )
}

interface RowProps extends Pick<
  ListTableProps,
  'list' | 'query' | 'isOverdue' | 'asAt' | 'today' | 'mayAnswer'
> {
  shown: ShownRow
  isOpen: boolean
  /** "Working days over" */
  head: string
  scale: number
}

const Row = ({ list, query, shown, isOverdue, isOpen, asAt, today, mayAnswer, head, scale }: RowProps) => {
  const { row, answer } = shown
  const clock = clockOf(list, row.rules[0], asAt)
  return (
    <tr class={`govuk-table__row${isOpen ? ' wm-work-list__open' : ''}`} id={isOpen ? 'open' : undefined}>
      <th scope="row" class="govuk-table__header">
        <Subject list={list} query={query} row={row} />
      </th>
      <Cell label="Team">{row.team ?? 'Not recorded'}</Cell>
      <Cell label="Worker">{row.worker ?? <b>{workerOf(row)}</b>}</Cell>
      {isOverdue ? (
        <Cell label={head} numeric>
          <b class="wm-work-list__over">{formatOver(row.daysOver)}</b>
        </Cell>
      ) : (
        <Cell label="Due">
          {row.dueOn === null ? '–' : formatDay(row.dueOn)}
          {fellDueSince(row, today) ? <span class="wm-done-since">done since?</span> : null}
        </Cell>
      )}
      <Cell label="Clock">
        {clock ? <ClockBar clock={clock} scale={scale} /> : null}
        <span class="wm-note">{describeClock(list, row.rules[0], asAt)}</span>
      </Cell>
      <Cell label={whatHead(isOverdue)}>
        <Rules list={list} shown={shown} />
      </Cell>
      <Cell label="Answer">
        <Answer shown={shown} isOverdue={isOverdue} />
        {isOverdue && answer === null ? <WrittenLines /> : null}{' '}
        {mayAnswer && !isOpen ? (
          <a href={`${listHref(list.id, { ...query, open: rowKey(row) })}#reason`}>
            {answer ? 'Change' : isOverdue ? 'Answer' : 'Answer early'}
            <span class="govuk-visually-hidden"> for {row.childId ?? row.caseId}</span>
          </a>
        ) : null}
      </Cell>
    </tr>
  )
}

/** Lines to write on, on paper alone. */
const WrittenLines = () => (
  <span class="wm-list-lines" aria-hidden="true">
    <span>Reason</span>
    <span>What will change</span>
    <span>Owner, check back</span>
  </span>
)

const whatHead = (isOverdue: boolean): string => (isOverdue ? 'What holds' : 'What will be asked')

const Cell = (props: { label: string; numeric?: boolean; children?: unknown }) => (
  <td
    class={`govuk-table__cell${props.numeric ? ' govuk-table__cell--numeric' : ''}`}
    data-label={props.label}
  >
    {props.children}
  </td>
)

/** A column's head; one that rows can be sorted by is a link that does so. */
const Head = ({ column, list, query }: { column: Column; list: ListFile; query: ListQuery }) => (
  <th
    scope="col"
    class={`govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}`}
    aria-sort={column.sort === query.sort ? 'other' : undefined}
  >
    {column.sort && column.sort !== query.sort ? (
      <a href={listHref(list.id, { ...query, sort: column.sort, open: null, page: 1 })}>
        {column.head}
        <span class="govuk-visually-hidden">: sort by it</span>
      </a>
    ) : (
      column.head
    )}
  </th>
)

interface SubjectProps {
  list: ListFile
  query: ListQuery
  row: ListRow
}

const Subject = ({ list, query, row: { ref, childId, caseId, age } }: SubjectProps) => (
  <>
    {ref ? <a href={childOnListHref(ref, list.id, query)}>{childId}</a> : (childId ?? caseId)}
    {age === null ? null : <span class="wm-work-list__age">age {age === 0 ? 'under 1' : age}</span>}
  </>
)

/** Every rule that holds, and the other lists that the child is late on. */
function Rules({ list, shown: { row, others } }: { list: ListFile; shown: ShownRow }) {
  const names = namedRules(list, row)
  return (
    <>
      {names.map((name, index) => (
        <>
          {index > 0 ? '; ' : null}
          <b>{name}</b>
          <Detail detail={row.rules.find(({ rule }) => rule === name)?.detail ?? null} />
        </>
      ))}
      <span class="wm-note">{asksOf(list, row)}</span>
      {others.length === 0 ? null : (
        <span class="wm-note">
          Also on:{' '}
          {others.map(({ list: id, title, rules }, index) => (
            <>
              {index > 0 ? '; ' : null}
              <a href={listHref(id)}>{title}</a> ({rules})
            </>
          ))}
        </span>
      )}
    </>
  )
}

const Detail = ({ detail }: { detail: string | null }) => (detail ? <span> ({detail})</span> : null)

/** Whom silence at a clinic has passed a child to. Above the head of service it is a count, because a director sees no child. */
export const Passed = ({ tier }: { tier: Tier }) =>
  tier === 'team' ? null : (
    <span class="wm-note">
      {tier === 'director'
        ? 'Passed to the head of service, and counted for the director'
        : 'Passed to the head of service'}
      , because nobody answered at a clinic
    </span>
  )

function Answer({ shown: { answer, promise, tier }, isOverdue }: { shown: ShownRow; isOverdue: boolean }) {
  if (!answer)
    return isOverdue ? (
      <>
        <b class="wm-no-answer">No answer</b>
        <Passed tier={tier} />
      </>
    ) : (
      <span class="wm-secondary">No answer needed yet</span>
    )
  return (
    <>
      {promise === 'not kept' ? (
        <b class="wm-work-list__broken">
          Not kept: {formatDay(answer.checkBackOn)} has passed, and the rule still holds.{' '}
        </b>
      ) : promise === 'kept' ? (
        <b>Kept: what it was for had cleared. A rule holds again. </b>
      ) : null}
      <b>{answer.reason}.</b> {answer.plan}
      <span class="wm-note">
        {answer.owner}, checks back {formatDay(answer.checkBackOn)} · answered{' '}
        {formatDay(answer.answeredAt.slice(0, 10) as Day)} by {answer.answeredBy}
      </span>
      {promise === 'not kept' ? <Passed tier={tier} /> : null}
    </>
  )
}
