import type { Day } from '../../platform/day.ts'
import type { ListRow, RuleRow } from '../lists/list-rows.ts'
import type { ListAnswer } from './answer.ts'

type Answered = Pick<ListAnswer, 'rules' | 'figuresOn'>

export const promisedRules = ({ rules }: Pick<ListAnswer, 'rules'>): string[] =>
  rules === '' ? [] : rules.split(', ')

/** Its clock began anew after the figures that were answered: what was overdue then has been done, and is overdue again. */
const hasRestarted = ({ startsOn, dueOn }: RuleRow, figuresOn: Day): boolean =>
  startsOn !== null ? startsOn > figuresOn : dueOn !== null && dueOn > figuresOn

const holdsAgain = (rule: RuleRow, answer: Answered): boolean =>
  rule.isOverdue && promisedRules(answer).includes(rule.rule) && hasRestarted(rule, answer.figuresOn)

/** The rules of a row that hold now, without those that were answered for, have cleared since and hold again. */
export const rulesHeldSince = ({ rules }: Pick<ListRow, 'rules'>, answer: Answered): string[] =>
  rules.filter((rule) => rule.isOverdue && !holdsAgain(rule, answer)).map(({ rule }) => rule)

/**
 * By which day all that was answered for and holds had cleared in between; `clearedBy` is null where the list does not say when
 * a clock began. Null when any of it has held all along, or none of it holds.
 */
export function clearedBetween(
  { rules }: Pick<ListRow, 'rules'>,
  answer: Answered,
): { clearedBy: Day | null } | null {
  const promised = promisedRules(answer)
  const holding = rules.filter(({ isOverdue, rule }) => isOverdue && promised.includes(rule))
  if (holding.length === 0 || !holding.every((rule) => holdsAgain(rule, answer))) return null
  const days = holding.flatMap(({ startsOn }) => startsOn ?? [])
  return { clearedBy: days.length < holding.length ? null : days.toSorted().at(-1)! }
}
