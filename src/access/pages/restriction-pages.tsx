import { may, ROLES, type Account, type Restriction } from '../index.ts'
import { formatDay, dayInEngland } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import { Button } from '../../ui/components/button.tsx'
import { Checkboxes } from '../../ui/components/checkboxes.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { errorListOf, ErrorSummary } from '../../ui/components/error-summary.tsx'
import { Input } from '../../ui/components/input.tsx'
import { Textarea } from '../../ui/components/textarea.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { boxOf, type TypedRestriction } from './restriction-form.ts'

const PEOPLE = { text: 'People', href: '/people' }
const RESTRICTED = { text: 'Restricted records', href: '/restricted' }

interface FormProps {
  frame: FrameProps
  /** Everybody who may see children at all, with an open account. */
  accounts: readonly Account[]
  typed: TypedRestriction
  errors: FieldErrors
}

const messageOf = (errors: FieldErrors, field: string) =>
  errors[field] ? { text: errors[field] } : undefined

/** Accounts that may be named: the open ones whose role sees children. */
export const mayBeNamed = (accounts: readonly Account[]): Account[] =>
  accounts.filter(({ active, person }) => active && may(person, 'cases:read'))

const isNamed = ({ people }: Restriction, personId: string): boolean =>
  people.some((one) => one.personId === personId && one.endedAt === null)

/** Which records are restricted, and the forms that find and restrict one. Names no child. */
export function RestrictionsPage(props: FormProps & { restrictions: readonly Restriction[] }) {
  const { frame, restrictions, errors } = props
  const inForce = restrictions.filter(({ endedOn }) => endedOn === null).length
  const wrong = Object.keys(errors).length > 0
  return (
    <Page frame={frame} title={RESTRICTED.text} section="/people" breadcrumbs={[PEOPLE]} error={wrong}>
      {wrong ? <ErrorSummary errorList={errorListOf(errors)} /> : null}
      <PageHeading
        title={RESTRICTED.text}
        sentence={{
          bold:
            inForce === 0
              ? 'No record is restricted.'
              : `${inForce} ${inForce === 1 ? 'child’s record is' : 'children’s records are'} restricted.`,
          rest: 'A restricted record is shown to the people who are named, and to nobody else. Figures still count the child.',
        }}
      />
      {restrictions.length > 0 ? <Register restrictions={restrictions} /> : null}
      <FindForm {...props} />
      <RestrictForm {...props} />
    </Page>
  )
}

const Register = ({ restrictions }: { restrictions: readonly Restriction[] }) => (
  <>
    <RecordTable
      caption="Restricted now, and before"
      head={['Why', 'From', 'Named', 'Ended'].map((text) => ({ text }))}
      rows={restrictions.map(({ id, reason, from, people, endedOn }) => [
        { html: <a href={`/restricted/${id}`}>{reason}</a> },
        { text: formatDay(from) },
        { text: String(people.filter(({ endedAt }) => endedAt === null).length) },
        { text: endedOn === null ? 'In force' : formatDay(endedOn) },
      ])}
    />
    <p class="wm-note">
      The numbers of the children are not shown here. Write no name and no number into a reason.
    </p>
  </>
)

const FindForm = ({ frame, typed, errors }: FormProps) => (
  <form method="post" action="/restricted/find" novalidate>
    <h2 class="govuk-heading-m">Find one by the child’s number</h2>
    <CsrfField frame={frame} />
    <Input
      id="number"
      name="number"
      label={{ text: 'Number of the child' }}
      hint={{ text: 'As the case system writes it. Your search is logged' }}
      classes="govuk-input--width-20"
      autocomplete="off"
      value={typed['number'] ?? ''}
      errorMessage={messageOf(errors, 'number')}
    />
    <Button text="Find" classes="govuk-button--secondary" />
  </form>
)

const RestrictForm = (props: FormProps) => {
  const { frame, typed, errors } = props
  return (
    <form method="post" action="/restricted" novalidate>
      <h2 class="govuk-heading-m">Restrict a record</h2>
      <CsrfField frame={frame} />
      <Input
        id="child"
        name="child"
        label={{ text: 'Number of the child' }}
        hint={{ text: 'As the case system writes it' }}
        classes="govuk-input--width-20"
        autocomplete="off"
        value={typed['child'] ?? ''}
        errorMessage={messageOf(errors, 'child')}
      />
      <Textarea
        id="reason"
        name="reason"
        label={{ text: 'Why it is restricted' }}
        hint={{ text: 'Like “Related to a member of staff”. Write no name and no number' }}
        rows={2}
        value={typed['reason'] ?? ''}
        errorMessage={messageOf(errors, 'reason')}
      />
      <DateInput
        id="from"
        namePrefix="from"
        values={typed}
        fieldset={{ legend: { text: 'From', classes: 'govuk-fieldset__legend--s' } }}
        hint={{ text: 'For example, 5 2 2015. Today or earlier' }}
        errorMessage={messageOf(errors, 'from')}
      />
      <WhoMaySee {...props} />
      <Button text="Restrict this record" />
    </form>
  )
}

/** A box for each account: ticked as was typed, or as they are named now. */
const WhoMaySee = ({
  accounts,
  typed,
  errors,
  restriction = null,
}: FormProps & { restriction?: Restriction | null }) => (
  <Checkboxes
    idPrefix="people"
    name="people"
    fieldset={{ legend: { text: 'Who may still see it', classes: 'govuk-fieldset__legend--s' } }}
    hint={{ text: 'A person who is named still sees only the children of their role and scope' }}
    errorMessage={messageOf(errors, 'people')}
    items={accounts.map(({ person }, index) => ({
      ...(index === 0 && { id: 'people' }),
      name: boxOf(person.id),
      value: 'yes',
      text: `${person.name}, ${ROLES[person.role].title.toLowerCase()}`,
      checked: typed[boxOf(person.id)] === 'yes' || (restriction !== null && isNamed(restriction, person.id)),
    }))}
  />
)

interface RestrictionPageProps extends FormProps {
  restriction: Restriction
  /** Names of accounts, closed ones too. */
  names: ReadonlyMap<string, string>
}

/** One restriction: why, who may see the record, what was changed when, and its end. Names no child. */
export function RestrictionPage(props: RestrictionPageProps) {
  const { frame, restriction, errors } = props
  const { id, reason, from, markedBy, endedOn, endedBy, endReason } = restriction
  const wrong = Object.keys(errors).length > 0
  return (
    <Page frame={frame} title={reason} section="/people" breadcrumbs={[PEOPLE, RESTRICTED]} error={wrong}>
      {wrong ? <ErrorSummary errorList={errorListOf(errors)} /> : null}
      <PageHeading
        caption={`Restricted from ${formatDay(from)}, kept by ${markedBy}`}
        title={reason}
        sentence={
          endedOn === null
            ? { bold: 'This record is restricted.', rest: 'The number of the child is not shown here.' }
            : { bold: `Ended on ${formatDay(endedOn)} by ${endedBy ?? 'nobody'}.`, rest: endReason ?? '' }
        }
      />
      <History {...props} />
      {endedOn === null ? (
        <>
          <form method="post" action={`/restricted/${id}`} novalidate>
            <CsrfField frame={frame} />
            <WhoMaySee {...props} />
            <Button text="Keep who may see it" classes="govuk-button--secondary" />
          </form>
          <form method="post" action={`/restricted/${id}/end`} novalidate>
            <h2 class="govuk-heading-m">End the restriction</h2>
            <CsrfField frame={frame} />
            <Textarea
              id="end_reason"
              name="end_reason"
              label={{ text: 'Why it ends' }}
              hint={{ text: 'From then on the record is shown to everybody whose scope reaches the child' }}
              rows={2}
              value={props.typed['end_reason'] ?? ''}
              errorMessage={messageOf(errors, 'end_reason')}
            />
            <Button text="End it today" classes="govuk-button--warning" />
          </form>
        </>
      ) : null}
    </Page>
  )
}

const History = ({ restriction, names }: RestrictionPageProps) => (
  <RecordTable
    caption="Who was named, and when"
    head={['Who', 'Named', 'By', 'Until'].map((text) => ({ text }))}
    rows={restriction.people.map(({ personId, namedAt, namedBy, endedAt, endedBy }) => [
      { text: names.get(personId) ?? personId },
      { text: formatDay(dayInEngland(namedAt)) },
      { text: namedBy },
      {
        text:
          endedAt === null ? 'Named now' : `${formatDay(dayInEngland(endedAt))}, by ${endedBy ?? 'nobody'}`,
      },
    ])}
  />
)
