import type { FieldErrors } from '../../platform/errors.ts'
import type { Typed } from '../../records/index.ts'
import { Button } from '../../ui/components/button.tsx'
import type { FrameProps } from '../../ui/frame.tsx'
import { CsrfField } from '../../ui/page.tsx'
import { AnswerFields, AnswerHistory } from '../answers/answer-fields.tsx'
import type { ListAnswer } from '../answers/answer.ts'

export interface ItemFormProps {
  frame: FrameProps
  action: string
  reasons: readonly { title: string }[]
  owners: readonly string[]
  typed: Typed
  errors: FieldErrors
  /** The answer in force and the clinic's own word that the person was shown. */
  afterAnswer: string | null
  afterItem: string | null
  /** What somebody else wrote first, in words; null when nobody did. */
  theirs: string | null
  /** The number of the next child of whom nothing has been said; null when there is none. */
  next: number | null
  laterHref: string
  history: readonly ListAnswer[]
}

/** What is agreed for one child: Enter saves and opens the next. "Nothing new agreed" is an answer too. */
export const ItemForm = (props: ItemFormProps) => (
  <form method="post" action={props.action} class="wm-answer" novalidate>
    <CsrfField frame={props.frame} />
    <input type="hidden" name="after" value={props.afterAnswer ?? ''} />
    <input type="hidden" name="after_item" value={props.afterItem ?? ''} />
    {props.theirs ? (
      <div class="govuk-inset-text">
        <p>
          <b>Somebody else wrote of this child while you did.</b> Theirs is kept: {props.theirs}
        </p>
        <p>Save to let yours follow it. Both stay in the history.</p>
      </div>
    ) : null}
    <AnswerFields
      reasons={props.reasons}
      owners={props.owners}
      typed={props.typed}
      errors={props.errors}
      labels={{
        reason: 'Reason today',
        plan: 'What is agreed, and what keeps the child safe until then',
        checkBackOn: 'By',
      }}
    />
    <div class="govuk-button-group">
      <Button
        text={props.next === null ? 'Save' : `Save and open number ${props.next}`}
        name="do"
        value={props.next === null ? 'save' : 'next'}
        preventDoubleClick
      />
      <Button
        text="Nothing new agreed"
        name="do"
        value="nothing"
        classes="govuk-button--secondary"
        preventDoubleClick
      />
      <a href={props.laterHref}>Come back to this child</a>
    </div>
    <AnswerHistory answers={props.history} />
  </form>
)
