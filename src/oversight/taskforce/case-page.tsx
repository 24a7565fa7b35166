import { formatDay } from '../../platform/day.ts'
import type { FieldErrors } from '../../platform/errors.ts'
import type { Typed } from '../../records/index.ts'
import { Button } from '../../ui/components/button.tsx'
import { Checkboxes } from '../../ui/components/checkboxes.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { ErrorSummary } from '../../ui/components/error-summary.tsx'
import { InsetText } from '../../ui/components/inset-text.tsx'
import { Radios } from '../../ui/components/radios.tsx'
import { Select } from '../../ui/components/select.tsx'
import { SummaryList } from '../../ui/components/summary-list.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../../ui/page.tsx'
import { CASE_FIELDS, MODERATION_FIELDS, type SentCase } from './case-form.ts'
import { caseHref } from './children-page.tsx'
import { childrenHref } from './children-query.ts'
import { standardsIn } from './framework.ts'
import { dueOn, GRADES, OUTCOMES, STATES, stateOf, TRIAGE, type TaskforceCase } from './taskforce-case.ts'
import { TASKFORCE_CRUMBS } from './taskforce-page.tsx'
import { childHref } from '../../ui/links.ts'
import { taskforceHref, type Taskforce } from './taskforce.ts'

export interface CasePageProps {
  frame: FrameProps
  taskforce: Taskforce
  child: TaskforceCase
  /** What names the child in the address of their record; null where the reader may not open it now. */
  recordRef: string | null
  mayWork: boolean
  /** It was drawn and re-assessed, and the reader grades it without having seen the manager's grade. */
  mayModerate: boolean
  form: {
    sent: SentCase
    errors: FieldErrors
    choices: readonly { value: string; text: string }[]
    saved: string | null
  }
  /** The standards of the version that applies, with its number; empty while there is none. */
  standards: readonly string[]
  versionNumber: number | null
  moderation: { typed: Typed; errors: FieldErrors }
}

const shown = (errors: FieldErrors, name: string) => (errors[name] ? { text: errors[name] } : undefined)
const DAYS = ['given_on', 'authorised_on', 'safety_checked_on']

/** One child of a taskforce's list: as they were when it was frozen, and what has been done. Child-level. */
export function CasePage(props: CasePageProps) {
  const { frame, taskforce, child, form, moderation } = props
  const errors = { ...form.errors, ...moderation.errors }
  const errorList = Object.entries(errors).map(([name, text]) => ({
    text,
    href: `#${DAYS.includes(name) ? `${name}-day` : name}`,
  }))
  const title = 'A child of the taskforce’s list'
  return (
    <Page
      frame={frame}
      title={title}
      section="/lists"
      breadcrumbs={[
        ...TASKFORCE_CRUMBS,
        { text: taskforce.title, href: taskforceHref(taskforce.id) },
        { text: 'Its children', href: childrenHref(taskforce.id, {}) },
      ]}
      error={errorList.length > 0}
    >
      {errorList.length > 0 ? <ErrorSummary errorList={errorList} /> : null}
      <PageHeading
        caption={`${taskforce.title} · ${child.list === 'frozen' ? 'the frozen list' : 'the second list'}`}
        title={title}
        sentence={{
          bold: `Child ${child.child}: ${STATES[stateOf(child, frame.today)].toLowerCase()}.`,
          rest: clockOf(props),
        }}
      />
      {form.saved === null ? null : (
        <InsetText>
          Somebody else saved this child first. Saved now: {form.saved}. What you typed is below and is not
          saved yet.
        </InsetText>
      )}
      {props.recordRef === null ? null : (
        <p class="govuk-body">
          <a href={childHref(props.recordRef)}>Everything that is known of this child</a>
        </p>
      )}
      <Known {...props} />
      {props.mayModerate ? <Moderation {...props} /> : null}
      {props.mayWork && !props.mayModerate ? <CaseForm {...props} /> : null}
      <p class="wm-note">Opening this page was recorded, with the child on it.</p>
    </Page>
  )
}

function clockOf({ taskforce, child, frame }: CasePageProps): string {
  const due = dueOn(child, taskforce.daysAllowed)
  if (due === null) return ''
  if (child.authorisedOn !== null)
    return child.authorisedOn <= due
      ? `In time: day ${taskforce.daysAllowed} was ${formatDay(due)}.`
      : `Late: day ${taskforce.daysAllowed} was ${formatDay(due)}.`
  return `Day ${taskforce.daysAllowed} ${due < frame.today ? 'was' : 'is'} ${formatDay(due)}.`
}

/** The manager's grade is hidden until a moderator has graded blind. */
function Known({ child, mayModerate }: CasePageProps) {
  const rows = [
    ['On the list since', formatDay(child.listedOn)],
    ['Team then', child.team || 'Not recorded'],
    ['Worker then', child.worker || 'Nobody'],
    ['Open since', formatDay(child.openSince)],
    ['Last seen', child.lastSeenOn === null ? 'Never' : formatDay(child.lastSeenOn)],
    ['Mark', child.triage === null ? 'Not marked yet' : TRIAGE[child.triage]],
    ['Given to', child.taskforceWorker || child.taskforceTeam || 'Nobody yet'],
    ['Given on', child.givenOn === null ? 'Not yet' : formatDay(child.givenOn)],
    ['Authorised on', child.authorisedOn === null ? 'Not yet' : formatDay(child.authorisedOn)],
    [
      'What was decided',
      child.outcome === null
        ? child.authorisedOn === null
          ? 'Not yet'
          : 'Not recorded'
        : OUTCOMES[child.outcome],
    ],
    [
      'Manager’s grade',
      mayModerate
        ? 'Hidden until you have graded'
        : child.grade === null
          ? 'Not graded'
          : GRADES[child.grade],
    ],
    ...(child.moderatedGrade === null
      ? []
      : [['Moderator’s grade', `${GRADES[child.moderatedGrade]}, ${formatDay(child.moderatedOn!)}`]]),
    ...(child.leftOn === null ? [] : [['Left the list on', formatDay(child.leftOn)]]),
    ...(child.returnedOn === null ? [] : [['Referred again on', formatDay(child.returnedOn)]]),
  ] as const
  return <SummaryList rows={rows.map(([key, text]) => ({ key: { text: key }, value: { text } }))} />
}

const Choice = ({
  name,
  field,
  typed,
  errors,
}: {
  name: string
  field: keyof typeof CASE_FIELDS
  typed: Typed
  errors: FieldErrors
}) => (
  <Radios
    name={name}
    value={typed[name] ?? ''}
    classes="govuk-radios--small"
    fieldset={{ legend: { text: CASE_FIELDS[field].words.label } }}
    items={CASE_FIELDS[field].choices.map(({ value, text }) => ({ value, text }))}
    errorMessage={shown(errors, name)}
  />
)

const DayField = ({
  name,
  label,
  hint,
  typed,
  errors,
}: {
  name: string
  label: string
  hint?: string | undefined
  typed: Typed
  errors: FieldErrors
}) => (
  <DateInput
    id={name}
    namePrefix={name}
    values={typed}
    fieldset={{ legend: { text: label } }}
    hint={hint ? { text: hint } : undefined}
    errorMessage={shown(errors, name)}
  />
)

function CaseForm({ frame, child, form, standards, versionNumber }: CasePageProps) {
  const { sent, errors, choices } = form
  const { typed } = sent
  return (
    <form method="post" action={caseHref(child)} novalidate>
      <h2 class="wm-section">What is done</h2>
      <CsrfField frame={frame} />
      <input type="hidden" name="version" value={child.version} />
      <Choice name="triage" field="triage" typed={typed} errors={errors} />
      <Select
        name="given_to"
        label={{ text: 'Given to' }}
        value={sent.givenTo}
        items={choices}
        errorMessage={shown(errors, 'given_to')}
      />
      <DayField name="given_on" label="Given on" typed={typed} errors={errors} />
      <DayField name="authorised_on" label="Authorised on" typed={typed} errors={errors} />
      <Choice name="outcome" field="outcome" typed={typed} errors={errors} />
      {standards.length === 0 ? null : (
        <Checkboxes
          name="standards"
          values={sent.standards}
          classes="govuk-checkboxes--small"
          fieldset={{ legend: { text: `Standards that it meets: framework version ${versionNumber}` } }}
          items={standards.map((text) => ({ value: text, text }))}
        />
      )}
      <Choice name="grade" field="grade" typed={typed} errors={errors} />
      <DayField
        name="safety_checked_on"
        label="Safety check on"
        hint={CASE_FIELDS.safetyCheckedOn.words.hint}
        typed={typed}
        errors={errors}
      />
      <Button text={form.saved === null ? 'Save' : 'Save mine'} preventDoubleClick />
    </form>
  )
}

const Moderation = ({ frame, child, moderation: { typed, errors } }: CasePageProps) => (
  <form method="post" action={`${caseHref(child)}/moderate`} novalidate>
    <h2 class="wm-section">Grade it again</h2>
    <p>
      It was drawn for moderation. Read the assessment in the case system, and grade it without the manager’s
      grade.
    </p>
    <CsrfField frame={frame} />
    <input type="hidden" name="version" value={child.version} />
    <Radios
      name="moderated_grade"
      value={typed['moderated_grade'] ?? ''}
      classes="govuk-radios--small"
      fieldset={{ legend: { text: MODERATION_FIELDS.moderatedGrade.words.label } }}
      items={MODERATION_FIELDS.moderatedGrade.choices.map(({ value, text }) => ({ value, text }))}
      errorMessage={shown(errors, 'moderated_grade')}
    />
    <DayField
      name="safety_checked_on"
      label="Safety check on"
      hint={MODERATION_FIELDS.safetyCheckedOn.words.hint}
      typed={typed}
      errors={errors}
    />
    <Button text="Save the grade" preventDoubleClick />
  </form>
)

export const standardsFor = (found: { version: { taskforceQuality: string }; number: number } | null) => ({
  standards: found ? standardsIn(found.version.taskforceQuality) : [],
  versionNumber: found?.number ?? null,
})
