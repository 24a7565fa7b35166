import { dayInEngland, type Day, formatDay } from '../platform/day.ts'
import { Button } from '../ui/components/button.tsx'
import { DateInput } from '../ui/components/date-input.tsx'
import { ErrorSummary, errorListOf } from '../ui/components/error-summary.tsx'
import { FileUpload } from '../ui/components/file-upload.tsx'
import { InsetText } from '../ui/components/inset-text.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'
import { Checkboxes } from '../ui/components/checkboxes.tsx'
import { DATA_CRUMB, type SnapshotRecord } from '../dataset/index.ts'
import type { LoadJob } from './load-job.ts'
import type { RegisteredLoad } from './load-register-store.ts'
import { RunningSteps, STEP_WORDS } from './load-steps.tsx'
import { formatCount } from '../platform/words.ts'
import type { WaitingLoadLine } from './waiting-load.ts'
import { RecordTable } from '../ui/tables/record-table.tsx'

interface LoadListProps {
  frame: FrameProps
  /** The one in use first. */
  snapshots: readonly SnapshotRecord[]
  loads: readonly RegisteredLoad[]
  /** Read, and not sealed before someone decides. */
  waiting: readonly WaitingLoadLine[]
  mayLoad: boolean
}

export function LoadListPage({ frame, snapshots, loads, waiting, mayLoad }: LoadListProps) {
  const [current] = snapshots
  const sentence = current
    ? {
        bold: `Figures come from the load of ${formatDay(dayInEngland(current.loadedAt))}, as at ${formatDay(current.asAt)}.`,
        rest: `It holds ${formatCount(current.rows, 'row')} from ${formatCount(current.files.length, 'file')}.`,
      }
    : {
        bold: 'Nothing has been loaded yet, so there are no figures.',
        rest: 'Bring in what your case system exports: Annex A, the Standard Safeguarding Dataset, the CIN census or the SSDA903.',
      }
  const byId = new Map(snapshots.map((snapshot) => [snapshot.snapshot, snapshot]))
  return (
    <Page frame={frame} title="Data" section="/data">
      <PageHeading title="Data" sentence={sentence} />
      {mayLoad ? <Button text="Load files" href="/data/upload" /> : null}
      {waiting.map((load) => (
        <InsetText>
          <a href={`/data/loads/${load.loadId}`}>The load of {formatDay(dayInEngland(load.begunAt))}</a> by{' '}
          {load.loadedBy} is waiting for a decision. It is kept until {formatDay(load.answerBy)}.
        </InsetText>
      ))}
      <p class="govuk-body">
        <a href="/data/templates">Templates for data that no standard has</a>
        {' · '}
        <a href="/data/disposals">Loads that were deleted</a>
        {mayLoad ? (
          <>
            {' · '}
            <a href="/data/settings">How long loads are kept, and the watched folder</a>
          </>
        ) : null}
      </p>
      {current ? (
        <p class="govuk-body">
          <a href="/data/quality">Data quality: what is wrong with these rows, and which measures it harms</a>
        </p>
      ) : null}
      {loads.length === 0 ? null : (
        <RecordTable
          caption="Loads, latest first"
          head={[
            { text: 'Loaded' },
            { text: 'By' },
            { text: 'Files' },
            { text: 'As at' },
            { text: 'Rows', format: 'numeric' },
            { text: 'Kept until' },
            { text: 'Result' },
          ]}
          rows={loads.map((load) => loadRow(load, byId.get(load.snapshot ?? ''), current))}
        />
      )}
    </Page>
  )
}

function loadRow(
  load: RegisteredLoad,
  snapshot: SnapshotRecord | undefined,
  current: SnapshotRecord | undefined,
) {
  const day = formatDay(dayInEngland(load.endedAt))
  return [
    { html: load.state !== 'put-in-use' ? <a href={`/data/loads/${load.id}`}>{day}</a> : day },
    { text: load.loadedBy },
    {
      text:
        load.files.length === 0
          ? '–'
          : load.files.length > 3
            ? formatCount(load.files.length, 'file')
            : load.files.join(', '),
    },
    { text: snapshot ? formatDay(snapshot.asAt) : '–' },
    { text: snapshot ? snapshot.rows.toLocaleString('en-GB') : '–', format: 'numeric' },
    { text: snapshot ? formatDay(snapshot.retainUntil) : '–' },
    { text: describeResult(load, snapshot, current) },
  ]
}

function describeResult(
  { state, sentence }: RegisteredLoad,
  snapshot: SnapshotRecord | undefined,
  current: SnapshotRecord | undefined,
): string {
  if (state !== 'sealed') return sentence
  if (!snapshot) return 'Deleted: its page says when'
  return snapshot === current ? 'In use' : 'Sealed, not in use'
}

interface UploadProps {
  frame: FrameProps
  errors?: Readonly<Record<string, string>> | undefined
}

export const UploadPage = ({ frame, errors = {} }: UploadProps) => {
  const wrong = Object.keys(errors).length > 0
  return (
    <Page frame={frame} title="Load files" section="/data" breadcrumbs={[DATA_CRUMB]} error={wrong}>
      {wrong ? <ErrorSummary errorList={errorListOf(errors)} /> : null}
      <PageHeading
        title="Load files"
        sentence={{
          bold: 'Nothing changes until every file has been read and checked.',
          rest: 'Then the load is sealed as one snapshot once you say so, or refused with its reasons.',
        }}
      />
      <form
        method="post"
        action={`/data/upload?_csrf=${encodeURIComponent(frame.csrf)}`}
        enctype="multipart/form-data"
        novalidate
      >
        <DateInput
          id="as_at"
          namePrefix="as_at"
          fieldset={{
            legend: { text: 'The day the files are as at (optional)', classes: 'govuk-fieldset__legend--s' },
          }}
          hint={{ text: 'Leave blank when the file’s name has it, such as Annex_A_2015_Jan.xlsx' }}
          errorMessage={errors['as_at'] ? { text: errors['as_at'] } : undefined}
        />
        <FileUpload
          id="files"
          name="files"
          multiple
          label={{ text: 'Files of one load', classes: 'govuk-label--s' }}
          hint={{
            text: 'Annex A, the Standard Safeguarding Dataset, the CIN census, the SSDA903 and templates, together if you like. .xlsx, .xls, .ods, .csv or .xml, each smaller than 300 MB',
          }}
          errorMessage={errors['files'] ? { text: errors['files'] } : undefined}
        />
        <Checkboxes
          name="check_first"
          idPrefix="check_first"
          items={[
            {
              value: 'yes',
              checked: true,
              text: 'Check first, then decide',
              hint: { text: 'You see what was read, and what it would change, before anyone else does' },
            },
          ]}
        />
        <Button text="Check and load" preventDoubleClick />
      </form>
      <p class="govuk-body">
        <a href="/data/templates">Templates for data that no standard has</a>, such as core groups and return
        interviews
      </p>
    </Page>
  )
}

/** How far a running load has got. */
export const RunningLoadPage = ({
  frame,
  job,
  current,
}: {
  frame: FrameProps
  job: LoadJob
  current: Day | null
}) => (
  <Page frame={frame} title="Load running" section="/data" breadcrumbs={[DATA_CRUMB]}>
    <PageHeading
      caption={job.files.join(', ')}
      title="Load running"
      sentence={{
        bold: 'Nothing has stopped this load so far.',
        rest: current
          ? `Until it is sealed, everyone still sees the load of ${formatDay(current)}.`
          : 'Figures appear when it is sealed.',
      }}
    />
    <RunningSteps progress={job.progress} files={job.files.length} />
    <p class="govuk-body">
      <output>
        <b>{STEP_WORDS[job.progress.step]}</b>{' '}
        {job.progress.rows > 0 ? `${formatCount(job.progress.rows, 'row')} read.` : ''}
      </output>
    </p>
    <p class="govuk-body">
      <a href={`/data/loads/${job.id}`}>Refresh</a>
    </p>
    <form method="post" action={`/data/loads/${job.id}/cancel`}>
      <CsrfField frame={frame} />
      <Button text="Cancel this load" classes="govuk-button--secondary" />
    </form>
  </Page>
)

export const BrokenLoadPage = ({ frame, job }: { frame: FrameProps; job: LoadJob }) => (
  <Page frame={frame} title="The load failed" section="/data" breadcrumbs={[DATA_CRUMB]}>
    <PageHeading
      caption={job.files.join(', ')}
      title="The load failed"
      sentence={{
        bold: 'An error in Waymark stopped this load. Nothing has changed.',
        rest: 'The fault is not in your files.',
      }}
    />
    <InsetText>
      Give this reference to the people who run Waymark: <b>{job.id}</b>
    </InsetText>
    <p class="govuk-body">
      <a href="/data/upload">Load the files again</a>
    </p>
  </Page>
)
