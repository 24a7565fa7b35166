import { Hono, type Context } from 'hono'
import { allow, type Person, type WebEnv } from '../access/index.ts'
import { shownTracked } from '../performance/index.ts'
import { Stale, type FieldErrors } from '../platform/errors.ts'
import {
  addRecord,
  changeRecord,
  getRecord,
  instantText,
  readForm,
  typedFrom,
  typedIn,
  type Fields,
  type RecordOf,
  type Typed,
} from '../records/index.ts'
import { FormPage } from '../records/web.ts'
import {
  actionItem,
  evidenceItem,
  measureItem,
  milestoneItem,
  recommendationItem,
  themeItem,
  type PlanItem,
} from './item-forms.ts'
import type { Place } from './item-place.ts'
import type { PlanDeps } from './plan-deps.ts'
import { planTransaction } from './plan-items.ts'
import type { PlanTree } from './plan-tree.ts'
import { planTree } from './tree-store.ts'

/** The pages on which the plan's items are added and changed. */
export function itemRoutes(deps: PlanDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  for (const routes of [
    routesOf(deps, themeItem),
    routesOf(deps, recommendationItem),
    routesOf(deps, milestoneItem),
    routesOf(deps, measureItem),
    routesOf(deps, evidenceItem),
    routesOf(deps, actionItem),
  ]) {
    app.route('/', routes)
  }
  return app
}

function routesOf<Shape extends Fields>(deps: PlanDeps, item: PlanItem<Shape>): Hono<WebEnv> {
  const app = new Hono<WebEnv>()
  addingRoutes(app, deps, item)
  if (item.changeForm) changingRoutes(app, deps, item, item.changeForm)
  return app
}

function addingRoutes<Shape extends Fields>(
  app: Hono<WebEnv>,
  { records, clock }: PlanDeps,
  item: PlanItem<Shape>,
): void {
  const { kind } = item
  const fieldsFor = async (person: Person) =>
    item.newForm(item.namesMeasure ? await shownTracked(records, allow(person, 'figures:read')) : [])
  const form = (c: Context<WebEnv>, place: Place, fields: Fields, typed: Typed, errors: FieldErrors = {}) =>
    c.html(
      <FormPage
        frame={c.var.frame}
        section="/plan"
        title={item.title}
        caption={place.caption}
        breadcrumbs={place.crumbs}
        fields={fields}
        typed={typed}
        errors={errors}
        version={null}
        cancelHref={place.href}
        button={item.button ?? 'Add'}
      />,
      Object.keys(errors).length > 0 ? 422 : 200,
    )
  app.get(`/${item.plural}/new`, async (c) => {
    allow(c.var.person, 'plan:write')
    const tree = await planTree(records, allow(c.var.person, 'plan:read'))
    const under = c.req.query('under') ?? ''
    const fields = await fieldsFor(c.var.person)
    const opening = typedFrom(fields, item.opening?.(tree, under) ?? {})
    return form(c, item.place(tree, under), fields, opening)
  })
  app.post(`/${item.plural}/new`, async (c) => {
    const pass = allow(c.var.person, 'plan:write')
    const tree = await planTree(records, allow(c.var.person, 'plan:read'))
    const under = c.req.query('under') ?? ''
    const place = item.place(tree, under)
    const fields = await fieldsFor(c.var.person)
    const typed = typedIn(fields, await c.req.parseBody())
    const read = readForm(fields, typed)
    if (!read.ok) return form(c, place, fields, typed, read.errors)
    const answers = kind.change.parse(read.value)
    const errors = item.taken?.(tree, under, answers, null) ?? {}
    if (Object.keys(errors).length > 0) return form(c, place, fields, typed, errors)
    const now = { at: instantText(clock.now()), by: pass.person.name }
    const draft = kind.draft.parse({ ...answers, ...item.rest(tree, under, answers, now) })
    const id = await planTransaction(records, pass, clock, (open) =>
      item.add ? item.add(open, draft) : addRecord(open, kind, draft),
    )
    return c.redirect(item.addedPage?.(id, draft) ?? place.href, 303)
  })
}

interface ChangeAsked<Shape extends Fields> {
  record: RecordOf<Shape>
  tree: PlanTree
  typed: Typed
  errors: FieldErrors
  version?: number
  saved?: Typed
}

const pageOf = <Shape extends Fields>(
  item: PlanItem<Shape>,
  tree: PlanTree,
  record: RecordOf<Shape>,
): string => item.changedPage?.(record.id) ?? item.place(tree, item.under(record)).href

function changeForm<Shape extends Fields>(
  c: Context<WebEnv>,
  item: PlanItem<Shape>,
  fields: Fields,
  { record, tree, typed, errors, version, saved }: ChangeAsked<Shape>,
) {
  const place = item.place(tree, item.under(record))
  return c.html(
    <FormPage
      frame={c.var.frame}
      section="/plan"
      title={`Change this ${item.kind.words.one}`}
      caption={place.caption}
      breadcrumbs={place.crumbs}
      fields={fields}
      typed={typed}
      errors={errors}
      version={version ?? record.version}
      cancelHref={pageOf(item, tree, record)}
      conflict={saved ? { saved } : undefined}
    />,
    saved ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}

function changingRoutes<Shape extends Fields>(
  app: Hono<WebEnv>,
  { records, clock }: PlanDeps,
  item: PlanItem<Shape>,
  fields: Fields,
): void {
  const { kind } = item
  const address = `/${item.plural}/:id/change`
  const form = (c: Context<WebEnv>, asked: ChangeAsked<Shape>) => changeForm(c, item, fields, asked)
  app.get(address, async (c) => {
    const record = await getRecord(records, allow(c.var.person, 'plan:write'), kind, c.req.param('id') ?? '')
    const tree = await planTree(records, allow(c.var.person, 'plan:read'))
    return form(c, { record, tree, typed: typedFrom(fields, record), errors: {} })
  })
  app.post(address, async (c) => {
    const pass = allow(c.var.person, 'plan:write')
    const tree = await planTree(records, allow(c.var.person, 'plan:read'))
    const record = await getRecord(records, pass, kind, c.req.param('id') ?? '')
    const body = await c.req.parseBody()
    const typed = typedIn(fields, body)
    // The form speaks of the version it was filled from, until a conflict has been seen.
    const version = Number(body['version'])
    const read = readForm(fields, typed)
    if (!read.ok) return form(c, { record, tree, typed, errors: read.errors, version })
    const change = kind.change.parse(read.value)
    const errors = item.taken?.(tree, '', change, record.id) ?? {}
    if (Object.keys(errors).length > 0) return form(c, { record, tree, typed, errors, version })
    try {
      await planTransaction(records, pass, clock, (open) =>
        changeRecord(open, kind, record.id, version, change),
      )
    } catch (error) {
      if (!(error instanceof Stale)) throw error
      const now = await getRecord(records, pass, kind, record.id)
      return form(c, { record: now, tree, typed, errors: {}, saved: typedFrom(fields, now) })
    }
    return c.redirect(pageOf(item, tree, record), 303)
  })
}
