import { describeWithheldRows } from '../access/index.ts'
import { dayInEngland, isDay, formatDay } from '../platform/day.ts'
import { Pagination } from '../ui/components/pagination.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { describeTable, type SnapshotRecord, type QualityFinding } from '../dataset/index.ts'
import { formatCount, formatNumber } from '../platform/words.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'
import { Harms, ofLoad } from './quality-page.tsx'
import { CASES_A_PAGE, type CheckWords, type QualityCase } from './quality-read.ts'

interface QualityRowsProps {
  frame: FrameProps
  snapshot: SnapshotRecord
  inUse: boolean
  finding: QualityFinding
  words: CheckWords
  cases: readonly QualityCase[]
  page: number
}

export const pagesOf = (count: number): number => Math.max(1, Math.ceil(count / CASES_A_PAGE))

/** How many of the rows are on a page. */
export const rowsOfPage = (count: number, page: number, most: number): number =>
  Math.max(0, Math.min(most, count - (page - 1) * most))

/** "Started 9 October 2015, ended 1 October 2015": the days of a fault as people write them. */
export const formatDays = (what: string): string =>
  what.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isDay(day) ? formatDay(day) : day))

/** The rows with one fault, a page at a time: where each is, so that it can be corrected. Child-level. */
export function QualityRowsPage(props: QualityRowsProps) {
  const { frame, snapshot, inUse, finding, words, cases, page } = props
  const loaded = `Load of ${formatDay(dayInEngland(snapshot.loadedAt))}`
  const query = ofLoad(snapshot, inUse)
  const pages = pagesOf(finding.count)
  const pageLink = (number: number) => ({
    href: `/data/quality/${finding.check}?page=${number}${inUse ? '' : `&load=${snapshot.loadId}`}`,
  })
  return (
    <Page
      frame={frame}
      title={finding.title}
      section="/data"
      breadcrumbs={[
        { text: 'Data', href: '/data' },
        { text: 'Data quality', href: `/data/quality${query}` },
      ]}
    >
      <PageHeading
        caption={`${loaded}, as at ${formatDay(snapshot.asAt)}`}
        title={finding.title}
        sentence={{ bold: `${formatCount(finding.count, 'row')}. ${words.does}.`, rest: `${words.remedy}.` }}
      />
      <h2 class="govuk-heading-m wm-section">Which measures it harms</h2>
      <div class="govuk-body">
        <Harms harms={finding.harms} />
      </div>
      <h2 class="govuk-heading-m wm-section">The rows</h2>
      <p class="govuk-body">
        <a href={`/data/quality/${finding.check}/rows-to-correct.csv${query}`}>
          Download the rows to correct
        </a>{' '}
        (CSV)
      </p>
      <RecordTable
        caption={pages > 1 ? `Page ${page} of ${pages}` : undefined}
        head={[{ text: 'Child' }, { text: 'Among' }, { text: 'What is wrong' }, { text: 'File and row' }]}
        rows={cases.map((found) => [
          { text: found.childId ?? 'No child' },
          { text: describeTable(found.table) },
          { text: formatDays(found.what) },
          { text: describePlace(found) },
        ])}
      />
      <p class="govuk-body">
        {describeWithheldRows(rowsOfPage(finding.count, page, CASES_A_PAGE) - cases.length)}
      </p>
      {pages > 1 ? (
        <Pagination
          previous={page > 1 ? pageLink(page - 1) : undefined}
          next={page < pages ? pageLink(page + 1) : undefined}
        />
      ) : null}
    </Page>
  )
}

/** A file of one table gives its own name to its sheet, which is then printed once. */
export const describePlace = ({ file, sheet, row }: Pick<QualityCase, 'file' | 'sheet' | 'row'>): string =>
  [
    file,
    sheet !== null && !file?.startsWith(sheet) ? sheet : null,
    row === null ? null : `row ${formatNumber(row)}`,
  ]
    .filter((part) => part !== null)
    .join(', ') || '–'
