import { DEMONSTRATION_PASSWORD, ROLES, type Account } from '../index.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Input } from '../../ui/components/input.tsx'
import { PasswordInput } from '../../ui/components/password-input.tsx'
import { Table } from '../../ui/components/table.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'

interface SignInProps {
  frame: FrameProps
  /** The page to open after sign-in; null for the person's first page. */
  next: string | null
  email: string
  /** Why the last try failed. */
  message: string | null
  /** The demonstration's people; none in a real council. */
  people: readonly Account[]
}

export const SignInPage = (props: SignInProps) => (
  <Page frame={props.frame} title="Sign in to Waymark" error={props.message !== null}>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        {props.message ? <ErrorSummary errorList={[{ text: props.message, href: '#email' }]} /> : null}
        <PageHeading title="Sign in to Waymark" />
        <p class="govuk-body-l">For staff and partners of the children’s services improvement programme.</p>
        <form method="post" action="/sign-in" novalidate>
          <CsrfField frame={props.frame} />
          {props.next ? <input type="hidden" name="next" value={props.next} /> : null}
          <Input
            id="email"
            name="email"
            label={{ text: 'Email address' }}
            type="email"
            autocomplete="username"
            spellcheck={false}
            value={props.email}
            errorMessage={props.message ? { text: props.message } : undefined}
          />
          <PasswordInput id="password" name="password" label={{ text: 'Password' }} />
          <div class="govuk-button-group">
            <Button text="Sign in" />
            <a class="govuk-link" href="/help">
              I cannot sign in
            </a>
          </div>
        </form>
        <p class="govuk-body-s">
          Waymark shows records about children. Everything you open is recorded, with the reason you may see
          it.
        </p>
      </div>
      {props.people.length > 0 ? (
        <div class="govuk-grid-column-one-half">
          <h2 class="govuk-heading-m">Demonstration: sign in as</h2>
          <PeopleToSignInAs frame={props.frame} people={props.people} next={props.next} />
          <p class="govuk-body-s">
            Or use any{' '}
            <a class="govuk-link" href="/demonstration">
              email address of the demonstration
            </a>{' '}
            with its password, <b>{DEMONSTRATION_PASSWORD}</b>.
          </p>
        </div>
      ) : null}
    </div>
  </Page>
)

interface PeopleProps {
  frame: FrameProps
  people: readonly Account[]
  next?: string | null
  withAddress?: boolean
}

const PeopleToSignInAs = ({ frame, people, next, withAddress }: PeopleProps) => (
  <ScrollRegion label="People of the demonstration">
    <Table
      caption="People of the demonstration"
      captionClasses="govuk-visually-hidden"
      head={[
        { text: 'Sign in as' },
        { text: 'May see' },
        ...(withAddress ? [{ text: 'Email address' }] : []),
      ]}
      rows={people.map(({ person, email }) => [
        {
          html: (
            <form method="post" action="/demonstration">
              <CsrfField frame={frame} />
              {next ? <input type="hidden" name="next" value={next} /> : null}
              <input type="hidden" name="person" value={person.id} />
              <Button text={person.name} classes="govuk-button--secondary govuk-!-margin-bottom-0" />
            </form>
          ),
        },
        { text: ROLES[person.role].sees },
        ...(withAddress ? [{ text: email }] : []),
      ])}
    />
  </ScrollRegion>
)

export const DemonstrationPage = ({ frame, people }: Pick<PeopleProps, 'frame' | 'people'>) => (
  <Page frame={frame} title="The demonstration’s people">
    <PageHeading
      title="The demonstration’s people"
      sentence={{
        bold: `${frame.councilName} is invented, and so is every child, worker and figure in it.`,
        rest: 'Sign in as anyone with one click, and see what their role may see.',
      }}
    />
    <PeopleToSignInAs frame={frame} people={people} withAddress />
    <p class="govuk-body">
      They can also sign in with their email address. They all have the same password:{' '}
      <b>{DEMONSTRATION_PASSWORD}</b>.
    </p>
  </Page>
)
