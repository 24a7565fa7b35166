import { ASSIGNED, describeScope, ROLES, waitsForChildren, type Assignment } from '../../access/index.ts'
import { formatDay } from '../../platform/day.ts'
import { formatCount } from '../../platform/words.ts'
import { errorListOf, ErrorSummary } from '../../ui/components/error-summary.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { RecordTable } from '../../ui/tables/record-table.tsx'
import { AssignmentForms, type AssignmentPageProps } from './assignment-forms.tsx'
import { isOpen, type AssignedPerson } from './assignment-read.ts'

const CRUMB = { text: 'Who is given which children', href: '/assignments' }

/** Everybody whose role is given children, those who wait first. Names no child. */
export function AssignmentsPage({ frame, people }: { frame: FrameProps; people: readonly AssignedPerson[] }) {
  const left = people.filter(({ hasLeft }) => hasLeft)
  const waiting = people.filter(({ person, hasLeft }) => !hasLeft && waitsForChildren(person))
  const handOver =
    left.length === 0
      ? ''
      : `${formatCount(left.length, 'person has', 'people have')} left with children still given to them: hand them over. `
  return (
    <Page frame={frame} title="Who is given which children" section="/lists">
      <PageHeading
        title="Who is given which children"
        sentence={{
          bold:
            waiting.length === 0
              ? 'Everybody whose role needs children has been given some.'
              : `${formatCount(waiting.length, 'person waits', 'people wait')} for children, and can open none until then.`,
          rest: `${handOver}Reviewing officers are given those they chair for, auditors those drawn, and children’s rights officers those who go missing.`,
        }}
      />
      {people.length === 0 ? (
        <p class="govuk-body">Nobody with such a role has an open account.</p>
      ) : (
        <RecordTable
          caption="People who are given children"
          head={['Who', 'Role', 'Today'].map((text) => ({ text }))}
          rows={[...new Set([...left, ...waiting, ...people])].map(({ person, hasLeft }) => [
            { html: <a href={`/assignments/${person.id}`}>{person.name}</a> },
            { text: ROLES[person.role].title },
            hasLeft
              ? { html: <b>Has left: hand over what is still given</b> }
              : waitsForChildren(person)
                ? { html: <b>Waits: no child is given</b> }
                : { text: describeScope(person.scope) },
          ])}
        />
      )}
    </Page>
  )
}

/** What one person is given, from when to when, and the forms that give, end and hand over. */
export function AssignmentPage(props: AssignmentPageProps) {
  const { frame, shown, errors, today } = props
  const { person, given } = shown
  const open = given.filter((one) => isOpen(one, today))
  const ended = given.length - open.length
  const wrong = Object.keys(errors).length > 0
  return (
    <Page frame={frame} title={person.name} section="/lists" breadcrumbs={[CRUMB]} error={wrong}>
      {wrong ? <ErrorSummary errorList={errorListOf(errors)} /> : null}
      <PageHeading
        caption={ROLES[person.role].title}
        title={person.name}
        sentence={{
          bold: shown.hasLeft
            ? 'Their account is closed or past its last day. Hand over what is still given to them.'
            : waitsForChildren(person)
              ? 'No child is given to them, so they can open none.'
              : `They may open ${describeScope(person.scope)}.`,
          rest: ended > 0 ? `${formatCount(ended, 'assignment has', 'assignments have')} ended.` : '',
        }}
      />
      {open.length > 0 ? <Given {...props} open={open} /> : null}
      <AssignmentForms {...props} kinds={ASSIGNED[person.role] ?? []} />
    </Page>
  )
}

const Given = ({ frame, shown, seen, open }: AssignmentPageProps & { open: readonly Assignment[] }) => {
  const named = open.filter(({ kind, subject }) => kind !== 'child' || seen.has(subject))
  const unnamed = open.length - named.length
  return (
    <>
      <RecordTable
        caption="Given now, and to come"
        head={['What', 'From', 'To', 'Why', 'By', 'End'].map((text) => ({ text }))}
        rows={named.map((one) => [
          { text: nameOf(one) },
          { text: formatDay(one.from) },
          { text: one.to === null ? 'No last day' : formatDay(one.to) },
          { text: one.reason === '' ? '–' : one.reason },
          { text: one.givenBy },
          {
            html: (
              <form method="post" action={`/assignments/${shown.person.id}/end`}>
                <CsrfField frame={frame} />
                <input type="hidden" name="assignment" value={one.id} />
                <button type="submit" class="govuk-button govuk-button--secondary wm-small-button">
                  End today<span class="govuk-visually-hidden">: {nameOf(one)}</span>
                </button>
              </form>
            ),
          },
        ])}
      />
      {unnamed > 0 ? (
        <p class="govuk-body">
          {formatCount(unnamed, 'child', 'children')} by number, whom your role or scope does not show you.
        </p>
      ) : null}
    </>
  )
}

const nameOf = ({ kind, subject }: Assignment): string =>
  kind === 'child'
    ? `Child ${subject}`
    : kind === 'chair'
      ? `Children whose meetings ${subject} chairs`
      : 'Children who went missing in the last year'
