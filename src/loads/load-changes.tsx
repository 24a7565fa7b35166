import { describeWithheldRows } from '../access/index.ts'
import { sourceTable } from '../intake/index.ts'
import type { TableSpec } from '../standards/table.ts'
import { dayInEngland, isDay, formatDay } from '../platform/day.ts'
import { Pagination } from '../ui/components/pagination.tsx'
import { Table } from '../ui/components/table.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import {
  loadCrumbs,
  loadTitle,
  ofRecord,
  titleOf,
  type Cell,
  CHANGE_KINDS,
  CHANGED_ROWS_A_PAGE,
  fieldsThatDiffer,
  type ChangedRow,
  type ChangeKind,
  type TableChange,
  describeLoad,
  type SnapshotRecord,
} from '../dataset/index.ts'
import { formatCount, formatNumber } from '../platform/words.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'

/** What a load changed, against the load before it. */
export interface LoadChanges {
  before: SnapshotRecord
  tables: readonly TableChange[]
}

interface ChangesTableProps {
  loadId: string
  title: string
  changes: LoadChanges
  /** Counts lead to rows only for those who bring files in. */
  opensRows: boolean
}

/** New, changed and vanished rows of each table; each count opens its rows. */
export function ChangesTable({ loadId, title, changes, opensRows }: ChangesTableProps) {
  const count = (change: TableChange, kind: ChangeKind) => {
    const text = formatNumber(change[kind])
    if (!opensRows || change[kind] === 0) return { text, format: 'numeric' }
    const href = `/data/loads/${loadId}/changes/${change.table}/${kind}`
    return {
      html: (
        <a href={href} aria-label={`${text} ${kind} in ${sourceTable(change.table).called}`}>
          {text}
        </a>
      ),
      format: 'numeric',
    }
  }
  return (
    <>
      <h2 class="govuk-heading-m wm-section" id="changes">
        {title}
      </h2>
      {changes.tables.length === 0 ? (
        <p class="govuk-body">Neither load has a row.</p>
      ) : (
        <RecordTable
          head={[
            { text: 'Table' },
            { text: 'New', format: 'numeric' },
            { text: 'Changed', format: 'numeric' },
            { text: 'Vanished', format: 'numeric' },
            { text: 'The same', format: 'numeric' },
          ]}
          rows={changes.tables.map((change) => [
            { text: titleOf(sourceTable(change.table)) },
            ...CHANGE_KINDS.map((kind) => count(change, kind)),
            { text: formatNumber(change.same), format: 'numeric' },
          ])}
        />
      )}
      <p class="wm-note">
        A row of one load is matched to a row of the other by its child and its day, a contact or referral by
        its source too. Ages are not compared, because they change with the day.
      </p>
    </>
  )
}

const TITLE: Record<ChangeKind, string> = {
  new: 'New rows',
  changed: 'Changed rows',
  vanished: 'Vanished rows',
}

const WHAT: Record<ChangeKind, string> = {
  new: 'What it says',
  changed: 'What changed',
  vanished: 'What it said',
}

interface ChangedRowsProps {
  frame: FrameProps
  snapshot: SnapshotRecord
  before: SnapshotRecord
  change: TableChange
  kind: ChangeKind
  rows: readonly ChangedRow[]
  page: number
}

export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / CHANGED_ROWS_A_PAGE))

/** The rows behind one count, a page at a time. Child-level. */
export function ChangedRowsPage({ frame, snapshot, before, change, kind, rows, page }: ChangedRowsProps) {
  const spec = sourceTable(change.table)
  const title = `${TITLE[kind]} of ${spec.called}: ${spec.name}`
  const pages = pagesOf(change[kind])
  const linkTo = (number: number) => ({
    href: `/data/loads/${snapshot.loadId}/changes/${spec.table}/${kind}?page=${number}`,
  })
  const keys = spec.fields.filter(({ key }) => spec.naturalKey.includes(key))
  return (
    <Page frame={frame} title={title} section="/data" breadcrumbs={loadCrumbs(ofRecord(snapshot))}>
      <PageHeading
        caption={loadTitle(dayInEngland(snapshot.loadedAt))}
        title={title}
        sentence={{
          bold: `${formatCount(change[kind], 'row')} ${SINCE[kind](change[kind])}`,
          rest: `It is compared with the ${describeLoad(before)}.`,
        }}
      />
      <Table
        classes="wm-records"
        caption={pages > 1 ? `Page ${page} of ${pages}` : undefined}
        head={[...keys.map(({ name }) => ({ text: name })), { text: 'File and row' }, { text: WHAT[kind] }]}
        rows={rows.map((row) => [
          ...keys.map(({ key, name }) => ({
            text: formatCell((row.now ?? row.before)?.[key]),
            attributes: { 'data-label': name },
          })),
          {
            text: `${row.file}, row ${formatNumber(row.row)}`,
            attributes: { 'data-label': 'File and row' },
          },
          { html: <Lines lines={linesOf(spec, row)} />, attributes: { 'data-label': WHAT[kind] } },
        ])}
      />
      <p class="govuk-body">
        {describeWithheldRows(
          Math.min(CHANGED_ROWS_A_PAGE, change[kind] - (page - 1) * CHANGED_ROWS_A_PAGE) - rows.length,
        )}
      </p>
      {pages > 1 ? (
        <Pagination
          previous={page > 1 ? linkTo(page - 1) : undefined}
          next={page < pages ? linkTo(page + 1) : undefined}
        />
      ) : null}
    </Page>
  )
}

const SINCE: Record<ChangeKind, (count: number) => string> = {
  new: (count) => `${count === 1 ? 'was' : 'were'} not in the load before.`,
  changed: (count) => `${count === 1 ? 'differs' : 'differ'} from the load before.`,
  vanished: (count) => `of the load before ${count === 1 ? 'is' : 'are'} not in this one.`,
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line, index) => (
      <>
        {index === 0 ? null : <br />}
        {line}
      </>
    ))}
  </>
)

/** The fields that differ in a changed row; the filled fields of any other row. */
function linesOf(spec: TableSpec, row: ChangedRow): string[] {
  const nameOf = (key: string) => spec.fields.find((field) => field.key === key)?.name ?? key
  if (row.before && row.now) {
    const { before, now } = row
    return fieldsThatDiffer(spec, row).map(
      (key) => `${nameOf(key)}: ${formatCell(before[key])}, now ${formatCell(now[key])}`,
    )
  }
  const cells = row.now ?? row.before ?? {}
  return spec.fields
    .filter(({ key }) => !spec.naturalKey.includes(key) && (cells[key] ?? null) !== null)
    .map(({ key, name }) => `${name}: ${formatCell(cells[key])}`)
}

function formatCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return 'blank'
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return isDay(cell) ? formatDay(cell) : String(cell)
}
