import { Hono, type Context } from 'hono'
import { allow, may, type Person, type WebEnv } from '../access/index.ts'
import { NotFound, Refused, Stale, type FieldErrors } from '../platform/errors.ts'
import type { Records } from '../platform/records.ts'
import {
  changeRecord,
  errorsOf,
  readable,
  readForm,
  typedFrom,
  typedIn,
  type Typed,
} from '../records/index.ts'
import { FormPage } from '../records/web.ts'
import { actionKind } from './action.ts'
import { ActionPage, actionCrumbs } from './action-page.tsx'
import { boundMeasures, notHeld } from './bound-measures.ts'
import { History } from './history-view.tsx'
import type { PlanDeps } from './plan-deps.ts'
import { actionDraft, actionFaults, actionForm, confirmForm, type ActionAnswers } from './plan-fields.ts'
import { planTransaction } from './plan-items.ts'
import { measuresFor, recommendationsOf, type ActionNode, type RecommendationNode } from './plan-tree.ts'
import { confirmRating, giveRating, type Verdict } from './rating-store.ts'
import { planTree } from './tree-store.ts'

interface Found {
  action: ActionNode
  recommendation: RecommendationNode
}

/** An action's page, the form that changes it, and the clinic's confirmation of its rating. */
export function actionRoutes(deps: PlanDeps): Hono<WebEnv> {
  const { records, clock } = deps
  return new Hono<WebEnv>()
    .get('/actions/:id', async (c) => {
      const { person, frame } = c.var
      return c.html(
        <ActionPage
          frame={frame}
          today={clock.today()}
          {...await findAction(c, records)}
          mayWrite={may(person, 'plan:write')}
          mayConfirm={may(person, 'plan:confirm')}
        />,
      )
    })
    .get('/actions/:id/change', async (c) => {
      allow(c.var.person, 'plan:write')
      const found = await findAction(c, records)
      return changeForm(c, found, { typed: savedOf(found.action), errors: {} })
    })
    .post('/actions/:id/change', (c) => changeAction(c, deps))
    .get('/actions/:id/rating', async (c) => {
      allow(c.var.person, 'plan:confirm')
      return ratingForm(c, await findAction(c, records), {}, {})
    })
    .post('/actions/:id/rating', async (c) => {
      const pass = allow(c.var.person, 'plan:confirm')
      const found = await findAction(c, records)
      const typed = typedIn(confirmForm, await c.req.parseBody())
      const answers = readForm(confirmForm, typed)
      if (!answers.ok) return ratingForm(c, found, typed, answers.errors)
      const { rating, ratingReason } = answers.value
      const given = await confirmRating(records, pass, clock, found.action.id, {
        rating,
        reason: ratingReason,
      })
      if (!given.ok) return ratingForm(c, found, typed, given.errors)
      return c.redirect(`/plan/actions/${found.action.id}`, 303)
    })
}

async function findAction(c: Context<WebEnv>, records: Records): Promise<Found> {
  const id = c.req.param('id')
  const tree = await planTree(records, allow(c.var.person, 'plan:read'))
  for (const recommendation of recommendationsOf(tree)) {
    const action = recommendation.actions.find((found) => found.id === id)
    if (action) return { action, recommendation }
  }
  throw new NotFound(`There is no action ${id}`)
}

async function changeAction(c: Context<WebEnv>, { records, clock, pool }: PlanDeps) {
  const pass = allow(c.var.person, 'plan:write')
  const found = await findAction(c, records)
  const { action } = found
  const body = await c.req.parseBody()
  const fields = actionForm(action)
  const typed = typedIn(fields, body)
  const version = Number(body['version'])
  const read = readForm(fields, typed)

  // What can be read is judged too, so that the page shows everything that is wrong at once.
  const answers = { ...actionAsAnswers(action), ...(read.ok ? read.value : readable(fields, typed)) }
  const becomesEmbedded = answers.progress === 'embedded' && action.progress !== 'embedded'
  const held = becomesEmbedded ? await whyNotHeld(pool, pass.person, found) : null
  const errors = {
    ...errorsOf(actionFaults(answers, action, clock.today(), held)),
    ...(read.ok ? {} : read.errors),
  }
  if (Object.keys(errors).length > 0) return changeForm(c, found, { typed, errors, version })

  try {
    await planTransaction(records, pass, clock, async (open) => {
      await changeRecord(open, actionKind, action.id, version, actionDraft(answers), answers.reason)
      if (answers.rating === null) return
      const verdict: Verdict = { rating: answers.rating, reason: answers.ratingReason }
      const given = await giveRating(open, action.id, 'proposed', verdict)
      if (!given.ok) throw new Refused(Object.values(given.errors).join(' '))
    })
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    const now = await findAction(c, records)
    return changeForm(c, now, { typed, errors: {}, saved: savedOf(now.action) })
  }
  return c.redirect(`/plan/actions/${action.id}`, 303)
}

const whyNotHeld = async (pool: PlanDeps['pool'], person: Person, { action, recommendation }: Found) =>
  notHeld(
    await boundMeasures(await pool.current(person.council), person, measuresFor(action, recommendation)),
  )

const savedOf = (action: ActionNode): Typed => typedFrom(actionForm(action), action)

const actionAsAnswers = (action: ActionNode): ActionAnswers => ({
  title: action.title,
  owner: action.owner,
  startOn: action.startOn,
  dueOn: action.dueOn,
  progress: action.progress,
  deliveredOn: action.deliveredOn,
  embeddedOn: action.embeddedOn,
  note: action.note,
  reason: '',
  rating: null,
  ratingReason: '',
})

function changeForm(
  c: Context<WebEnv>,
  { action, recommendation }: Found,
  asked: { typed: Typed; errors: FieldErrors; version?: number; saved?: Typed },
) {
  const wrong = Object.keys(asked.errors).length > 0
  return c.html(
    <FormPage
      frame={c.var.frame}
      section="/plan"
      title="Change this action"
      caption={`${recommendation.ref} · action ${action.ref}`}
      breadcrumbs={[
        ...actionCrumbs(recommendation),
        { text: `Action ${action.ref}`, href: `/plan/actions/${action.id}` },
      ]}
      fields={actionForm(action)}
      typed={asked.typed}
      errors={asked.errors}
      version={asked.version ?? action.version}
      cancelHref={`/plan/actions/${action.id}`}
      conflict={asked.saved ? { saved: asked.saved } : undefined}
    >
      <Happened action={action} />
    </FormPage>,
    asked.saved ? 409 : wrong ? 422 : 200,
  )
}

function ratingForm(
  c: Context<WebEnv>,
  { action, recommendation }: Found,
  typed: Typed,
  errors: FieldErrors,
) {
  return c.html(
    <FormPage
      frame={c.var.frame}
      section="/plan"
      title="Confirm a rating"
      caption={`${recommendation.ref} · action ${action.ref}: ${action.title}`}
      breadcrumbs={[
        ...actionCrumbs(recommendation),
        { text: `Action ${action.ref}`, href: `/plan/actions/${action.id}` },
      ]}
      fields={confirmForm}
      typed={typed}
      errors={errors}
      version={null}
      cancelHref={`/plan/actions/${action.id}`}
      button="Confirm"
    >
      <Happened action={action} />
    </FormPage>,
    Object.keys(errors).length > 0 ? 422 : 200,
  )
}

const Happened = ({ action }: { action: ActionNode }) => (
  <>
    <h2>What has happened to it</h2>
    <History ratings={action.ratings} changes={action.changes} />
  </>
)
