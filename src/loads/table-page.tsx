import { Table } from '../ui/components/table.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import type { Problem } from '../intake/index.ts'
import { loadCrumbs, loadTitle, isThin, titleOf, type TableLine } from '../dataset/index.ts'
import { formatCount, formatNumber, shareFilled } from '../platform/words.ts'
import type { LoadView } from './load-view.ts'
import { groupProblems, tableOfProblem } from './problem-words.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'
import { ScrollRegion } from '../ui/charts/figure.tsx'

interface TablePageProps {
  frame: FrameProps
  view: LoadView
  line: TableLine
  /** With values from the files; null for readers who see only counts. */
  problems: readonly Problem[] | null
}

export function TablePage({ frame, view, line, problems }: TablePageProps) {
  const own = view.counts.filter((count) => tableOfProblem(view.files, count) === line.spec.table)
  const groups = groupProblems(view.files, own).harmful
  const title = titleOf(line.spec)
  return (
    <Page frame={frame} title={title} section="/data" breadcrumbs={loadCrumbs(view)}>
      <PageHeading
        caption={loadTitle(view.loadedOn)}
        title={title}
        sentence={{ bold: describeTable(line), rest: describeThin(line) }}
      />
      <h2 class="govuk-heading-m wm-section">What is wrong</h2>
      {groups.length === 0 ? (
        <p class="govuk-body">Nothing was found.</p>
      ) : (
        <RecordTable
          head={[
            { text: 'Problem' },
            { text: 'Times', format: 'numeric' },
            { text: 'What it does to measures' },
            { text: 'What to do' },
          ]}
          rows={groups.map(({ title, count, harm, remedy }) => [
            { text: title },
            { text: formatNumber(count), format: 'numeric' },
            { text: harm },
            { text: remedy },
          ])}
        />
      )}
      {problems === null ? null : (
        <RowTable
          problems={problems.filter((problem) => tableOfProblem(view.files, problem) === line.spec.table)}
        />
      )}
      <Completeness line={line} />
    </Page>
  )
}

const Completeness = ({ line }: { line: TableLine }) => (
  <>
    <h2 class="govuk-heading-m wm-section">How complete, field by field</h2>
    <Table
      head={[
        { text: 'Field' },
        { text: 'Rows that fill it', format: 'numeric' },
        { text: 'Share', format: 'numeric' },
      ]}
      firstCellIsHeader
      rows={line.spec.fields.map(({ key, name }) => {
        const field = line.fields.find((field) => field.key === key)
        if (!field?.present)
          return [
            { text: name },
            { text: 'no such column', format: 'numeric' },
            { text: '–', format: 'numeric' },
          ]
        return [
          { text: name },
          { text: `${formatNumber(field.filled)} of ${formatNumber(line.accepted)}`, format: 'numeric' },
          { text: line.accepted === 0 ? '–' : shareFilled(field.filled, line.accepted), format: 'numeric' },
        ]
      })}
    />
  </>
)

const describeTable = ({ rows, accepted, setAside }: TableLine): string =>
  rows === 0
    ? 'The table is empty.'
    : `${formatNumber(accepted)} of ${formatCount(rows, 'row')} ${accepted === 1 ? 'was' : 'were'} accepted and ${formatNumber(setAside)} set aside.`

function describeThin(line: TableLine): string {
  const thin = line.fields.filter((field) => isThin(line, field)).length
  return thin === 0
    ? ''
    : `${formatCount(thin, 'field')} that the standard expects on every row ${thin === 1 ? 'has' : 'have'} gaps of more than 10%.`
}

/** Child-level. */
const RowTable = ({ problems }: { problems: readonly Problem[] }) => {
  const rows = problems.filter(({ row }) => row !== null)
  if (rows.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m wm-section">Row by row</h2>
      <p class="wm-note">The first of each kind of problem and of each repair, as they are in the file.</p>
      <ScrollRegion label="Row by row">
        <Table
          head={[
            { text: 'File' },
            { text: 'Row', format: 'numeric' },
            { text: 'Field' },
            { text: 'Value in the file' },
            { text: 'What was found' },
          ]}
          rows={rows.map(({ file, row, field, value, message }) => [
            { text: file },
            { text: formatNumber(row ?? 0), format: 'numeric' },
            { text: field ?? '–' },
            { text: value ?? 'blank' },
            { text: message },
          ])}
        />
      </ScrollRegion>
    </>
  )
}
