import type { Checked, FieldErrors } from '../../platform/errors.ts'
import { errorsOf, readForm, typedFrom, typedIn, type Typed } from '../../records/index.ts'
import { listAnswer } from './answer.ts'
import type { GivenAnswer } from './answer-store.ts'
import type { CheckContext } from '../../records/index.ts'

const { reason, plan, owner, checkBackOn } = listAnswer.fields
/** What a form asks of whoever answers. */
const ASKED = { reason, plan, owner, checkBackOn }

export const typedAnswer = (body: Readonly<Record<string, unknown>>): Typed => typedIn(ASKED, body)
export const proposedAnswer = (given: Partial<GivenAnswer>): Typed => typedFrom(ASKED, given)

/** The answer, or what the person can put right by the name of the control. `reasons` are those that may be chosen. */
export function readAnswer(
  typed: Typed,
  reasons: readonly string[],
  context: CheckContext,
): Checked<GivenAnswer> {
  const read = readForm(ASKED, typed)
  if (!read.ok) return read
  const errors: FieldErrors = errorsOf(listAnswer.check({ ...BLANK, ...read.value }, context))
  if (!reasons.includes(read.value.reason))
    return { ok: false, errors: { reason: 'Choose a reason', ...errors } }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : read
}

/** The fields that no form asks for, which the rules of an answer do not look at. */
const BLANK = {
  list: '',
  subject: '',
  rules: '',
  team: '',
  worker: '',
  figuresOn: '2000-01-01',
  answeredAt: '2000-01-01T00:00:00Z',
  answeredBy: '',
} as const
