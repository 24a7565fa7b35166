import type { TrackedMeasure } from '../performance/index.ts'
import type { Instant } from '../platform/day.ts'
import type { FieldErrors } from '../platform/errors.ts'
import { errorsOf, type Fields, type RecordOf, type Values } from '../records/index.ts'
import { actionKind } from './action.ts'
import { bindingKind } from './binding.ts'
import { bindMeasure } from './binding-store.ts'
import { evidenceKind } from './evidence.ts'
import {
  actionPlace,
  eitherPlace,
  nextRef,
  recommendationPlace,
  themePlace,
  type Place,
} from './item-place.ts'
import { milestoneKind } from './milestone.ts'
import { evidenceForm, measureForm, milestoneForm, newActionForm, newMeasureForm } from './plan-fields.ts'
import type { ItemKind, PlanTransaction } from './plan-items.ts'
import { actionsOf, recommendationsOf, type PlanTree } from './plan-tree.ts'
import { recommendationKind, themeKind } from './recommendation.ts'

/** How the items of one kind are added and changed in the plan. An action is changed by a form of its own. */
export interface PlanItem<Shape extends Fields> {
  kind: ItemKind<Shape>
  /** Of its addresses. */
  plural: string
  title: string
  button?: string
  /** `tracked` is what the tracker follows, for a form that names a measure. */
  newForm: (tracked: readonly TrackedMeasure[]) => Fields
  namesMeasure?: true
  changeForm?: Fields
  /** The answers that a new form opens with. */
  opening?: (tree: PlanTree, under: string) => Partial<Values<Shape>>
  /** Throws NotFound when there is nothing of that id to belong to. */
  place: (tree: PlanTree, under: string) => Place
  under: (item: RecordOf<Shape>) => string
  /** What a new item has besides its answers. */
  rest: (tree: PlanTree, under: string, answers: Partial<Values<Shape>>, now: Now) => Partial<Values<Shape>>
  /** Why the plan cannot take these answers with what it has; `id` is null for a new item. */
  taken?: (tree: PlanTree, under: string, answers: Partial<Values<Shape>>, id: string | null) => FieldErrors
  /** In place of plainly adding it. */
  add?: (open: PlanTransaction, draft: Values<Shape>) => Promise<string>
  /** The page that shows a new one, and one that was changed; the place it belongs to when left out. */
  addedPage?: (id: string, values: Values<Shape>) => string
  changedPage?: (id: string) => string
}

interface Now {
  at: Instant
  by: string
}

/** Lets the compiler work out an item's fields from its kind. */
const planItem = <Shape extends Fields>(item: PlanItem<Shape>): PlanItem<Shape> => item

const nextPosition = (items: readonly { position: number }[]): number =>
  Math.max(0, ...items.map(({ position }) => position)) + 1

/** A reference names one theme, recommendation or action. */
function refTaken(kind: string, tree: PlanTree, ref: string | undefined, id: string | null): FieldErrors {
  const all = [...tree.themes, ...recommendationsOf(tree), ...actionsOf(tree)]
  return all.some((item) => item.ref === ref && item.id !== id)
    ? { ref: `${ref} is already in the plan: give this ${kind} another reference` }
    : {}
}

export const themeItem = planItem({
  kind: themeKind,
  plural: 'themes',
  title: 'Add a theme',
  newForm: () => ({ ref: themeKind.fields.ref, title: themeKind.fields.title }),
  changeForm: { ref: themeKind.fields.ref, title: themeKind.fields.title },
  place: () => ({ crumbs: [{ text: 'Plan', href: '/plan' }], href: '/plan', caption: 'Plan' }),
  under: () => '',
  rest: (tree) => ({ position: nextPosition(tree.themes) }),
  taken: (tree, _under, { ref }, id) => refTaken('theme', tree, ref, id),
  addedPage: (_id, { ref }) => `/plan?theme=${encodeURIComponent(ref)}`,
})

const { themeId: _themeId, position: _position, ...recommendationForm } = recommendationKind.fields

export const recommendationItem = planItem({
  kind: recommendationKind,
  plural: 'recommendations',
  title: 'Add a recommendation',
  newForm: () => recommendationForm,
  changeForm: recommendationForm,
  place: themePlace,
  under: ({ themeId }) => themeId,
  rest: (tree, themeId) => ({ themeId, position: nextPosition(recommendationsOf(tree)) }),
  taken: (tree, _under, { ref }, id) => refTaken('recommendation', tree, ref, id),
  addedPage: (id) => `/plan/recommendations/${id}`,
  changedPage: (id) => `/plan/recommendations/${id}`,
})

export const actionItem = planItem({
  kind: actionKind,
  plural: 'actions',
  title: 'Add an action',
  newForm: () => newActionForm,
  opening: (tree, under) => {
    const { recommendation: above } = recommendationPlace(tree, under)
    const number = above.ref.match(/\d+$/)?.[0]
    const taken = above.actions.map(({ ref }) => Number(ref.match(/(\d+)$/)?.[1] ?? 0))
    return { ref: number ? `${number}.${Math.max(0, ...taken) + 1}` : '' }
  },
  place: recommendationPlace,
  under: ({ recommendationId }) => recommendationId,
  rest: (_tree, recommendationId, { dueOn }) => ({
    recommendationId,
    ...(dueOn !== undefined && { baselineDueOn: dueOn }),
    progress: 'not_started',
    deliveredOn: null,
    embeddedOn: null,
  }),
  taken: (tree, _under, { ref }, id) => refTaken('action', tree, ref, id),
  addedPage: (id) => `/plan/actions/${id}`,
})

export const milestoneItem = planItem({
  kind: milestoneKind,
  plural: 'milestones',
  title: 'Add a milestone',
  newForm: () => milestoneForm,
  changeForm: milestoneForm,
  place: actionPlace,
  under: ({ actionId }) => actionId,
  rest: (tree, actionId) => {
    const { action: above } = actionPlace(tree, actionId)
    return { actionId, ref: nextRef(above, above.milestones, 'M') }
  },
})

export const evidenceItem = planItem({
  kind: evidenceKind,
  plural: 'evidence',
  title: 'Add evidence',
  newForm: () => evidenceForm,
  changeForm: evidenceForm,
  place: actionPlace,
  under: ({ actionId }) => actionId,
  rest: (tree, actionId, _answers, { at, by }) => {
    const { action: above } = actionPlace(tree, actionId)
    return { actionId, ref: nextRef(above, above.evidence, 'E'), uploadedAt: at, uploadedBy: by }
  },
})

export const measureItem = planItem({
  kind: bindingKind,
  plural: 'measures',
  title: 'Bind a measure',
  button: 'Bind',
  newForm: newMeasureForm,
  namesMeasure: true,
  changeForm: measureForm,
  opening: () => ({ monthsToHold: 3 }),
  place: eitherPlace,
  under: ({ actionId, recommendationId }) => actionId ?? recommendationId ?? '',
  rest: (tree, under) => {
    const isAction = actionsOf(tree).some(({ id }) => id === under)
    return {
      actionId: isAction ? under : null,
      recommendationId: isAction ? null : under,
      removedOn: null,
    }
  },
  taken: (tree, under, { seriesId }) => {
    const above = [...recommendationsOf(tree), ...actionsOf(tree)].find(({ id }) => id === under)
    return above?.bindings.some((binding) => binding.seriesId === seriesId)
      ? errorsOf({ seriesId: 'This measure is bound to it already: choose another' })
      : {}
  },
  add: bindMeasure,
})
