import { formatDay, type Day } from '../../platform/day.ts'
import { childHref } from '../../ui/links.ts'
import { ClockBar, clockOf, describeClock, scaleOf } from '../lists/clock-bar.tsx'
import { formatOver } from '../lists/days-over.ts'
import { Passed } from '../lists/list-table.tsx'
import { namedRules, workerOf } from '../lists/list-rows.ts'
import { listOfId } from '../lists/lists.ts'
import { listsOf } from './clinic.ts'
import { clinicPageHref, type ClinicQuery } from './clinic-query.ts'
import type { PackEntry } from './clinic-pack.ts'
import type { ClinicView } from './clinic-read.ts'
import { describeVerdict } from './clinic-words.ts'
import { VerdictMark } from './verdict-mark.tsx'

export interface ClinicTableProps {
  view: ClinicView
  query: ClinicQuery
  asAt: Day
  /** The person may write of children at this clinic now. */
  mayWrite: boolean
  /** The form of the child that is open. */
  form: { key: string; content: unknown } | null
}

const COLUMNS = [
  'No.',
  'Child and worker',
  'Days over',
  'What holds',
  'Last promise',
  'Was it kept?',
  'Agreed',
]

/** The pack on the screen: every child whom the reader may see, by team, in the order and with the numbers of the paper. */
export function ClinicTable(props: ClinicTableProps) {
  const { view, query } = props
  const entries = view.teams.flatMap((team) => team.entries)
  const scale = scaleOf(entries.map((entry) => clockIn(entry, props.asAt)))
  const shown = view.teams
    .map((team) => ({ ...team, entries: inShow(team.entries, query) }))
    .filter((team) => team.entries.length > 0)
  if (shown.length === 0)
    return <p>{query.show === 'open' ? 'Every child you see has been discussed.' : 'No child is overdue.'}</p>
  return (
    <table class="govuk-table wm-records wm-work-list wm-clinic">
      <caption class="govuk-visually-hidden">The children of this clinic, in the order of the pack</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {COLUMNS.map((head, index) => (
            <th
              scope="col"
              class={`govuk-table__header${index === 0 || index === 2 ? ' govuk-table__header--numeric' : ''}`}
            >
              {head}
            </th>
          ))}
        </tr>
      </thead>
      {shown.map(({ team, total, discussed, entries: ofTeam }) => (
        <tbody class="govuk-table__body">
          <tr class="govuk-table__row">
            <th scope="rowgroup" colspan={COLUMNS.length} class="govuk-table__header wm-clinic__team">
              {team}: {discussed} of {total} discussed
            </th>
          </tr>
          {ofTeam.map((entry) => (
            <>
              <Row {...props} entry={entry} scale={scale} />
              {props.form?.key === entry.key ? (
                <tr class="govuk-table__row wm-work-list__form">
                  <td class="govuk-table__cell" colspan={COLUMNS.length}>
                    {props.form.content}
                  </td>
                </tr>
              ) : null}
            </>
          ))}
        </tbody>
      ))}
    </table>
  )
}

/** Promises that were not kept come first, where that is asked. */
export const inShow = (
  entries: readonly PackEntry[],
  { show }: Pick<ClinicQuery, 'show'>,
): readonly PackEntry[] =>
  show === 'open'
    ? entries.filter(({ item }) => item === null)
    : show === 'broken'
      ? entries.toSorted((a, b) => Number(b.verdict === 'not kept') - Number(a.verdict === 'not kept'))
      : entries

const clockIn = ({ row }: PackEntry, asAt: Day) => {
  const list = listOfId(row.list)
  return list && clockOf(list, row.rules[0], asAt)
}

function Row(props: ClinicTableProps & { entry: PackEntry; scale: number }) {
  const { view, query, asAt, entry, scale } = props
  const { row, number, key } = entry
  const isOpen = props.form?.key === key
  const ref = view.refOf(entry)
  const list = listOfId(row.list)
  const clock = clockIn(entry, asAt)
  const verdict = describeVerdict(entry, asAt)
  return (
    <tr class={`govuk-table__row${isOpen ? ' wm-work-list__open' : ''}`} id={isOpen ? 'open' : undefined}>
      <Cell label="No." numeric>
        <b>{number}</b>
      </Cell>
      <th scope="row" class="govuk-table__header">
        {ref && !query.projector ? <a href={childHref(ref)}>{row.childId}</a> : (row.childId ?? row.caseId)}
        {row.age === null || query.projector ? null : (
          <span class="wm-work-list__age">age {row.age === 0 ? 'under 1' : row.age}</span>
        )}
        <span class="wm-work-list__age">{workerOf(row)}</span>
      </th>
      <Cell label="Days over" numeric>
        <b class="wm-work-list__over">{formatOver(row.daysOver)}</b>
      </Cell>
      <Cell label="What holds">
        {clock ? <ClockBar clock={clock} scale={scale} /> : null}
        {list ? <b>{namedRules(list, row).join(', ')}</b> : null}
        {list ? <span class="wm-note">{describeClock(list, row.rules[0], asAt)}</span> : null}
        {listsOf(view.clinic).length > 1 && list ? <span class="wm-note">{list.title}</span> : null}
      </Cell>
      <Cell label="Last promise">
        {entry.promise ? (
          <>
            <b>{entry.promise.reason}.</b> {entry.promise.plan}
            <span class="wm-note">
              {entry.promise.owner}, by {formatDay(entry.promise.checkBackOn)}
            </span>
          </>
        ) : (
          <b class="wm-no-answer">No answer</b>
        )}
        {entry.item === null ? <Passed tier={entry.tier} /> : null}
      </Cell>
      <Cell label="Was it kept?">
        <VerdictMark {...entry} /> <b>{verdict.word}.</b> {verdict.why}
      </Cell>
      <Cell label="Agreed">
        <Agreed {...props} isOpen={isOpen} />
      </Cell>
    </tr>
  )
}

function Agreed({
  view,
  query,
  entry,
  mayWrite,
  isOpen,
}: ClinicTableProps & { entry: PackEntry; isOpen: boolean }) {
  const { item, agreed, key, row } = entry
  const link =
    mayWrite && !isOpen && !query.projector ? (
      <a href={`${clinicPageHref(view.clinic.id, { ...query, open: key })}#plan`}>
        {item ? 'Change' : 'Discuss'}
        <span class="govuk-visually-hidden"> {row.childId ?? row.caseId}</span>
      </a>
    ) : null
  if (!item)
    return (
      <>
        <span class="wm-secondary">
          {isOpen ? 'Being discussed' : view.clinic.state === 'closed' ? 'Not reached' : 'To come'}
        </span>{' '}
        {link}
      </>
    )
  return agreed ? (
    <>
      <b>{agreed.reason}.</b> {agreed.plan}
      <span class="wm-note">
        {agreed.owner}, by {formatDay(agreed.checkBackOn)} · {item.saidBy}
      </span>{' '}
      {link}
    </>
  ) : (
    <>
      Nothing new agreed <span class="wm-note">{item.saidBy}</span> {link}
    </>
  )
}

const Cell = (props: { label: string; numeric?: boolean; children?: unknown }) => (
  <td
    class={`govuk-table__cell${props.numeric ? ' govuk-table__cell--numeric' : ''}`}
    data-label={props.label}
  >
    {props.children}
  </td>
)
