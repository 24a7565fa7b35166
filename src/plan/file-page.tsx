import type { FieldErrors } from '../platform/errors.ts'
import { Button } from '../ui/components/button.tsx'
import { Details } from '../ui/components/details.tsx'
import { ErrorSummary } from '../ui/components/error-summary.tsx'
import { FileUpload } from '../ui/components/file-upload.tsx'
import { Table } from '../ui/components/table.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { Page, PageHeading } from '../ui/page.tsx'
import { counted, sentenceCase } from './count-words.ts'
import { PLAN_COLUMNS } from './plan-columns.ts'
import type { PlanOutcome } from './plan-install.ts'

interface FilePageProps {
  frame: FrameProps
  /** What kept a file from being taken, by row; none when none was sent. */
  errors: FieldErrors
  /** What the file that was just taken did. */
  outcome: PlanOutcome | null
}

/** Where a plan is brought in from a file; errors are shown row by row. */
export function FilePage({ frame, errors, outcome }: FilePageProps) {
  const found = Object.entries(errors)
  const sentence = outcome
    ? {
        bold: 'The file is in the plan.',
        rest: `${counted(outcome.added, 'thing')} added, ${outcome.changed} changed, ${outcome.unchanged} as they were.`,
      }
    : found.length > 0
      ? {
          bold: 'Nothing has been taken.',
          rest: 'The plan is as it was before. Put these right and send the file again.',
        }
      : {
          bold: 'A file adds what is new and changes what differs.',
          rest: 'What it does not name is left alone. If any row is wrong, none is taken.',
        }
  return (
    <Page
      frame={frame}
      title="Bring in a plan from a file"
      section="/plan"
      breadcrumbs={[{ text: 'Plan', href: '/plan' }]}
      error={found.length > 0}
    >
      {found.length > 0 ? (
        <ErrorSummary
          errorList={found.map(([where, text]) =>
            where === 'file' ? { text, href: '#file' } : { text: `${sentenceCase(where)}: ${text}` },
          )}
        />
      ) : null}
      <PageHeading title="Bring in a plan from a file" sentence={sentence} />
      <form
        method="post"
        action={`/plan/file?_csrf=${encodeURIComponent(frame.csrf)}`}
        enctype="multipart/form-data"
      >
        <FileUpload
          name="file"
          label={{ text: 'Plan file' }}
          hint={{ text: 'A CSV file, as the plan exports it' }}
          errorMessage={errors['file'] ? { text: errors['file'] } : undefined}
        />
        <Button text="Bring in" preventDoubleClick />
      </form>
      <p>
        <a href="/plan/plan.csv">Export the plan</a> to start from, or to see how a file looks.
      </p>
      <Details summaryText="The columns of a plan file">
        <Table
          caption="One row is one thing; it fills the columns of its kind"
          head={[{ text: 'Column' }, { text: 'What it holds' }]}
          firstCellIsHeader
          rows={Object.entries(PLAN_COLUMNS).map(([column, holds]) => [{ text: column }, { text: holds }])}
        />
      </Details>
    </Page>
  )
}
