import { formatDay, formatDayOfYear, type Day } from '../platform/day.ts'
import { formatLimit, seriesOf } from '../measures/index.ts'
import { daysLate, isFinished } from './action.ts'
import type { Binding } from './binding.ts'
import { counted, countedInWords, formatCount, sentenceCase } from './count-words.ts'
import { inDate } from './evidence.ts'
import type { BoundMeasure, Effect } from './measure-effect.ts'
import { isMissed } from './milestone.ts'
import type { ActionNode, RecommendationNode } from './plan-tree.ts'

export interface MeasuredEffect {
  measure: BoundMeasure
  effect: Effect
}

export const describeMeasure = ({ series }: Pick<BoundMeasure, 'series'>): string =>
  series.label ? `${series.title}, ${series.label}` : series.title

/** A bound measure by its id, in the words of `describeMeasure`; the id of one that the catalogue no longer has. */
export function describeBound(seriesId: string): string {
  const series = seriesOf(seriesId)
  return series ? describeMeasure({ series }) : seriesId
}

/** "Has to stay at 16 or below for 3 months running." */
export function describeHolding({ seriesId, aim, monthsToHold }: Binding): string {
  const series = seriesOf(seriesId)
  if (aim === null || !series) return 'No value to hold is agreed.'
  const side = { lower: ' or below', higher: ' or above', neutral: '' }[series.polarity]
  return `Has to stay at ${formatLimit(aim, series)}${side} for ${counted(monthsToHold, 'month')} running.`
}

const list = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

function describeSoFar(actions: readonly ActionNode[]): string {
  const finished = actions.filter(isFinished).length
  if (actions.length === 0) return 'Nothing has been agreed to do'
  if (finished === 0) return 'Nothing is delivered yet'
  if (finished === actions.length) return 'All is done'
  return finished * 2 >= actions.length ? 'Much is done' : 'Some is done'
}

/** What was done, then whether anything has changed for children: which are two different things. */
export function recommendationSentence(
  actions: readonly ActionNode[],
  measured: readonly MeasuredEffect[],
): { bold: string; rest: string } {
  const done = describeSoFar(actions)
  if (measured.length === 0)
    return { bold: `${done}; nothing would show a change.`, rest: 'No measure is bound to it.' }
  const having = (verdict: Effect['verdict']) => measured.filter(({ effect }) => effect.verdict === verdict)
  const [better, worse, unchanged, early] = [
    having('better'),
    having('worse'),
    having('none'),
    having('early'),
  ]
  const names = (some: readonly MeasuredEffect[]) =>
    list(some.map(({ measure }) => `‘${describeMeasure(measure)}’`))

  if (early.length + having('unknown').length === measured.length) {
    return early.length > 0
      ? {
          bold: `${done}; it is too early to see a change for children.`,
          rest: 'The figures show one once a change has landed and a month has passed.',
        }
      : { bold: `${done}; the figures cannot show a change yet.`, rest: measured[0]!.effect.says }
  }
  const changed =
    better.length === measured.length
      ? 'children are better off'
      : better.length > 0 && worse.length > 0
        ? 'for children some things are better and some worse'
        : better.length * 2 >= measured.length
          ? 'children begin to feel it'
          : better.length > 0
            ? 'little has changed for children yet'
            : worse.length > 0
              ? 'for children something has got worse'
              : 'nothing has changed for children yet'
  const sentences = [
    ...(better.length > 0
      ? [`${names(better)} ${better.length === 1 ? 'has' : 'have'} changed for the better.`]
      : []),
    ...(worse.length > 0 ? [`${names(worse)} ${worse.length === 1 ? 'has' : 'have'} got worse.`] : []),
    ...(unchanged.length > 0
      ? [
          better.length + worse.length > 0
            ? `${sentenceCase(countedInWords(unchanged.length, 'other measure'))} ${unchanged.length === 1 ? 'has' : 'have'} not changed.`
            : `${unchanged.length === 1 ? 'Its measure is' : `${sentenceCase(formatCount(unchanged.length))} measures are`} where ${unchanged.length === 1 ? 'it was' : 'they were'}.`,
        ]
      : []),
  ]
  return { bold: `${done}; ${changed}.`, rest: sentences.join(' ') }
}

interface Stuck {
  what: string
  why: string
  who: string
  actionId: string
}

/** Actions that are past their day, missed a milestone, rest on stale evidence, or are rated red; worst first. */
export function stuckIn(recommendation: RecommendationNode, today: Day): Stuck[] {
  return recommendation.actions
    .map((action) => ({ action, late: daysLate(action, today) }))
    .sort((a, b) => b.late - a.late)
    .flatMap(({ action, late }) => {
      const missed = action.milestones.find((milestone) => isMissed(milestone, today))
      const stale = action.evidence.length > 0 && !action.evidence.some((piece) => inDate(piece, today))
      const red = action.standing.shown === 'red'
      const why = [
        ...(late > 0 ? [`${counted(late, 'day')} past its due day of ${formatDay(action.dueOn)}.`] : []),
        ...(missed ? [`‘${missed.title}’ was due ${formatDayOfYear(missed.dueOn)}.`] : []),
        ...(stale ? ['Its evidence has gone stale.'] : []),
        ...(red ? [(action.standing.confirmed ?? action.standing.proposed)?.reason ?? ''] : []),
      ].filter((reason) => reason !== '')
      if (why.length === 0) return []
      return [
        {
          what: `${action.ref} ${action.title}`,
          why: why.join(' '),
          who: action.owner || 'Nobody owns it',
          actionId: action.id,
        },
      ]
    })
}
