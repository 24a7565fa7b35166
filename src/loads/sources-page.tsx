import { formatDay } from '../platform/day.ts'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { describeTable, loadCrumbs, loadTitle, ofRecord, type SnapshotRecord } from '../dataset/index.ts'
import { capital, formatCount, formatNumber } from '../platform/words.ts'
import { describeSources } from '../intake/index.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'
import type { TableShare, TableSources } from './sources-read.ts'

interface SourcesProps {
  frame: FrameProps
  snapshot: SnapshotRecord
  tables: readonly TableSources[]
}

/** The primary source of each table, and what the other sources added to it. Only counts. */
export function SourcesPage({ frame, snapshot, tables }: SourcesProps) {
  const load = ofRecord(snapshot)
  const several = snapshot.sources.length > 1
  return (
    <Page frame={frame} title="Where each table comes from" section="/data" breadcrumbs={loadCrumbs(load)}>
      <PageHeading
        caption={loadTitle(load.loadedOn)}
        title="Where each table comes from"
        sentence={{
          bold: several
            ? `${capital(describeSources(snapshot.sources))} were combined: ${describeSources(snapshot.sources.slice(0, 1))} is the primary source.`
            : `Every table comes from ${describeSources(snapshot.sources)}.`,
          rest: several
            ? 'Below is the primary source of each table, and what the others added.'
            : 'Files of several standards that are loaded together are combined.',
        }}
      />
      {tables.length === 0 ? (
        <p class="govuk-body">
          This load was made when Waymark read only Annex A, so every table comes from it.
        </p>
      ) : (
        <RecordTable
          head={[
            { text: 'Table' },
            { text: 'Primary source' },
            { text: 'As at' },
            { text: 'Has events from' },
            { text: 'What the others added' },
          ]}
          rows={tables.map(({ table, shares }) => [
            { text: describeTable(table) },
            { text: capital(describeSources([shares[0]!.source])) },
            { text: formatDay(shares[0]!.asAt) },
            { text: shares[0]!.windowFrom === null ? 'not known' : formatDay(shares[0]!.windowFrom) },
            { html: <Others table={table} shares={shares.slice(1)} /> },
          ])}
        />
      )}
      <Rules />
      {several ? (
        <p class="govuk-body">
          <a href={`/data/reconciliation?load=${snapshot.loadId}`}>Where the sources differ</a>, in numbers
          and child by child.
        </p>
      ) : null}
    </Page>
  )
}

const Rules = () => (
  <>
    <h2 class="govuk-heading-m wm-section" id="rules">
      Which source is used
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        A case system’s own files (the Standard Safeguarding Dataset, Annex A) come before a yearly return
        (the CIN census, the SSDA903). Of two case system files, the later comes first; on the same day, the
        Standard Safeguarding Dataset.
      </li>
      <li>The first source that has a table is its primary source: what it says of an event is used.</li>
      <li>
        A field that it leaves blank is filled from the next source that has the same event of the same child
        on the same day, unless the blank is an answer: “not yet closed”, “not yet authorised”.
      </li>
      <li>
        An event that only another source has is added when it was over before the first day that the primary
        source covers, or comes after the primary source’s own day. Otherwise it is a difference: it is
        counted and shown, but not added.
      </li>
      <li>
        An event that was still open in an older return, and that the primary source does not have, has ended
        since on an unknown day. It is not added.
      </li>
      <li>A child’s sex, ethnicity, birth and disability each come from the first source that has them.</li>
    </ul>
  </>
)

const Others = ({ table, shares }: { table: string; shares: readonly TableShare[] }) =>
  shares.length === 0 ? (
    <>–</>
  ) : (
    <ul class="govuk-list">
      {shares.map((share) => (
        <li>{table === 'person' ? `Then ${describeSources([share.source])}` : formatShare(share)}</li>
      ))}
    </ul>
  )

/** "SSDA903: 40 of the same events, 12 added, 3 left out; filled legal status 40 times, differs in end date twice". */
function formatShare({ source, merged, fields }: TableShare): string {
  const rows = merged
    ? `${formatCount(merged.matched, 'event')} the same, ${formatNumber(merged.added)} added, ${formatNumber(merged.leftOut)} left out`
    : 'nothing'
  const filled = fields.filter((field) => field.filled > 0)
  const differing = fields.filter((field) => field.differing > 0)
  const list = (listed: typeof fields, count: (field: (typeof fields)[number]) => number) =>
    listed.map((field) => `${field.column.replaceAll('_', ' ')} ${formatNumber(count(field))}`).join(', ')
  return [
    `${capital(describeSources([source]))}: ${rows}`,
    ...(filled.length > 0 ? [`filled ${list(filled, (field) => field.filled)}`] : []),
    ...(differing.length > 0 ? [`differs in ${list(differing, (field) => field.differing)}`] : []),
  ].join('; ')
}
