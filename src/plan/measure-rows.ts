import { allow, operator } from '../access/index.ts'
import {
  isOfRecords,
  seriesOf,
  type RecordColumn,
  type RecordContext,
  type RecordTable,
} from '../measures/index.ts'
import { dayInEngland, monthOf, monthsFrom, shiftMonth, type Day, type Instant } from '../platform/day.ts'
import { actionHref, recommendationHref } from '../ui/links.ts'
import { hasHeld } from './binding.ts'
import { boardTables } from './board-rows.ts'
import { effectOf, type BoundMeasure } from './measure-effect.ts'
import { allMeasures, recommendationsOf } from './plan-tree.ts'
import { compareRatings } from './rating.ts'
import { planTree } from './tree-store.ts'

/**
 * The plan, and what the Board follows, as the engine reads them: the tables and columns that the measures in
 * `measures/definitions/plan` name.
 */
export async function planMeasureRows(context: RecordContext): Promise<RecordTable[]> {
  const { records, council, today } = context
  const tree = await planTree(records, allow(operator(council), 'plan:read'))
  const recommendations = recommendationsOf(tree)
  return [
    recommendationTable(recommendations, today),
    actionTable(recommendations, today),
    milestoneTable(recommendations),
    ratingTable(recommendations),
    changeTable(recommendations),
    evidenceTable(recommendations),
    bindingTable(recommendations),
    await boundMonthTable(context, recommendations),
    ...(await boardTables(context)),
  ]
}

type Recommendations = ReturnType<typeof recommendationsOf>

const text = (...names: readonly string[]): Record<string, RecordColumn> =>
  Object.fromEntries(names.map((name) => [name, 'text']))
const dates = (...names: readonly string[]): Record<string, RecordColumn> =>
  Object.fromEntries(names.map((name) => [name, 'date']))

/** The first day in an item's history; today when it has none. */
const knownFrom = (history: readonly { at: Instant }[], today: Day): Day =>
  history.map(({ at }) => dayInEngland(at)).toSorted()[0] ?? today

const recommendationTable = (recommendations: Recommendations, today: Day): RecordTable => ({
  name: 'plan_recommendation',
  read: 'plan:read',
  words: { one: 'recommendation', many: 'recommendations' },
  links: Object.fromEntries(
    recommendations.map(({ id, ref, title }) => [
      ref,
      { name: `${ref} ${title}`, href: recommendationHref(id) },
    ]),
  ),
  columns: { ...text('recommendation_id', 'ref', 'source'), ...dates('known_from') },
  rows: recommendations.map(({ id, ref, source, changes, actions }) => ({
    recommendation_id: id,
    ref,
    source,
    known_from: knownFrom(
      [...changes, ...actions.flatMap((action) => [...action.changes, ...action.ratings])],
      today,
    ),
  })),
})

const actionTable = (recommendations: Recommendations, today: Day): RecordTable => ({
  name: 'plan_action',
  read: 'plan:read',
  words: { one: 'action', many: 'actions' },
  links: Object.fromEntries(
    recommendations.flatMap(({ actions }) =>
      actions.map(({ id, ref, title }) => [ref, { name: `${ref} ${title}`, href: actionHref(id) }]),
    ),
  ),
  columns: {
    ...text('action_id', 'ref', 'recommendation_id', 'recommendation', 'source', 'owner', 'progress'),
    ...dates('known_from', 'baseline_due_on', 'due_on', 'finished_on'),
  },
  rows: recommendations.flatMap(({ id, ref, source, actions }) =>
    actions.map((action) => ({
      action_id: action.id,
      ref: action.ref,
      recommendation_id: id,
      recommendation: ref,
      source,
      owner: action.owner,
      progress: action.progress,
      known_from: knownFrom([...action.changes, ...action.ratings], today),
      baseline_due_on: action.baselineDueOn,
      due_on: action.dueOn,
      finished_on: action.deliveredOn ?? action.embeddedOn ?? finishedOn(action),
    })),
  ),
})

/** The day on which an action was last said to be finished, where nobody gave the day itself. */
function finishedOn({ id, changes }: Recommendations[number]['actions'][number]): Day | null {
  const finished = changes.findLast(
    ({ subjectId, field, now }) =>
      subjectId === id && field === 'progress' && (now === 'delivered' || now === 'embedded'),
  )
  return finished ? dayInEngland(finished.at) : null
}

const milestoneTable = (recommendations: Recommendations): RecordTable => ({
  name: 'plan_milestone',
  read: 'plan:read',
  words: { one: 'milestone', many: 'milestones' },
  links: Object.fromEntries(
    recommendations.flatMap(({ actions }) =>
      actions.flatMap(({ id, milestones }) =>
        milestones.map(({ ref, title }) => [ref, { name: `${ref} ${title}`, href: actionHref(id) }]),
      ),
    ),
  ),
  columns: { ...text('ref', 'recommendation'), ...dates('planned_on', 'met_on') },
  rows: recommendations.flatMap(({ ref, actions }) =>
    actions.flatMap(({ milestones, changes }) =>
      milestones.map(({ id, ref: milestone, dueOn, metOn }) => ({
        ref: milestone,
        recommendation: ref,
        // The day first planned: what the first change of it changed.
        planned_on:
          changes.find(({ subjectId, field, was }) => subjectId === id && field === 'due_on' && was !== '')
            ?.was ?? dueOn,
        met_on: metOn,
      })),
    ),
  ),
})

const ratingTable = (recommendations: Recommendations): RecordTable => ({
  name: 'plan_rating',
  read: 'plan:read',
  words: { one: 'rating', many: 'ratings' },
  columns: { ...text('action_id', 'step', 'rating', 'by_name'), place: 'integer', ...dates('on_date') },
  rows: recommendations.flatMap(({ actions }) =>
    actions.flatMap(({ id, ratings }) =>
      ratings.toSorted(compareRatings).map(({ step, rating, byName, at }, index) => ({
        action_id: id,
        step,
        rating,
        by_name: byName,
        place: index,
        on_date: dayInEngland(at),
      })),
    ),
  ),
})

const changeTable = (recommendations: Recommendations): RecordTable => ({
  name: 'plan_change',
  read: 'plan:read',
  words: { one: 'change', many: 'changes' },
  columns: { ...text('subject_id', 'field', 'was', 'now'), place: 'integer', ...dates('on_date') },
  rows: recommendations.flatMap(({ actions }) =>
    actions.flatMap(({ changes }) =>
      changes.map(({ subjectId, field, was, now, at }, index) => ({
        subject_id: subjectId,
        field,
        was,
        now,
        place: index,
        on_date: dayInEngland(at),
      })),
    ),
  ),
})

const evidenceTable = (recommendations: Recommendations): RecordTable => ({
  name: 'plan_evidence',
  read: 'plan:read',
  words: { one: 'item of evidence', many: 'items of evidence' },
  columns: { ...text('action_id'), ...dates('effective_on', 'expires_on') },
  rows: recommendations.flatMap(({ actions }) =>
    actions.flatMap(({ id, evidence }) =>
      evidence.map(({ effectiveOn, expiresOn }) => ({
        action_id: id,
        effective_on: effectiveOn,
        expires_on: expiresOn,
      })),
    ),
  ),
})

const bindingTable = (recommendations: Recommendations): RecordTable => ({
  name: 'plan_binding',
  read: 'plan:read',
  words: { one: 'bound measure', many: 'bound measures' },
  columns: text('recommendation_id', 'action_id', 'series'),
  rows: recommendations.flatMap(({ bindings, actions }) =>
    [...bindings, ...actions.flatMap((action) => action.bindings)].map(
      ({ recommendationId, actionId, seriesId }) => ({
        recommendation_id: recommendationId,
        action_id: actionId,
        series: seriesId,
      }),
    ),
  ),
})

/** A figure is held against so many months before it. */
const MONTHS = 24

/** What each measure bound to a recommendation showed at the end of each month. */
async function boundMonthTable(
  { figures, snapshot }: RecordContext,
  recommendations: Recommendations,
): Promise<RecordTable> {
  const last = monthOf(snapshot.asAt)
  const months = monthsFrom(shiftMonth(last, 1 - MONTHS), last)
  const rows = recommendations.map(async (recommendation) => {
    // A measure of records that rests on another of them would have to be worked out before itself.
    const bound = allMeasures(recommendation).filter(({ seriesId }) => !isOfRecords(seriesId))
    const measured = bound.map(async (binding) => {
      const series = seriesOf(binding.seriesId)
      if (!series) return []
      const { available, points } = await figures.figures(series.id)
      if (!available) return []
      return months.map((month) => {
        const until = points.filter(({ period }) => period <= month).slice(-MONTHS)
        const measure: BoundMeasure = { binding, series, points: until, target: binding.aim, why: null }
        const { verdict } = effectOf(measure)
        const values = until.map(({ value }) => value)
        return {
          recommendation_id: recommendation.id,
          series: series.id,
          month,
          is_audit: series.area === 'qa',
          is_better: verdict === 'better',
          is_worse: verdict === 'worse',
          has_held: hasHeld(binding, series.polarity, values) === true,
        }
      })
    })
    return (await Promise.all(measured)).flat()
  })
  return {
    name: 'plan_measure_month',
    read: 'plan:read',
    words: { one: 'month of a measure', many: 'months of measures' },
    columns: {
      ...text('recommendation_id', 'series', 'month'),
      is_audit: 'boolean',
      is_better: 'boolean',
      is_worse: 'boolean',
      has_held: 'boolean',
    },
    rows: (await Promise.all(rows)).flat(),
  }
}
