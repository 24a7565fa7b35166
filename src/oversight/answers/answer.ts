import { addMonths, formatDay, type Day, type Instant } from '../../platform/day.ts'
import { day, defineRecord, instant, paragraph, text, type RecordOf } from '../../records/index.ts'
import { answerLists } from '../permissions.ts'

/** A check-back day further off than this is no promise. */
const MOST_MONTHS = 6

/**
 * What somebody answered for a child on a list. Each answer is a record of its own and is never changed, so that what was
 * promised stays readable; the latest is the one in force. Child-level: it is read with the list's rows and by
 * `childReader` alone.
 */
export const listAnswer = defineRecord({
  name: 'list_answer',
  idPrefix: 'ans',
  words: { one: 'answer', many: 'answers' },
  permissions: { read: 'cases:read', write: answerLists },
  fields: {
    list: text({ label: 'List', required: 'Say which list', hidden: true }),
    /** The council's id of the child, or of the case where a list is about no child. */
    subject: text({ label: 'Child', required: 'Say which child', hidden: true }),
    rules: text({ label: 'Rules that held', hidden: true }),
    team: text({ label: 'Team', hidden: true }),
    worker: text({ label: 'Worker', hidden: true }),
    reason: text({ label: 'Reason', required: 'Choose a reason' }),
    plan: paragraph({
      label: 'What will change, and what keeps the child safe until then',
      required: 'Say what will change, and what keeps the child safe until then',
    }),
    owner: text({ label: 'Owner', required: 'Enter who will do it' }),
    checkBackOn: day({ label: 'Check back', required: 'Enter the day on which it is checked' }),
    /** The day of the figures that were answered. */
    figuresOn: day({ label: 'Figures as at', required: 'Say the day of the figures', hidden: true }),
    answeredAt: instant({ label: 'Answered', required: 'Say when', hidden: true }),
    answeredBy: text({ label: 'Answered by', required: 'Say who', hidden: true }),
  },
  named: ({ reason, checkBackOn }) => `${reason}, to be checked on ${formatDay(checkBackOn)}`,
  order: (left, right) => (left.answeredAt < right.answeredAt ? 1 : -1),
  check: ({ checkBackOn }, { today }) =>
    checkBackOn < today
      ? { checkBackOn: 'The day on which it is checked must be today or later' }
      : checkBackOn > addMonths(today, MOST_MONTHS)
        ? { checkBackOn: `The day on which it is checked must be within ${MOST_MONTHS} months` }
        : {},
})

export type ListAnswer = RecordOf<typeof listAnswer.fields>

/** What names one answer's child on one list: no list has a space in its name. */
export const answerKey = (list: string, subject: string): string => `${list} ${subject}`

/** The answer in force for each child on each list. */
export function latestAnswers(answers: readonly ListAnswer[]): ReadonlyMap<string, ListAnswer> {
  const latest = new Map<string, ListAnswer>()
  for (const answer of answers.toSorted((a, b) => (a.answeredAt < b.answeredAt ? -1 : 1)))
    latest.set(answerKey(answer.list, answer.subject), answer)
  return latest
}

/** What the figures say of a promise. `waiting`: they do not reach its day, or do not hold its rule, so nobody can tell. */
export type Verdict = 'kept' | 'not kept' | 'waiting'

/**
 * Whether what was promised has come about, by the figures alone and never by what anybody says. `overdue` are the rules that
 * hold now: it is kept once none of those that held when it was made does, not kept once its day lies within the figures
 * and one still holds. `isTold` says whether the figures hold what a rule is judged by: a rule that they do not hold has not
 * cleared.
 */
export function promiseOf(
  answer: Pick<ListAnswer, 'checkBackOn' | 'rules'>,
  overdue: readonly string[],
  asAt: Day,
  isTold: (rule: string) => boolean = () => true,
): Verdict {
  const promised = answer.rules === '' ? [] : answer.rules.split(', ')
  const holds = promised.length === 0 ? overdue.length > 0 : promised.some((rule) => overdue.includes(rule))
  if (!holds) return promised.every((rule) => isTold(rule)) ? 'kept' : 'waiting'
  return answer.checkBackOn <= asAt ? 'not kept' : 'waiting'
}

/** Who is asked next when nobody answers: one tier up for each clinic that closed in silence. */
export const TIERS = ['team', 'head of service', 'director'] as const
export type Tier = (typeof TIERS)[number]

/**
 * Whose answer is waited for. `silences` are when clinics closed on this child and list with nobody's answer in force:
 * each since the last answer moves it up. The director is told of a count alone, and sees no child.
 */
export function tierOf(answer: Pick<ListAnswer, 'answeredAt'> | null, silences: readonly Instant[]): Tier {
  const since = silences.filter((at) => answer === null || at > answer.answeredAt)
  return TIERS[Math.min(since.length, TIERS.length - 1)]!
}
