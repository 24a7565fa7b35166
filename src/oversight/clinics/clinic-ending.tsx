import type { Child } from 'hono/jsx'
import type { FieldErrors } from '../../platform/errors.ts'
import { formatCount } from '../../platform/words.ts'
import { Button } from '../../ui/components/button.tsx'
import { Details } from '../../ui/components/details.tsx'
import { Input } from '../../ui/components/input.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField } from '../../ui/page.tsx'
import type { Clinic } from './clinic.ts'
import type { PackCounts } from './clinic-pack.ts'
import { onAndBy } from './clinic-words.ts'

export interface EndingProps {
  frame: FrameProps
  clinic: Clinic
  counts: PackCounts
  /** The person may close, reopen and sign off this clinic, and its day has come. */
  mayHold: boolean
  errors: FieldErrors
}

/** A form about the clinic that is sent below its address. */
type PostTo = (path: string, content: Child) => Child

/** Closing, signing off and reopening, and who did. */
export function Ending({ frame, clinic, counts, mayHold, errors }: EndingProps) {
  const at = `/clinics/${clinic.id}`
  const form: PostTo = (path, content) => (
    <form method="post" action={`${at}/${path}`} novalidate>
      <CsrfField frame={frame} />
      <input type="hidden" name="version" value={clinic.version} />
      {content}
    </form>
  )
  const reopened =
    clinic.reopenedAt === '' ? null : (
      <p>
        Reopened on {onAndBy(clinic.reopenedAt, clinic.reopenedBy)}: {clinic.reopenedWhy}
      </p>
    )
  if (clinic.state === 'planned')
    return (
      <>
        {reopened}
        {mayHold
          ? form(
              'close',
              <div class="govuk-button-group">
                <Button text="Close the clinic" preventDoubleClick />
                <span>{whatClosingDoes(counts)}</span>
              </div>,
            )
          : null}
      </>
    )
  return (
    <>
      {reopened}
      <p>
        Closed on {onAndBy(clinic.closedAt, clinic.closedBy)}.{' '}
        {clinic.signedAt === ''
          ? 'Not signed off yet.'
          : `Signed off on ${onAndBy(clinic.signedAt, clinic.signedBy)}.`}
      </p>
      {mayHold && clinic.signedAt === ''
        ? form('sign-off', <Button text="Sign off: this is what was agreed" preventDoubleClick />)
        : null}
      {mayHold ? <Reopen form={form} errors={errors} /> : null}
    </>
  )
}

const Reopen = ({ form, errors }: Pick<EndingProps, 'errors'> & { form: PostTo }) => (
  <Details summaryText="Reopen the clinic" open={errors['why'] !== undefined}>
    {form(
      'reopen',
      <>
        <Input
          name="why"
          label={{ text: 'Why is it reopened?' }}
          hint={{
            text: 'It is shown on this page with your name. Nobody’s silence is passed on until it closes again.',
          }}
          errorMessage={errors['why'] ? { text: errors['why'] } : undefined}
        />
        <Button text="Reopen" classes="govuk-button--secondary" preventDoubleClick />
      </>,
    )}
  </Details>
)

function whatClosingDoes({ children, discussed, silent }: PackCounts): string {
  const left = children - discussed
  const first =
    left === 0
      ? 'Every child has been discussed.'
      : `${formatCount(left, 'child', 'children')} not yet discussed.`
  return silent === 0
    ? `${first} Each action goes to its owner’s home.`
    : `${first} Closing passes ${formatCount(silent, 'child', 'children')} without an answer to the head of service, tells the director how many, and sends each action to its owner’s home.`
}
