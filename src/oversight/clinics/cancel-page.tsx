import { Button } from '../../ui/components/button.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Input } from '../../ui/components/input.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { clinic as clinicKind, clinicHref, type Clinic } from './clinic.ts'

interface CancelPageProps {
  frame: FrameProps
  clinic: Clinic
  error: string | null
}

/** Cancels a clinic that has not closed; why stays on record. */
export const CancelPage = ({ frame, clinic, error }: CancelPageProps) => (
  <Page
    frame={frame}
    title="Cancel this clinic"
    section="/lists"
    breadcrumbs={[
      { text: 'Lists', href: '/lists' },
      { text: 'Performance clinics', href: '/clinics' },
      { text: clinic.title, href: clinicHref(clinic.id) },
    ]}
    error={error !== null}
  >
    {error ? <ErrorSummary errorList={[{ text: error, href: '#reason' }]} /> : null}
    <PageHeading title="Cancel this clinic" caption={clinicKind.nameOf(clinic)} />
    <form method="post" novalidate>
      <CsrfField frame={frame} />
      <input type="hidden" name="version" value={clinic.version} />
      <Input
        name="reason"
        label={{ text: 'Why is it cancelled?' }}
        errorMessage={error ? { text: error } : undefined}
      />
      <div class="govuk-button-group">
        <Button text="Cancel the clinic" preventDoubleClick />
        <a href={clinicHref(clinic.id)}>Keep it</a>
      </div>
    </form>
  </Page>
)
