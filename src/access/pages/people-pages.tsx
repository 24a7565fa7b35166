import type { Child } from 'hono/jsx'
import { GIVEN_ROLES, may, ROLES, describeScope, type Account, type PersonFields } from '../index.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { ScrollRegion } from '../../ui/charts/figure.tsx'
import { Button } from '../../ui/components/button.tsx'
import { errorListOf, ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Input } from '../../ui/components/input.tsx'
import { PasswordInput } from '../../ui/components/password-input.tsx'
import { Select } from '../../ui/components/select.tsx'
import { Table } from '../../ui/components/table.tsx'
import { Textarea } from '../../ui/components/textarea.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { PeopleLinks } from './people-links.tsx'

const PEOPLE = { text: 'People', href: '/people' }

interface PeopleProps {
  frame: FrameProps
  people: readonly Account[]
  mayWrite: boolean
  maySeeLog: boolean
}

export function PeoplePage({ frame, people, mayWrite, maySeeLog }: PeopleProps) {
  const open = people.filter((account) => account.active)
  const seeing = open.filter(({ person }) => person.scope.kind !== 'none' && may(person, 'cases:read'))
  return (
    <Page frame={frame} title="People" section="/people">
      <PageHeading
        title="People"
        sentence={{
          bold: `${open.length} ${open.length === 1 ? 'person has' : 'people have'} an open account.`,
          rest: `${seeing.length} of them may open children’s records.`,
        }}
      />
      <PeopleLinks mayWrite={mayWrite} maySeeLog={maySeeLog} />
      <ScrollRegion label="Accounts">
        <Table
          caption="Accounts"
          captionClasses="govuk-visually-hidden"
          head={[
            { text: 'Name' },
            { text: 'Role' },
            { text: 'Whose children' },
            { text: 'Email address' },
            { text: 'Account' },
          ]}
          rows={people.map(({ person, email, active }) => [
            mayWrite
              ? {
                  html: (
                    <a class="govuk-link" href={`/people/${person.id}`}>
                      {person.name}
                    </a>
                  ),
                }
              : { text: person.name },
            { text: ROLES[person.role].title },
            { text: describeScope(person.scope) },
            { text: email },
            { text: active ? 'Open' : 'Closed' },
          ])}
        />
      </ScrollRegion>
    </Page>
  )
}

interface PersonFormProps {
  frame: FrameProps
  fields: PersonFields
  errors: FieldErrors
}

const messageOf = (errors: FieldErrors, field: string) => {
  const text = errors[field]
  return text ? { text } : undefined
}

// oxlint-disable-next-line max-lines-per-function -- A form's fields, one after another.
const PersonFieldset = ({ fields, errors }: Omit<PersonFormProps, 'frame'>) => (
  <>
    <Input
      id="name"
      name="name"
      label={{ text: 'Name' }}
      hint={{ text: 'As others will see it: a role and team will do, like Team manager, North 2' }}
      value={fields.name}
      errorMessage={messageOf(errors, 'name')}
    />
    <Input
      id="email"
      name="email"
      type="email"
      label={{ text: 'Email address' }}
      spellcheck={false}
      autocomplete="off"
      value={fields.email}
      errorMessage={messageOf(errors, 'email')}
    />
    <Select
      id="role"
      name="role"
      label={{ text: 'Role' }}
      value={fields.role}
      errorMessage={messageOf(errors, 'role')}
      items={[
        { text: 'Choose a role', value: '' },
        ...GIVEN_ROLES.map((role) => ({ value: role, text: `${ROLES[role].title}: ${ROLES[role].sees}` })),
      ]}
    />
    <Input
      id="service"
      name="service"
      label={{ text: 'Service' }}
      hint={{ text: 'For a head of service' }}
      value={fields.service}
      errorMessage={messageOf(errors, 'service')}
    />
    <Textarea
      id="teams"
      name="teams"
      label={{ text: 'Teams' }}
      hint={{
        text: 'For a head of service or team manager, as the case system writes them: one a line, or with commas between. Put a name that holds a comma in quotation marks',
      }}
      rows={3}
      value={fields.teams}
      errorMessage={messageOf(errors, 'teams')}
    />
    <Input
      id="worker"
      name="worker"
      label={{ text: 'Worker code' }}
      hint={{ text: 'For a social worker, as the case system writes it, like SW-118' }}
      classes="govuk-input--width-10"
      value={fields.worker}
      errorMessage={messageOf(errors, 'worker')}
    />
    <Textarea
      id="children"
      name="children"
      label={{ text: 'Ids of children' }}
      hint={{
        text: 'For a reviewing officer those whose reviews they chair, and for an auditor those drawn for them: one a line, as the case system writes them. Children who are given from one day to another are under “Who is given which children”',
      }}
      rows={3}
      value={fields.children}
      errorMessage={messageOf(errors, 'children')}
    />
    <Input
      id="lastDay"
      name="lastDay"
      label={{ text: 'Last day of the account' }}
      hint={{
        text: 'For somebody who leaves: after it they cannot sign in. Like 2015-03-31; leave empty while none is set',
      }}
      classes="govuk-input--width-10"
      value={fields.lastDay}
      errorMessage={messageOf(errors, 'lastDay')}
    />
  </>
)

export const NewPassword = ({ errors }: { errors: FieldErrors }) => (
  <PasswordInput
    id="password"
    name="password"
    label={{ text: 'New password' }}
    hint={{ text: 'At least 12 characters: three words that do not belong together' }}
    autocomplete="new-password"
    errorMessage={messageOf(errors, 'password')}
  />
)

const Problems = ({ errors }: { errors: FieldErrors }) =>
  Object.keys(errors).length > 0 ? <ErrorSummary errorList={errorListOf(errors)} /> : null

const Narrow = ({ children }: { children: Child }) => (
  <div class="govuk-grid-row">
    <div class="govuk-grid-column-two-thirds">{children}</div>
  </div>
)

export const NewPersonPage = ({ frame, fields, errors }: PersonFormProps) => (
  <Page
    frame={frame}
    title="Open an account"
    section="/people"
    breadcrumbs={[PEOPLE]}
    error={Object.keys(errors).length > 0}
  >
    <Narrow>
      <Problems errors={errors} />
      <PageHeading title="Open an account" />
      <form method="post" action="/people/new" novalidate>
        <CsrfField frame={frame} />
        <PersonFieldset fields={fields} errors={errors} />
        <NewPassword errors={errors} />
        <Button text="Open the account" />
      </form>
    </Narrow>
  </Page>
)

export function PersonPage({ frame, fields, errors, account }: PersonFormProps & { account: Account }) {
  const { person } = account
  const path = `/people/${person.id}`
  return (
    <Page
      frame={frame}
      title={person.name}
      section="/people"
      breadcrumbs={[PEOPLE]}
      error={Object.keys(errors).length > 0}
    >
      <Narrow>
        <Problems errors={errors} />
        <PageHeading title={person.name} sentence={accountSentence(account)} />
        <form method="post" action={path} novalidate>
          <CsrfField frame={frame} />
          <Version account={account} />
          <PersonFieldset fields={fields} errors={errors} />
          <Button text="Save" />
        </form>
        <GivePassword frame={frame} id={person.id} errors={errors} />
        <CloseOrReopen frame={frame} account={account} />
      </Narrow>
    </Page>
  )
}

const GivePassword = ({ frame, id, errors }: { frame: FrameProps; id: string; errors: FieldErrors }) => (
  <>
    <h2 class="govuk-heading-m">Give a new password</h2>
    <p class="govuk-body">It signs them out everywhere. Tell them the password in person or by telephone.</p>
    <form method="post" action={`/people/${id}/password`} novalidate>
      <CsrfField frame={frame} />
      <NewPassword errors={errors} />
      <Button text="Set the password" classes="govuk-button--secondary" />
    </form>
  </>
)

const accountSentence = ({ person, active }: Account) => ({
  bold: active ? `This ${ROLES[person.role].title.toLowerCase()} may sign in.` : 'This account is closed.',
  rest: active
    ? `Children they may see: ${describeScope(person.scope)}.`
    : 'What its person did is kept; they cannot sign in.',
})

const Version = ({ account }: { account: Account }) => (
  <input type="hidden" name="version" value={String(account.version)} />
)

const CloseOrReopen = ({ frame, account }: { frame: FrameProps; account: Account }) => {
  const { person, active } = account
  return (
    <>
      <h2 class="govuk-heading-m">{active ? 'Close this account' : 'Open this account again'}</h2>
      <p class="govuk-body">
        {active
          ? 'It signs them out at once, and they cannot sign in again. Nothing they did is lost.'
          : 'They can sign in again with the password they had.'}
      </p>
      <form method="post" action={`/people/${person.id}/${active ? 'close' : 'reopen'}`}>
        <CsrfField frame={frame} />
        <Version account={account} />
        <Button
          text={active ? 'Close the account' : 'Open the account again'}
          classes={active ? 'govuk-button--warning' : 'govuk-button--secondary'}
        />
      </form>
    </>
  )
}
