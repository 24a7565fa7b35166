import { dayInEngland, formatDayOfYear, type Day } from '../platform/day.ts'
import { isOverdue, reopenedAt } from './action.ts'
import { countedInWords, formatCount, sentenceCase } from './count-words.ts'
import { actionsOf, type PlanTree } from './plan-tree.ts'
import { BRAGS, standing, type Brag } from './rating.ts'
import { countFaults, type Fault } from './self-check.ts'

/** How many actions had each rating at the end of `on`; now, when it is left out. */
export function bragCounts(tree: PlanTree, on?: Day): Record<Brag, number> {
  const shown = actionsOf(tree).map((action) => standing(action.ratings, on).shown)
  return Object.fromEntries(
    BRAGS.map((brag) => [brag, shown.filter((rating) => rating === brag).length]),
  ) as Record<Brag, number>
}

/** How the plan is, and what has moved since the last Board (since `lastBoardOn`; null when there was none). */
export function planSentence(
  tree: PlanTree,
  today: Day,
  faults: readonly Fault[],
  lastBoardOn: Day | null,
): { bold: string; rest: string } {
  const actions = actionsOf(tree)
  if (actions.length === 0)
    return {
      bold: 'There is no action in the plan yet.',
      rest: 'Add a theme, then what was asked, then what will be done.',
    }
  const red = bragCounts(tree).red
  const bold = sentenceCase(
    `${countedInWords(red, 'action')} ${red === 1 || red === 0 ? 'is' : 'are'} red and the plan finds ` +
      `${countedInWords(countFaults(faults), 'fault')} in itself.`,
  ).replace('No actions is', 'No action is')
  if (lastBoardOn === null) {
    const late = actions.filter((action) => isOverdue(action, today)).length
    return {
      bold,
      rest:
        late === 0
          ? 'No due day has passed.'
          : `${sentenceCase(formatCount(late))} ${late === 1 ? 'is' : 'are'} past the due day.`,
    }
  }
  const embedded = actions.filter(
    ({ progress, embeddedOn }) => progress === 'embedded' && embeddedOn !== null && embeddedOn > lastBoardOn,
  ).length
  const reopened = actions.filter((action) => {
    const change = reopenedAt(action, action.changes)
    return change !== null && dayInEngland(change.at) > lastBoardOn
  }).length
  const has = (count: number) => (count === 1 ? 'has' : 'have')
  const rest =
    embedded === 0 && reopened === 0
      ? `Nothing has been embedded or has reopened since the Board of ${formatDayOfYear(lastBoardOn)}.`
      : `${sentenceCase(embedded === 0 ? 'no action' : countedInWords(embedded, 'action'))} ` +
        `${embedded === 0 ? 'has' : has(embedded)} been embedded since the last Board; ` +
        `${reopened === 0 ? 'none has' : `${formatCount(reopened)} ${has(reopened)}`} reopened.`
  return { bold, rest }
}
