import { Hono, type Context } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import { catalogue } from '../measures/index.ts'
import type { Instant } from '../platform/day.ts'
import { NotFound, Stale, type FieldErrors } from '../platform/errors.ts'
import { actionCrumbs } from './action-page.tsx'
import type { Binding } from './binding.ts'
import { bindMeasure } from './binding-store.ts'
import { instantText, type Subject } from './change.ts'
import { readFields, typedFrom, typedIn, type Field, type Typed } from './form-field.ts'
import { FormPage, type FormPageProps } from './form-page.tsx'
import type { PlanDeps } from './plan-deps.ts'
import {
  actionsOf,
  recommendationsOf,
  type ActionBranch,
  type PlanTree,
  type RecommendationBranch,
} from './plan-tree.ts'
import { toRow } from './row-case.ts'
import {
  EVIDENCE_FIELDS,
  measureFields,
  MILESTONE_FIELDS,
  NEW_ACTION_FIELDS,
  RECOMMENDATION_FIELDS,
  SUBJECT_WORDS,
  THEME_FIELDS,
} from './thing-forms.ts'
import { add, amend, theThing, writing, type Writing } from './thing-store.ts'
import type { Draft, Things } from './thing.ts'
import { planTree } from './tree-store.ts'

/** Where in the plan a form stands, for its way back. */
interface Place {
  crumbs: FormPageProps['breadcrumbs']
  href: string
  caption: string
}

/** How the things of one kind are added and changed. An action is changed by a form of its own. */
interface Kind<Name extends Subject> {
  name: Name
  /** Of its addresses. */
  plural: string
  fields: (thing: Things[Name] | null) => readonly Field[]
  /** The answers that a new form opens with. */
  opening?: (tree: PlanTree, under: string) => Record<string, unknown>
  /** Throws NotFound when there is nothing of that id to stand under. */
  place: (tree: PlanTree, under: string) => Place
  under: (thing: Things[Name]) => string
  /** What a new thing has besides its answers. */
  rest: (
    tree: PlanTree,
    under: string,
    answers: Record<string, unknown>,
    now: { at: Instant; by: string },
  ) => Partial<Draft<Name>>
  /** In place of plainly adding it. */
  add?: (open: Writing, draft: Draft<Name>) => Promise<string>
}

const planCrumb = { text: 'Plan', href: '/plan' }

function recommendationPlace(tree: PlanTree, id: string): Place & { recommendation: RecommendationBranch } {
  const recommendation = recommendationsOf(tree).find((found) => found.id === id)
  if (!recommendation) throw new NotFound(`There is no recommendation ${id}`)
  return {
    recommendation,
    crumbs: actionCrumbs(recommendation),
    href: `/plan/recommendations/${id}`,
    caption: recommendation.ref,
  }
}

function actionPlace(tree: PlanTree, id: string): Place & { action: ActionBranch } {
  for (const recommendation of recommendationsOf(tree)) {
    const action = recommendation.actions.find((found) => found.id === id)
    const href = `/plan/actions/${id}`
    if (action) {
      const crumbs = [...actionCrumbs(recommendation), { text: `Action ${action.ref}`, href }]
      return { action, crumbs, href, caption: `${recommendation.ref} · action ${action.ref}` }
    }
  }
  throw new NotFound(`There is no action ${id}`)
}

/** A measure stands under an action or a recommendation. */
const eitherPlace = (tree: PlanTree, id: string): Place =>
  actionsOf(tree).some((action) => action.id === id) ? actionPlace(tree, id) : recommendationPlace(tree, id)

const nextPosition = (things: readonly { position: number }[]): number =>
  Math.max(0, ...things.map(({ position }) => position)) + 1

/** `3.2 M3`: one more than the highest number that the action has used. */
function nextRef(action: ActionBranch, things: readonly { ref: string }[], letter: string): string {
  const numbers = things.map(({ ref }) => Number(ref.match(/(\d+)$/)?.[1] ?? 0))
  return `${action.ref} ${letter}${Math.max(0, ...numbers) + 1}`
}

const themes: Kind<'theme'> = {
  name: 'theme',
  plural: 'themes',
  fields: () => THEME_FIELDS,
  place: () => ({ crumbs: [planCrumb], href: '/plan', caption: 'Plan' }),
  under: () => '',
  rest: (tree) => ({ position: nextPosition(tree.themes) }),
}

const recommendations: Kind<'recommendation'> = {
  name: 'recommendation',
  plural: 'recommendations',
  fields: () => RECOMMENDATION_FIELDS,
  place: (tree, id) => {
    const theme = tree.themes.find((found) => found.id === id)
    if (!theme) throw new NotFound(`There is no theme ${id}`)
    const href = `/plan?theme=${encodeURIComponent(theme.ref)}`
    return { crumbs: [planCrumb, { text: theme.title, href }], href, caption: theme.title }
  },
  under: ({ themeId }) => themeId,
  rest: (tree, themeId) => ({ themeId, position: nextPosition(recommendationsOf(tree)) }),
}

const actions: Kind<'action'> = {
  name: 'action',
  plural: 'actions',
  fields: () => NEW_ACTION_FIELDS,
  opening: (tree, under) => {
    const { recommendation } = recommendationPlace(tree, under)
    const number = recommendation.ref.match(/\d+$/)?.[0]
    const taken = recommendation.actions.map(({ ref }) => Number(ref.match(/(\d+)$/)?.[1] ?? 0))
    return { ref: number ? `${number}.${Math.max(0, ...taken) + 1}` : '' }
  },
  place: recommendationPlace,
  under: ({ recommendationId }) => recommendationId,
  rest: (_, recommendationId, answers) => ({
    recommendationId,
    baselineDueOn: answers['dueOn'] as Draft<'action'>['dueOn'],
    progress: 'not_started',
    deliveredOn: null,
    embeddedOn: null,
  }),
}

const milestones: Kind<'milestone'> = {
  name: 'milestone',
  plural: 'milestones',
  fields: () => MILESTONE_FIELDS,
  place: actionPlace,
  under: ({ actionId }) => actionId,
  rest: (tree, actionId) => {
    const { action } = actionPlace(tree, actionId)
    return { actionId, ref: nextRef(action, action.milestones, 'M') }
  },
}

const evidence: Kind<'evidence'> = {
  name: 'evidence',
  plural: 'evidence',
  fields: () => EVIDENCE_FIELDS,
  place: actionPlace,
  under: ({ actionId }) => actionId,
  rest: (tree, actionId, _, { at, by }) => {
    const { action } = actionPlace(tree, actionId)
    return { actionId, ref: nextRef(action, action.evidence, 'E'), uploadedAt: at, uploadedBy: by }
  },
}

const seriesChoices = () =>
  catalogue().map(({ id, title, label }) => ({ value: id, text: label ? `${title}, ${label}` : title }))

const measures: Kind<'measure'> = {
  name: 'measure',
  plural: 'measures',
  fields: (binding) => measureFields(binding ? null : seriesChoices()),
  opening: () => ({ months_to_hold: 3 }),
  place: eitherPlace,
  under: (binding: Binding) => binding.actionId ?? binding.recommendationId ?? '',
  rest: (tree, under) => {
    const ofAction = actionsOf(tree).some((action) => action.id === under)
    return { actionId: ofAction ? under : null, recommendationId: ofAction ? null : under, removedOn: null }
  },
  add: bindMeasure,
}

type AnyDraft = { [Name in Subject]: Draft<Name> }[Subject]

/** Why a new thing cannot be added beside what the plan has; nothing when it can. */
function taken(tree: PlanTree, kind: Subject, answers: Record<string, unknown>, under: string): FieldErrors {
  const all = [...tree.themes, ...recommendationsOf(tree), ...actionsOf(tree)]
  const { ref, seriesId } = answers
  if (typeof ref === 'string' && all.some((thing) => thing.ref === ref))
    return { ref: `${ref} is already in the plan: give this ${kind} another reference` }
  const bound =
    [...recommendationsOf(tree), ...actionsOf(tree)].find(({ id }) => id === under)?.bindings ?? []
  if (kind === 'measure' && bound.some((binding) => binding.seriesId === seriesId))
    return { series_id: 'This measure is bound to it already: choose another' }
  return {}
}

/** The pages on which the plan's things are added and changed. */
export function thingRoutes(deps: PlanDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  for (const kind of [themes, recommendations, milestones, measures, evidence]) {
    addingRoutes(app, deps, kind as unknown as Kind<Subject>)
    changingRoutes(app, deps, kind as unknown as Kind<Subject>)
  }
  addingRoutes(app, deps, actions as unknown as Kind<Subject>)
  return app
}

/** "theme", "recommendation" and so on, inside a sentence. */
const word = (kind: Kind<Subject>) =>
  (kind.name === 'evidence' ? 'evidence' : `a ${kind.name}`).replace('a action', 'an action')

function addingRoutes(app: Hono<WebEnv>, { records, clock }: PlanDeps, kind: Kind<Subject>): void {
  const fields = () => kind.fields(null)
  const form = (c: Context<WebEnv>, place: Place, typed: Typed, errors: FieldErrors) =>
    c.html(
      <FormPage
        frame={c.var.frame}
        title={kind.name === 'measure' ? 'Bind a measure' : `Add ${word(kind)}`}
        caption={place.caption}
        breadcrumbs={place.crumbs}
        fields={fields()}
        typed={typed}
        errors={errors}
        version={null}
        cancelHref={place.href}
        button={kind.name === 'measure' ? 'Bind' : 'Add'}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    )
  app.get(`/${kind.plural}/new`, async (c) => {
    allow(c.var.person, 'plan:write')
    const tree = await planTree(records, allow(c.var.person, 'plan:read'))
    const under = c.req.query('under') ?? ''
    return form(c, kind.place(tree, under), typedFrom(fields(), kind.opening?.(tree, under) ?? {}), {})
  })
  app.post(`/${kind.plural}/new`, async (c) => {
    const pass = allow(c.var.person, 'plan:write')
    const tree = await planTree(records, allow(c.var.person, 'plan:read'))
    const under = c.req.query('under') ?? ''
    const place = kind.place(tree, under)
    const typed = typedIn(fields(), await c.req.parseBody())
    const answers = readFields(fields(), typed)
    if (!answers.ok) return form(c, place, typed, answers.errors)
    const errors = taken(tree, kind.name, answers.value, under)
    if (Object.keys(errors).length > 0) return form(c, place, typed, errors)
    const now = { at: instantText(clock.now()), by: pass.person.name }
    const draft = { ...answers.value, ...kind.rest(tree, under, answers.value, now) } as AnyDraft
    const id = await writing(records, pass, clock, (open) =>
      kind.add ? kind.add(open, draft) : add(open, kind.name, draft),
    )
    return c.redirect(pageAfter(kind.name, id, draft, place), 303)
  })
}

/** A new recommendation or action is shown; anything else is seen on the page that it was added from. */
function pageAfter(kind: Subject, id: string, draft: AnyDraft, place: Place): string {
  if (kind === 'recommendation' || kind === 'action') return `/plan/${kind}s/${id}`
  if (kind === 'theme' && 'ref' in draft) return `/plan?theme=${encodeURIComponent(draft.ref)}`
  return place.href
}

function changingRoutes(app: Hono<WebEnv>, { records, clock }: PlanDeps, kind: Kind<Subject>): void {
  const address = `/${kind.plural}/:id/change`
  interface Asked {
    thing: Things[Subject]
    tree: PlanTree
    typed: Typed
    errors: FieldErrors
    saved?: Typed
  }
  const saved = (thing: Things[Subject]) => typedFrom(kind.fields(thing), toRow(thing))
  const form = (c: Context<WebEnv>, { thing, tree, typed, errors, saved }: Asked) => {
    const place = kind.place(tree, kind.under(thing))
    const own = kind.name === 'recommendation' ? `/plan/recommendations/${thing.id}` : place.href
    const title = `Change this ${kind.name === 'evidence' ? 'evidence' : SUBJECT_WORDS[kind.name].toLowerCase()}`
    return c.html(
      <FormPage
        frame={c.var.frame}
        title={title}
        caption={place.caption}
        breadcrumbs={place.crumbs}
        fields={kind.fields(thing)}
        typed={typed}
        errors={errors}
        version={thing.version}
        cancelHref={own}
        conflict={saved ? { saved } : undefined}
      />,
      saved ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
    )
  }
  app.get(address, async (c) => {
    const thing = await theThing(
      records,
      allow(c.var.person, 'plan:write'),
      kind.name,
      c.req.param('id') ?? '',
    )
    const tree = await planTree(records, allow(c.var.person, 'plan:read'))
    return form(c, { thing, tree, typed: saved(thing), errors: {} })
  })
  app.post(address, async (c) => {
    const pass = allow(c.var.person, 'plan:write')
    const tree = await planTree(records, allow(c.var.person, 'plan:read'))
    const thing = await theThing(records, pass, kind.name, c.req.param('id') ?? '')
    const body = await c.req.parseBody()
    const typed = typedIn(kind.fields(thing), body)
    const answers = readFields(kind.fields(thing), typed)
    // The form speaks of the version it was filled from, until a conflict has been seen.
    const version = Number(body['version'])
    if (!answers.ok) return form(c, { thing: { ...thing, version }, tree, typed, errors: answers.errors })
    if ('ref' in answers.value && 'ref' in thing && answers.value['ref'] !== thing.ref) {
      const errors = taken(tree, kind.name, answers.value, '')
      if (Object.keys(errors).length > 0)
        return form(c, { thing: { ...thing, version }, tree, typed, errors })
    }
    try {
      await writing(records, pass, clock, (open) => amend(open, kind.name, thing.id, version, answers.value))
    } catch (error) {
      if (!(error instanceof Stale)) throw error
      const now = await theThing(records, pass, kind.name, thing.id)
      return form(c, { thing: now, tree, typed, errors: {}, saved: saved(now) })
    }
    const place = kind.place(tree, kind.under(thing))
    return c.redirect(kind.name === 'recommendation' ? `/plan/recommendations/${thing.id}` : place.href, 303)
  })
}
