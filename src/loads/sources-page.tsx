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

/** Whose word each table of a load goes by, and what the other sources added to it. Counts alone. */
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
            ? `${capital(describeSources(snapshot.sources))} were brought together: ${describeSources(snapshot.sources.slice(0, 1))} leads.`
            : `Every table comes from ${describeSources(snapshot.sources)}.`,
          rest: several
            ? 'Below is whose word each table goes by, and what the others added.'
            : 'Load the files of several standards together, and they are brought into one.',
        }}
      />
      {tables.length === 0 ? (
        <p class="govuk-body">
          This load was sealed when Annex A was all that Waymark read: every table comes from it.
        </p>
      ) : (
        <RecordTable
          head={[
            { text: 'Table' },
            { text: 'Leads' },
            { text: 'As at' },
            { text: 'Promises events from' },
            { text: 'What the others gave' },
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
      <h2 class="govuk-heading-m wm-section" id="rules">
        Whom we believe
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          A case system’s own files of today (the Standard Safeguarding Dataset, Annex A) come before a yearly
          return (the CIN census, the SSDA903). Of two that speak of today, the later one comes first; on one
          day, the Standard Safeguarding Dataset.
        </li>
        <li>The first source that carries a table leads it: what it says of an event stands.</li>
        <li>
          A field that it leaves blank is filled from the next source that tells of the same event of the same
          child on the same day, unless the blank is an answer: “not yet closed”, “not yet authorised”.
        </li>
        <li>
          An event that only another source tells of is added when it was over before the first day that the
          leading source promises, or comes after the leading source’s own day. Otherwise it is a difference:
          it is counted, shown, and not added.
        </li>
        <li>
          What was still open in an older return, and of which the leading source says nothing, has ended
          since on a day that no one tells. It is not added.
        </li>
        <li>Of a child, each of sex, ethnicity, birth and disability is the first that any source says.</li>
      </ul>
      {several ? (
        <p class="govuk-body">
          <a href={`/data/reconciliation?load=${snapshot.loadId}`}>Where the sources differ</a>, in numbers
          and child by child.
        </p>
      ) : null}
    </Page>
  )
}

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
  const list = (of: typeof fields, count: (field: (typeof fields)[number]) => number) =>
    of.map((field) => `${field.column.replaceAll('_', ' ')} ${formatNumber(count(field))}`).join(', ')
  return [
    `${capital(describeSources([source]))}: ${rows}`,
    ...(filled.length > 0 ? [`filled ${list(filled, (field) => field.filled)}`] : []),
    ...(differing.length > 0 ? [`differs in ${list(differing, (field) => field.differing)}`] : []),
  ].join('; ')
}
