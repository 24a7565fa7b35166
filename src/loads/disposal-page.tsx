import { dayInEngland, formatDay } from '../platform/day.ts'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import type { Disposal } from './disposal-store.ts'
import { DATA_CRUMB } from '../dataset/index.ts'
import { formatBytes, formatCount, formatNumber } from '../platform/words.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'

/** The disposal log: which loads were deleted, when, by whom and why. */
export const DisposalPage = ({ frame, disposals }: { frame: FrameProps; disposals: readonly Disposal[] }) => (
  <Page frame={frame} title="Loads that were deleted" section="/data" breadcrumbs={[DATA_CRUMB]}>
    <PageHeading
      title="Loads that were deleted"
      sentence={{
        bold:
          disposals.length === 0
            ? 'No load has been deleted yet.'
            : `${formatCount(disposals.length, 'load')} ${disposals.length === 1 ? 'was' : 'were'} deleted with every child’s row in ${disposals.length === 1 ? 'it' : 'them'}.`,
        rest: 'Counts, hashes and published figures stay.',
      }}
    />
    {disposals.length === 0 ? null : (
      <RecordTable
        caption="Disposal log, latest first"
        head={[
          { text: 'Deleted' },
          { text: 'By' },
          { text: 'Snapshot' },
          { text: 'Loaded' },
          { text: 'Rows', format: 'numeric' },
          { text: 'Size', format: 'numeric' },
          { text: 'Files' },
          { text: 'Why' },
        ]}
        rows={disposals.map((disposal) => [
          { text: formatDay(dayInEngland(disposal.at)) },
          { text: disposal.by },
          { html: <a href={`/data/loads/${disposal.loadId}`}>{disposal.snapshot}</a> },
          { text: formatDay(dayInEngland(disposal.loadedAt)) },
          { text: formatNumber(disposal.rows), format: 'numeric' },
          { text: formatBytes(disposal.bytes), format: 'numeric' },
          { text: formatFiles(disposal.files) },
          { text: disposal.why },
        ])}
      />
    )}
  </Page>
)

const formatFiles = (files: Disposal['files']): string =>
  files.length > 3 ? formatCount(files.length, 'file') : files.map(({ file }) => file).join(', ')
