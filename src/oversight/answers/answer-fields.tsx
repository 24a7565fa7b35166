import type { FieldErrors } from '../../platform/errors.ts'
import { dayInEngland, formatDay } from '../../platform/day.ts'
import type { Typed } from '../../records/index.ts'
import { Button } from '../../ui/components/button.tsx'
import { DateInput } from '../../ui/components/date-input.tsx'
import { Details } from '../../ui/components/details.tsx'
import { Input } from '../../ui/components/input.tsx'
import { Select } from '../../ui/components/select.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField } from '../../ui/page.tsx'
import type { ListAnswer } from './answer.ts'

export interface AnswerFormProps {
  frame: FrameProps
  /** Where it is sent; the answer comes back to the same place in the list. */
  action: string
  closeHref: string
  reasons: readonly { title: string }[]
  owners: readonly string[]
  typed: Typed
  errors: FieldErrors
  /** The answer that the person was shown, which a new one follows. */
  after: ListAnswer | null
  /** Somebody answered while this person wrote. */
  theirs: ListAnswer | null
  hasNext: boolean
  /** Every answer for this child on this list, newest first. */
  history: readonly ListAnswer[]
}

const shown = (errors: FieldErrors, name: string) => (errors[name] ? { text: errors[name] } : undefined)

/** Four answers in one row: Enter saves and opens the next child without one. */
export const AnswerForm = (props: AnswerFormProps) => {
  const { frame, typed, errors, theirs, after } = props
  return (
    <form method="post" action={props.action} class="wm-answer" novalidate>
      <CsrfField frame={frame} />
      <input type="hidden" name="after" value={(theirs ?? after)?.id ?? ''} />
      {theirs ? <Theirs theirs={theirs} /> : null}
      <AnswerFields reasons={props.reasons} owners={props.owners} typed={typed} errors={errors} />
      <div class="govuk-button-group">
        <Button
          text={props.hasNext ? 'Save and open the next' : 'Save'}
          name="do"
          value={props.hasNext ? 'next' : 'save'}
          preventDoubleClick
        />
        {props.hasNext ? (
          <Button text="Save" name="do" value="save" classes="govuk-button--secondary" preventDoubleClick />
        ) : null}
        <a href={props.closeHref}>Close</a>
      </div>
      <p class="wm-note">Tab moves through the four answers. Enter saves.</p>
      <AnswerHistory answers={props.history} />
    </form>
  )
}

interface AnswerFieldsProps extends Pick<AnswerFormProps, 'reasons' | 'owners' | 'typed' | 'errors'> {
  /** Where they are asked in other words than on a list. */
  labels?: { reason: string; plan: string; checkBackOn: string }
}

/** The four answers that every form about a child on a list asks. */
export const AnswerFields = (props: AnswerFieldsProps) => {
  const { typed, errors } = props
  const value = (name: string) => typed[name] ?? ''
  return (
    <div class="wm-answer__fields">
      <Select
        name="reason"
        label={{ text: props.labels?.reason ?? 'Reason' }}
        value={value('reason')}
        items={[
          { value: '', text: 'Choose a reason' },
          ...props.reasons.map(({ title }) => ({ text: title })),
        ]}
        errorMessage={shown(errors, 'reason')}
      />
      <Input
        name="plan"
        label={{
          text: props.labels?.plan ?? 'What will change, and what keeps the child safe until then',
        }}
        value={value('plan')}
        errorMessage={shown(errors, 'plan')}
      />
      <Select
        name="owner"
        label={{ text: 'Owner' }}
        value={value('owner')}
        items={props.owners.map((owner) => ({ text: owner }))}
        errorMessage={shown(errors, 'owner')}
      />
      <DateInput
        id="check_back_on"
        namePrefix="check_back_on"
        values={typed}
        fieldset={{ legend: { text: props.labels?.checkBackOn ?? 'Check back' } }}
        errorMessage={shown(errors, 'check_back_on')}
      />
    </div>
  )
}

/** Every answer that was given for a child on a list, newest first. */
export const AnswerHistory = ({ answers }: { answers: readonly ListAnswer[] }) =>
  answers.length === 0 ? null : (
    <Details
      summaryText={answers.length === 1 ? 'The answer before' : `All ${answers.length} answers before`}
    >
      <ul class="govuk-list wm-answer-history">
        {answers.map((answer) => (
          <li>
            <b>{formatDay(dayInEngland(answer.answeredAt))}</b>: <b>{answer.reason}.</b> {answer.plan}{' '}
            <span class="wm-note">
              {answer.owner}, check back {formatDay(answer.checkBackOn)} · answered by {answer.answeredBy}
              {answer.rules === '' ? null : `, when this held: ${answer.rules}`}
            </span>
          </li>
        ))}
      </ul>
    </Details>
  )

/** What somebody else answered while this person wrote. */
const Theirs = ({ theirs }: { theirs: ListAnswer }) => (
  <div class="govuk-inset-text">
    <p>
      <b>{theirs.answeredBy} answered while you wrote.</b> Theirs is kept: {theirs.reason}. {theirs.plan}{' '}
      {theirs.owner}, checks back {formatDay(theirs.checkBackOn)}.
    </p>
    <p>Save to let yours follow it, or close to leave theirs as the latest. Both stay in the history.</p>
  </div>
)

/** Who may be named as the owner of what is promised: the worker, and the managers above. */
export const ownersFor = (worker: string | null, roleTitle: string): string[] => [
  ...new Set([...(worker ? [worker] : []), 'Team manager', 'Head of service', roleTitle]),
]
