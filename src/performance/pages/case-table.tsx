import { capital, formatCount } from '../../platform/words.ts'
import { formatDay, type Day } from '../../platform/day.ts'
import { childHref } from '../../ui/links.ts'
import {
  isOfRecords,
  needsActionOf,
  type BehindFigure,
  type CaseRow,
  type NeedsAction,
  type RecordLink,
  type SeriesDefinition,
} from '../../measures/index.ts'
import { clockOf, type CaseSort } from './case-clock.ts'
import { caseHref, type CaseQuestion } from './case-link.tsx'

interface CaseTableProps {
  rows: readonly CaseRow[]
  series: SeriesDefinition
  question: CaseQuestion
  words: BehindFigure['words']
  /** Of a list of records: what each is called, and its page, by the id of the case. */
  links: ReadonlyMap<string, RecordLink>
  asAt: Day
}

interface Column {
  head: string
  isShown: boolean
  text: (row: CaseRow) => string
  sort?: CaseSort
  numeric?: true
}

const inFigures = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })

/** Start, last day in time and days over, as far as the measure's header says where they are. */
function clockColumns(rows: readonly CaseRow[], action: NeedsAction | null, asAt: Day): Column[] {
  if (!action) return []
  const clocks = new Map(rows.map((row) => [row, clockOf(row, action, asAt)]))
  const any = (has: 'start' | 'due' | 'over') => [...clocks.values()].some((clock) => clock[has] !== null)
  const over = action.limit?.areWorking ? 'Working days over' : 'Days over'
  const day = (value: Day | null | undefined) => (value ? formatDay(value) : '–')
  return [
    { head: 'Start', isShown: any('start'), text: (row) => day(clocks.get(row)?.start) },
    { head: 'Due', isShown: any('due'), text: (row) => day(clocks.get(row)?.due) },
    {
      head: over,
      isShown: any('over'),
      numeric: true,
      sort: 'action',
      text: (row) => {
        const days = clocks.get(row)?.over ?? null
        return days === null ? '–' : inFigures(days)
      },
    },
  ]
}

function valueColumn(rows: readonly CaseRow[], series: SeriesDefinition): Column {
  const { clock, kind, unit } = series
  const isDays = clock.startsWith('working days') || clock.startsWith('calendar days')
  return {
    head: isDays
      ? clock.startsWith('w')
        ? 'Working days'
        : 'Days'
      : kind === 'rate' || kind === 'count' || unit === '%'
        ? 'Value'
        : capital(unit),
    isShown: rows.some(({ value }) => value !== null),
    numeric: true,
    text: ({ value }) => (value === null ? '–' : inFigures(value)),
  }
}

/** A record has no child, and a team or a worker only where its measure says one. */
function columnsOf({ rows, series, question, asAt }: CaseTableProps): Column[] {
  const ofRecords = isOfRecords(series.id)
  const action = needsActionOf(series)
  const clocks = clockColumns(rows, action, asAt)
  const side = action?.met
  return [
    ...(clocks.some(({ head, isShown }) => head === 'Due' && isShown && action?.isDueOnDay)
      ? []
      : [
          {
            head: 'Day',
            isShown: true,
            sort: 'day' as const,
            text: (row: CaseRow) => formatDay(row.on_date),
          },
        ]),
    ...clocks,
    valueColumn(rows, series),
    {
      head: capital(series.detail ?? 'Detail'),
      isShown: series.detail !== null && rows.some(({ detail }) => detail),
      text: ({ detail }: CaseRow) => detail || '–',
    },
    {
      head: 'Team',
      isShown: !ofRecords || rows.some(({ team }) => team !== null),
      sort: 'team' as const,
      text: ({ team }: CaseRow) => team ?? 'Not recorded',
    },
    {
      head: 'Worker',
      isShown: !ofRecords && rows.some(({ worker }) => worker !== null),
      sort: 'worker' as const,
      text: ({ worker }: CaseRow) => worker ?? 'Not recorded',
    },
    {
      head: side && side !== 'all' ? capital(action?.words ?? '') : 'Met',
      isShown: series.kind === 'rate' && question.met === 'all',
      text: ({ met }: CaseRow) => (met === (side !== 'no') ? 'Yes' : 'No'),
    },
    { head: 'Case', isShown: !ofRecords && rows.some(hasChild), text: ({ case_id }: CaseRow) => case_id },
  ].filter(({ isShown }) => isShown)
}

const hasChild = ({ child_id }: CaseRow): boolean => child_id !== null

/** A column's head; one that rows can be sorted by is a link that does so. */
const Head = ({ column, question }: { column: Column; question: CaseQuestion }) => {
  const isSorted = column.sort === (question.sort ?? 'action')
  return (
    <th
      scope="col"
      class={`govuk-table__header${column.numeric ? ' govuk-table__header--numeric' : ''}`}
      aria-sort={isSorted ? 'other' : undefined}
    >
      {column.sort && !isSorted ? (
        <a href={caseHref({ ...question, sort: column.sort })}>
          {column.head}
          <span class="govuk-visually-hidden">: sort by it</span>
        </a>
      ) : (
        column.head
      )}
    </th>
  )
}

export function CaseTable(props: CaseTableProps) {
  const { rows, series, question, words, links } = props
  const columns = columnsOf(props)
  const first: Column = {
    head: rows.some(hasChild) ? 'Child' : capital(words.one),
    isShown: true,
    sort: 'id',
    text: () => '',
  }
  return (
    <table class="govuk-table wm-records">
      <caption class="govuk-visually-hidden">
        {formatCount(rows.length, words.one, words.many)} behind the figure
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {[first, ...columns].map((column) => (
            <Head column={column} question={question} />
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {isOfRecords(series.id) ? <Record row={row} links={links} /> : <Child row={row} />}
            </th>
            {columns.map(({ head, text, numeric }) => (
              <td
                class={`govuk-table__cell${numeric ? ' govuk-table__cell--numeric' : ''}`}
                data-label={head}
              >
                {text(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Child = ({ row: { ref, child_id, case_id } }: { row: CaseRow }) =>
  ref ? <a href={childHref(ref)}>{child_id}</a> : <>{child_id ?? case_id}</>

function Record({ row: { case_id }, links }: { row: CaseRow; links: CaseTableProps['links'] }) {
  const link = links.get(case_id)
  return link?.href ? <a href={link.href}>{link.name}</a> : <>{link?.name ?? case_id}</>
}
