import { Details } from '../ui/components/details.tsx'
import { Table } from '../ui/components/table.tsx'
import { sourceTable, type Problem } from '../intake/index.ts'
import { isKeptFile } from '../standards/capture/template-rows.ts'
import {
  completenessBars,
  emptiestFirst,
  isThin,
  tableLines,
  titleOf,
  totalsOf,
  type TableLine,
} from '../dataset/index.ts'
import { CompletenessBars } from '../ui/tables/completeness-bars.tsx'
import { formatCount, formatNumber, shareFilled } from '../platform/words.ts'
import type { LoadView } from './load-view.ts'
import { groupProblems, tableOfProblem, type ProblemGroup } from './problem-words.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'
import { ScrollRegion } from '../ui/charts/figure.tsx'

interface FindingsProps {
  view: LoadView
  /** With values from the files; null for readers who see only counts. */
  problems: readonly Problem[] | null
}

/** What a load found in its files: what is wrong, what was put right, and each table's rows. */
export function Findings({ view, problems }: FindingsProps) {
  const { harmful, repairs } = groupProblems(view.files, view.counts)
  return (
    <>
      <h2 class="govuk-heading-m wm-section">What is wrong, worst first</h2>
      {harmful.length === 0 ? (
        <p class="govuk-body">Nothing was found that harms a measure.</p>
      ) : (
        <ProblemTable view={view} groups={harmful} problems={problems} />
      )}
      {problems !== null && harmful.length > 0 ? (
        <p class="govuk-body">
          <a href={`/data/loads/${view.loadId}/rows-to-correct.csv`}>Download the rows to correct</a> (CSV)
        </p>
      ) : null}
      {repairs.length === 0 ? null : <Repairs groups={repairs} />}
      <TableByTable view={view} />
    </>
  )
}

/** What people keep in Waymark itself, which comes in with each load; nothing where they keep none. */
export function KeptRecords({ view }: { view: LoadView }) {
  const tables = view.files.filter(({ file }) => isKeptFile(file)).flatMap((file) => file.tables)
  if (tables.length === 0) return null
  const described = tables.map(({ table, accepted, quarantined }) => {
    const aside =
      quarantined === 0
        ? ''
        : ` (${formatNumber(quarantined)} more set aside: in the files already, or not to be read)`
    return `${sourceTable(table).name.toLowerCase()}, ${formatCount(accepted, 'row')}${aside}`
  })
  return <p class="govuk-body">Kept in Waymark and taken into this load: {described.join('; ')}.</p>
}

/** "Nothing stops this load. 44 of 43,263 rows are set aside, and 3 fields are not in the files." */
export function describeResult(view: LoadView): string {
  const { harmful } = groupProblems(view.files, view.counts)
  const { rows, setAside } = totalsOf(tableLines(view))
  const missing = harmful
    .filter(({ code }) => code === 'column-missing' || code === 'column-blank')
    .reduce((sum, { fields }) => sum + fields.length, 0)
  const aside =
    rows === 0
      ? 'Its tables are empty'
      : setAside === 0
        ? rows === 1
          ? 'Its 1 row was accepted'
          : `All ${formatNumber(rows)} rows were accepted`
        : `${formatNumber(setAside)} of ${formatCount(rows, 'row')} ${setAside === 1 ? 'is' : 'are'} set aside`
  const fields =
    missing === 0
      ? ''
      : `, and ${formatCount(missing, 'field')} ${missing === 1 ? 'is' : 'are'} missing or without a value`
  return `Nothing stops this load. ${aside}${fields}.`
}

interface ProblemTableProps {
  view: LoadView
  groups: readonly ProblemGroup[]
  problems: readonly Problem[] | null
}

function ProblemTable({ view, groups, problems }: ProblemTableProps) {
  const example = ({ code, table, fields }: ProblemGroup) => {
    const first = problems?.find(
      (problem) =>
        problem.code === code &&
        problem.field === (fields[0] ?? null) &&
        tableOfProblem(view.files, problem) === table,
    )
    if (!first || first.row === null) return '–'
    return `row ${formatNumber(first.row)}: ${first.value === null ? 'blank' : `“${first.value}”`}`
  }
  return (
    <RecordTable
      head={[
        { text: 'Problem' },
        { text: 'Where' },
        { text: 'Times', format: 'numeric' },
        ...(problems === null ? [] : [{ text: 'For example' }]),
        { text: 'What it does to measures' },
        { text: 'What to do' },
      ]}
      rows={groups.map((group) => [
        {
          html:
            group.table === null ? (
              group.title
            ) : (
              <a href={`/data/loads/${view.loadId}/tables/${group.table}`}>{group.title}</a>
            ),
        },
        { text: group.where },
        { text: formatNumber(group.count), format: 'numeric' },
        ...(problems === null ? [] : [{ text: example(group) }]),
        { text: group.harm },
        { text: group.remedy },
      ])}
    />
  )
}

const Repairs = ({ groups }: { groups: readonly ProblemGroup[] }) => (
  <Details
    summaryText={`${formatCount(
      groups.reduce((sum, { count }) => sum + count, 0),
      'thing',
    )} put right or noted`}
  >
    <Table
      head={[{ text: 'What' }, { text: 'Field' }, { text: 'Where' }, { text: 'Times', format: 'numeric' }]}
      rows={groups.map(({ title, fields, where, count }) => [
        { text: title },
        { text: fields.join(', ') || '–' },
        { text: where },
        { text: formatNumber(count), format: 'numeric' },
      ])}
    />
  </Details>
)

export function TableByTable({ view }: { view: LoadView }) {
  const lines = tableLines(view)
  const filled = view.fills.length > 0
  return (
    <>
      <h2 class="govuk-heading-m wm-section">Table by table</h2>
      <ScrollRegion label="Table by table">
        <table class="govuk-table wm-lists">
          <TableHead filled={filled} />
          <tbody class="govuk-table__body">
            {lines.map((line) => (
              <TableRow view={view} line={line} filled={filled} />
            ))}
            <tr class="govuk-table__row wm-total">
              <th scope="row" class="govuk-table__header">
                All tables
              </th>
              <Figures {...totalsOf(lines)} />
              {filled ? (
                <td class="govuk-table__cell" colspan={2}>
                  {describeThinFields(lines)}
                </td>
              ) : null}
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
      <p class="wm-note">
        Rows read = accepted + set aside, always.
        {filled
          ? ' Each bar is one field; its height is the share of rows that fill it. Orange: the standard expects it on every row and under 90% have it. A dashed outline: the file has no such column. Open a table for the names.'
          : ''}
      </p>
    </>
  )
}

const TableHead = ({ filled }: { filled: boolean }) => (
  <thead class="govuk-table__head">
    <tr class="govuk-table__row">
      <th scope="col" class="govuk-table__header">
        Table
      </th>
      {['Rows read', 'Accepted', 'Set aside'].map((text) => (
        <th scope="col" class="govuk-table__header govuk-table__header--numeric">
          {text}
        </th>
      ))}
      {filled
        ? ['How complete, field by field', 'Least complete of those expected'].map((text) => (
            <th scope="col" class="govuk-table__header">
              {text}
            </th>
          ))
        : null}
    </tr>
  </thead>
)

const TableRow = ({ view, line, filled }: { view: LoadView; line: TableLine; filled: boolean }) => (
  <tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      {view.state === 'refused' ? (
        titleOf(line.spec)
      ) : (
        <a href={`/data/loads/${view.loadId}/tables/${line.spec.table}`}>{titleOf(line.spec)}</a>
      )}
    </th>
    <Figures {...line} />
    {filled ? (
      <>
        <td class="govuk-table__cell">
          <CompletenessBars bars={completenessBars(line)} />
        </td>
        <td class="govuk-table__cell">{describeLeastComplete(line)}</td>
      </>
    ) : null}
  </tr>
)

const Figures = ({ rows, accepted, setAside }: { rows: number; accepted: number; setAside: number }) => (
  <>
    {[rows, accepted, setAside].map((figure) => (
      <td class="govuk-table__cell govuk-table__cell--numeric">{formatNumber(figure)}</td>
    ))}
  </>
)

const describeThinFields = (lines: readonly TableLine[]): string => {
  const thin = lines.reduce((sum, line) => sum + line.fields.filter((field) => isThin(line, field)).length, 0)
  return thin === 0 ? 'Every expected field 90% or more' : `${formatCount(thin, 'expected field')} under 90%`
}

function describeLeastComplete(line: TableLine): string {
  if (line.accepted === 0) return 'No rows'
  const [least] = emptiestFirst(line)
  if (!least || !isThin(line, least)) return 'All 90% or more'
  return `${least.name} ${shareFilled(least.filled, line.accepted)}`
}
