import type { Child } from 'hono/jsx'
import type { FieldErrors } from '../../platform/errors.ts'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { Page } from '../../ui/page.tsx'

interface SettingsPageProps {
  frame: FrameProps
  caption: string
  title: string
  sentence: { bold: string; rest?: string | undefined }
  breadcrumbs: readonly { text: string; href: string }[]
  errors: FieldErrors
  /** In the order of the form; `id` is that of the first control, where it is not the name. */
  fields: readonly { name: string; id?: string | undefined }[]
  children: Child
}

/** A page for setting something about a measure: what it is now, the errors, the form. */
export function SettingsPage({
  frame,
  caption,
  title,
  sentence,
  breadcrumbs,
  errors,
  fields,
  children,
}: SettingsPageProps) {
  const errorList = fields.flatMap(({ name, id }) => {
    const text = errors[name]
    return text ? [{ text, href: `#${id ?? name}` }] : []
  })
  return (
    <Page
      frame={frame}
      title={title}
      section="/tracker"
      breadcrumbs={breadcrumbs}
      error={errorList.length > 0}
    >
      <div class="wm-settings">
        {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
        <span class="wm-caption">{caption}</span>
        <h1 class="wm-title">{title}</h1>
        <p class="wm-sentence">
          <b>{sentence.bold}</b>
          {sentence.rest ? ` ${sentence.rest}` : ''}
        </p>
        {children}
      </div>
    </Page>
  )
}

/** A field's hint and its error, where there is one. */
export const fieldMessages = (name: string, errors: FieldErrors, hint?: string) => ({
  ...(hint !== undefined && { hint: { text: hint } }),
  ...(errors[name] !== undefined && { errorMessage: { text: errors[name] } }),
})
