import { loadCrumbs, loadTitle, ofRecord, type SnapshotRecord } from '../dataset/index.ts'
import { dayInEngland, formatDay } from '../platform/day.ts'
import type { FieldErrors } from '../platform/errors.ts'
import { Button } from '../ui/components/button.tsx'
import { ErrorSummary, errorListOf } from '../ui/components/error-summary.tsx'
import { Textarea } from '../ui/components/textarea.tsx'
import { WarningText } from '../ui/components/warning-text.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'

interface LoadReasonProps {
  frame: FrameProps
  load: SnapshotRecord
  typed?: string | undefined
  errors?: FieldErrors | undefined
  /** Of the page and of its button. */
  title: string
  sentence: { bold: string; rest: string }
  /** The last part of the address that the form is sent to. */
  action: 'use' | 'delete'
  /** Shown before something that cannot be undone. */
  warning?: string
  question: string
  hint: string
  /** The link back to the load, with nothing done. */
  leave: string
}

/** Something is done to a load for a reason, which is kept with the person's name. */
export function LoadReasonPage({ frame, load, typed, errors = {}, title, ...words }: LoadReasonProps) {
  const wrong = Object.keys(errors).length > 0
  const back = `/data/loads/${load.loadId}`
  return (
    <Page frame={frame} title={title} section="/data" breadcrumbs={loadCrumbs(ofRecord(load))} error={wrong}>
      {wrong ? <ErrorSummary errorList={errorListOf(errors)} /> : null}
      <PageHeading
        caption={`${loadTitle(dayInEngland(load.loadedAt))}, as at ${formatDay(load.asAt)}`}
        title={title}
        sentence={words.sentence}
      />
      {words.warning ? <WarningText text={words.warning} iconFallbackText="Warning" /> : null}
      <form method="post" action={`${back}/${words.action}`} novalidate>
        <CsrfField frame={frame} />
        <Textarea
          id="reason"
          name="reason"
          rows={3}
          value={typed}
          label={{ text: words.question, classes: 'govuk-label--s' }}
          hint={{ text: words.hint }}
          errorMessage={errors['reason'] ? { text: errors['reason'] } : undefined}
        />
        <Button
          text={title}
          classes={words.warning ? 'govuk-button--warning' : undefined}
          preventDoubleClick
        />
      </form>
      <p class="govuk-body">
        <a href={back}>{words.leave}</a>
      </p>
    </Page>
  )
}
