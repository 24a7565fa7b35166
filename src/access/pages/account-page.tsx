import type { FieldErrors } from '../../platform/errors.ts'
import { Button } from '../../ui/components/button.tsx'
import { errorListOf, ErrorSummary } from '../../ui/components/error-summary.tsx'
import { NotificationBanner } from '../../ui/components/notification-banner.tsx'
import { PasswordInput } from '../../ui/components/password-input.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { describeScope, ROLES, type AccountLink, type Person } from '../index.ts'
import { NewPassword } from './people-pages.tsx'

interface AccountPageProps {
  frame: FrameProps
  person: Person
  errors: FieldErrors
  /** Settings of one's own that other rooms have. */
  links: readonly AccountLink[]
  /** The password has just been changed. */
  isChanged: boolean
}

/** A person's own account: who they are here, and a new password. */
export const AccountPage = ({ frame, person, errors, links, isChanged }: AccountPageProps) => (
  <Page frame={frame} title="Your account" error={Object.keys(errors).length > 0}>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">
        {Object.keys(errors).length > 0 ? <ErrorSummary errorList={errorListOf(errors)} /> : null}
        {isChanged ? (
          <NotificationBanner
            type="success"
            text="Your password is changed. Other browsers where you were signed in are signed out."
          />
        ) : null}
        <PageHeading
          title="Your account"
          sentence={{
            bold: `You are signed in as ${person.name}.`,
            rest: `${ROLES[person.role].title}. Children you may see: ${describeScope(person.scope)}.`,
          }}
        />
        {links.length === 0 ? null : (
          <ul class="govuk-list">
            {links.map(({ text, href, note }) => (
              <li>
                <a href={href}>{text}</a>: {note}
              </li>
            ))}
          </ul>
        )}
        <h2 class="govuk-heading-m">Change your password</h2>
        <form method="post" action="/account" novalidate>
          <CsrfField frame={frame} />
          <PasswordInput
            id="current"
            name="current"
            label={{ text: 'The password you have' }}
            autocomplete="current-password"
            errorMessage={errors['current'] ? { text: errors['current'] } : undefined}
          />
          <NewPassword errors={errors} />
          <Button text="Change the password" />
        </form>
      </div>
    </div>
  </Page>
)
