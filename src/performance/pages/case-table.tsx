import { capital } from '../../platform/words.ts'
import { formatDay } from '../../platform/day.ts'
import { childHref } from '../../ui/links.ts'
import {
  isOfRecords,
  type BehindFigure,
  type CaseRow,
  type RecordLink,
  type SeriesDefinition,
} from '../../measures/index.ts'

const valueHead = ({ clock, kind, unit }: SeriesDefinition): string =>
  clock.startsWith('working days')
    ? 'Working days'
    : kind === 'rate' || kind === 'count'
      ? 'Value'
      : capital(unit)

interface CaseTableProps {
  rows: readonly CaseRow[]
  series: SeriesDefinition
  words: BehindFigure['words']
  /** Of a list of records: what each is called, and its page, by the id of the case. */
  links: ReadonlyMap<string, RecordLink>
}

/** The columns after the first: a record has no child, and a team or a worker only where its measure says one. */
function columnsOf(rows: readonly CaseRow[], series: SeriesDefinition) {
  const ofRecords = isOfRecords(series.id)
  const columns: { head: string; isShown: boolean; say: (row: CaseRow) => string }[] = [
    { head: 'Case', isShown: !ofRecords, say: (row) => row.case_id },
    { head: 'Day', isShown: true, say: (row) => formatDay(row.on_date) },
    {
      head: 'Team',
      isShown: !ofRecords || rows.some(({ team }) => team !== null),
      say: (row) => row.team ?? 'Not recorded',
    },
    { head: 'Worker', isShown: !ofRecords, say: (row) => row.worker ?? 'Not recorded' },
    { head: 'Met', isShown: series.kind === 'rate', say: (row) => (row.met ? 'Yes' : 'No') },
  ]
  return columns.filter(({ isShown }) => isShown)
}

export function CaseTable({ rows, series, words, links }: CaseTableProps) {
  const withValue = rows.some((row) => row.value !== null)
  const valueWords = valueHead(series)
  const columns = columnsOf(rows, series)
  return (
    <table class="govuk-table wm-records">
      <caption class="govuk-visually-hidden">The {words.many} behind the figure</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {[capital(words.one), ...columns.map(({ head }) => head)].map((head) => (
            <th scope="col" class="govuk-table__header">
              {head}
            </th>
          ))}
          {withValue ? (
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {valueWords}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              {isOfRecords(series.id) ? <Record row={row} links={links} /> : <Child row={row} />}
            </th>
            {columns.map(({ head, say }) => (
              <td class="govuk-table__cell" data-label={head}>
                {say(row)}
              </td>
            ))}
            {withValue ? (
              <td class="govuk-table__cell govuk-table__cell--numeric" data-label={valueWords}>
                {row.value === null ? '–' : row.value.toLocaleString('en-GB', { maximumFractionDigits: 1 })}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Child = ({ row: { ref, child_id } }: { row: CaseRow }) =>
  ref ? <a href={childHref(ref)}>{child_id}</a> : <>{child_id ?? '–'}</>

function Record({ row: { case_id }, links }: { row: CaseRow; links: CaseTableProps['links'] }) {
  const link = links.get(case_id)
  return link?.href ? <a href={link.href}>{link.name}</a> : <>{link?.name ?? case_id}</>
}
