import type { FieldErrors } from '../platform/errors.ts'
import { Button } from '../ui/components/button.tsx'
import { Details } from '../ui/components/details.tsx'
import { ErrorSummary } from '../ui/components/error-summary.tsx'
import { FileUpload } from '../ui/components/file-upload.tsx'
import { Table } from '../ui/components/table.tsx'
import { WarningText } from '../ui/components/warning-text.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { columnOf, type Field, type Fields } from './field.ts'
import { describeFieldChange } from './history.ts'
import { importCount, previewDigest, type ImportPreview } from './import-preview.ts'
import type { RecordPlace } from './list-page.tsx'
import type { FileTable } from './record-file.ts'
import { listCrumbs } from './record-page.tsx'
import type { RecordKind } from './record.ts'

interface ImportPageProps {
  frame: FrameProps
  place: RecordPlace
  kind: RecordKind
  errors: FieldErrors
}

const formAction = (address: string, frame: FrameProps) =>
  `${address}?_csrf=${encodeURIComponent(frame.csrf)}`

function columnHelp({ words, choices, control }: Field): string {
  if (choices.length > 0) return `${words.label}: ${choices.map(({ value }) => value).join(', ')}`
  return control === 'pounds' ? `${words.label}, in pounds: 1250.50` : words.label
}

/** Where a file is chosen. */
export function ImportPage({ frame, place, kind, errors }: ImportPageProps) {
  const { words } = kind
  const title = `Bring ${words.many} in from a file`
  const wrong = errors['file']
  return (
    <Page
      frame={frame}
      title={title}
      section={place.section}
      breadcrumbs={listCrumbs(place, kind)}
      error={wrong !== undefined}
    >
      {wrong ? <ErrorSummary errorList={[{ text: wrong, href: '#file' }]} /> : null}
      <PageHeading
        title={title}
        sentence={{
          bold: 'You see what the file would change before anything changes.',
          rest: 'A row with an id changes that record; a row without one is new. What the file does not name is left alone.',
        }}
      />
      <form method="post" action={formAction(`${place.at}/import`, frame)} enctype="multipart/form-data">
        <FileUpload
          name="file"
          label={{ text: 'File' }}
          hint={{ text: 'CSV or Excel (.xlsx), as the list downloads' }}
          errorMessage={wrong ? { text: wrong } : undefined}
        />
        <Button text="Look at the differences" preventDoubleClick />
      </form>
      <p>
        To start, take the list as <a href={`${place.at}/records.csv`}>CSV</a> or{' '}
        <a href={`${place.at}/records.xlsx`}>Excel</a>: while it is empty it has the columns alone.
      </p>
      <Details summaryText="The columns of a file">
        <Table
          caption="Any column may be left out of a file that changes records"
          head={[{ text: 'Column' }, { text: 'What it holds' }]}
          firstCellIsHeader
          rows={[
            [{ text: 'id' }, { text: 'which record the row is; empty for a new one' }],
            [{ text: 'version' }, { text: 'as downloaded, so that nobody’s change is written over' }],
            [{ text: 'change_reason' }, { text: 'why the record changes, for its history' }],
            ...Object.entries(kind.fields).map(([property, field]) => [
              { text: columnOf(property) },
              { text: columnHelp(field) },
            ]),
          ]}
        />
      </Details>
    </Page>
  )
}

interface PreviewPageProps {
  frame: FrameProps
  place: RecordPlace
  kind: RecordKind
  table: FileTable
  preview: ImportPreview<Fields>
  /** The records changed between looking and confirming. */
  moved: boolean
}

/** What a file would do, and the button that does it. */
export function PreviewPage({ frame, place, kind, table, preview, moved }: PreviewPageProps) {
  const { words } = kind
  const { added, changed, refused, unknownColumns } = preview
  const count = importCount(preview)
  const title = `What the file would change`
  return (
    <Page
      frame={frame}
      title={title}
      section={place.section}
      breadcrumbs={[...listCrumbs(place, kind), { text: 'Bring in from a file', href: `${place.at}/import` }]}
      error={moved}
    >
      {moved ? (
        <ErrorSummary
          errorList={[
            { text: `The ${words.many} changed while you looked. Look again, then bring the file in.` },
          ]}
        />
      ) : null}
      <PageHeading
        title={title}
        sentence={{
          bold: `${added.length} new, ${changed.length} changed, ${preview.unchanged} as they are.`,
          rest:
            refused.length > 0
              ? `${rows(refused.length)} cannot be brought in and ${refused.length === 1 ? 'is' : 'are'} left out.`
              : 'Nothing has been changed yet.',
        }}
      />
      <UncheckedRows changed={changed} />
      {unknownColumns.length > 0 ? (
        <p>
          Left out, because {words.many} have no such column: <b>{unknownColumns.join(', ')}</b>.
        </p>
      ) : null}
      <PreviewTables kind={kind} preview={preview} />
      {count > 0 ? (
        <form
          method="post"
          action={formAction(`${place.at}/import/confirm`, frame)}
          enctype="multipart/form-data"
        >
          <input type="hidden" name="table" value={JSON.stringify(table)} />
          <input type="hidden" name="seen" value={previewDigest(preview)} />
          <div class="govuk-button-group">
            <Button text={`Bring in ${rows(count)}`} preventDoubleClick />
            <a href={place.at}>Cancel</a>
          </div>
        </form>
      ) : (
        <p>
          <a href={`${place.at}/import`}>Choose another file</a>
        </p>
      )}
    </Page>
  )
}

/** Rows that could write a change over, because they do not say which version they were taken from. */
function UncheckedRows({ changed }: Pick<ImportPreview<Fields>, 'changed'>) {
  const count = changed.filter(({ checked }) => !checked).length
  if (count === 0) return null
  const those = count === 1 ? 'that record' : 'those records'
  return (
    <WarningText
      text={`${rows(count)} without a version: if somebody changed ${those} after the file was taken, their change is written over.`}
    />
  )
}

const PreviewTables = ({ kind, preview }: Pick<PreviewPageProps, 'kind' | 'preview'>) => (
  <>
    <RowTable
      caption="Rows that cannot be brought in"
      head="Why"
      rows={preview.refused.map(({ row, why }) => [String(row), why])}
    />
    <RowTable
      caption="Read as they were before a spreadsheet changed them"
      head="What"
      rows={preview.mended.map(({ row, what }) => [String(row), what])}
    />
    <RowTable
      caption={`Changed ${kind.words.many}`}
      head="What changes"
      rows={preview.changed.map(({ row, record, differences }) => [
        String(row),
        `${kind.nameOf(record)}. ${differences.map((found) => describeFieldChange(kind.fields, found)).join('. ')}`,
      ])}
    />
    <RowTable
      caption={`New ${kind.words.many}`}
      head="What is added"
      rows={preview.added.map(({ row, draft }) => [String(row), kind.nameOf(draft)])}
    />
  </>
)

const rows = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`

const RowTable = (props: { caption: string; head: string; rows: readonly [row: string, text: string][] }) =>
  props.rows.length === 0 ? null : (
    <Table
      caption={props.caption}
      head={[{ text: 'Row' }, { text: props.head }]}
      firstCellIsHeader
      rows={props.rows.map(([row, text]) => [{ text: row }, { text }])}
    />
  )
