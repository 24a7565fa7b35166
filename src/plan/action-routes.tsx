import { Hono, type Context } from 'hono'
import { allow, may, type WebEnv } from '../access/index.ts'
import { NotFound, Refused, Stale, type FieldErrors } from '../platform/errors.ts'
import { ActionPage, actionCrumbs } from './action-page.tsx'
import { boundMeasures, notHeld } from './bound-measures.ts'
import { readFields, typedFrom, typedIn, type Typed } from './form-field.ts'
import { FormPage } from './form-page.tsx'
import { History } from './history.tsx'
import type { PlanDeps } from './plan-deps.ts'
import { measuresFor, recommendationsOf, type ActionBranch, type RecommendationBranch } from './plan-tree.ts'
import { confirmRating, giveRating, type Verdict } from './rating-store.ts'
import { toRow } from './row-case.ts'
import { actionDraft, actionFaults, actionFields, CONFIRM_FIELDS, type ActionAnswers } from './thing-forms.ts'
import { amend, writing } from './thing-store.ts'
import { planTree } from './tree-store.ts'

interface Found {
  action: ActionBranch
  recommendation: RecommendationBranch
}

/** An action's page, the form that changes it, and the clinic's confirmation of its rating. */
export function actionRoutes({ records, clock, pool }: PlanDeps): Hono<WebEnv> {
  const find = async (c: Context<WebEnv>): Promise<Found> => {
    const id = c.req.param('id')
    const tree = await planTree(records, allow(c.var.person, 'plan:read'))
    for (const recommendation of recommendationsOf(tree)) {
      const action = recommendation.actions.find((found) => found.id === id)
      if (action) return { action, recommendation }
    }
    throw new NotFound(`There is no action ${id}`)
  }

  return new Hono<WebEnv>()
    .get('/actions/:id', async (c) => {
      const { person, frame } = c.var
      return c.html(
        <ActionPage
          frame={frame}
          today={clock.today()}
          {...await find(c)}
          mayWrite={may(person, 'plan:write')}
          mayConfirm={may(person, 'plan:confirm')}
        />,
      )
    })
    .get('/actions/:id/change', async (c) => {
      allow(c.var.person, 'plan:write')
      const found = await find(c)
      return changeForm(c, found, { typed: savedOf(found.action), errors: {} })
    })
    .post('/actions/:id/change', async (c) => {
      const pass = allow(c.var.person, 'plan:write')
      const found = await find(c)
      const { action, recommendation } = found
      const body = await c.req.parseBody()
      const fields = actionFields(action)
      const typed = typedIn(fields, body)
      const version = Number(body['version'])
      const read = readFields(fields, typed)
      const again = (errors: FieldErrors) => changeForm(c, found, { typed, errors, version })

      // What can be read is judged too, so that everything wrong is said at once.
      const answers = {
        ...actionAsAnswers(action),
        ...(read.ok ? read.value : readable(fields, typed, read.errors)),
      }
      const held =
        answers.progress === 'embedded' && action.progress !== 'embedded'
          ? notHeld(
              await boundMeasures(
                await pool.current(pass.person.council),
                pass.person,
                measuresFor(action, recommendation),
              ),
            )
          : null
      const errors = {
        ...actionFaults(answers, action, clock.today(), held),
        ...(read.ok ? {} : read.errors),
      }
      if (Object.keys(errors).length > 0) return again(errors)

      try {
        await writing(records, pass, clock, async (open) => {
          await amend(open, 'action', action.id, version, actionDraft(answers), answers.reason)
          if (answers.rating === null) return
          const verdict: Verdict = { rating: answers.rating, reason: answers.ratingReason }
          const given = await giveRating(open, action.id, 'proposed', verdict)
          if (!given.ok) throw new Refused(Object.values(given.errors).join(' '))
        })
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        const now = await find(c)
        return changeForm(c, now, { typed, errors: {}, saved: savedOf(now.action) })
      }
      return c.redirect(`/plan/actions/${action.id}`, 303)
    })
    .get('/actions/:id/rating', async (c) => {
      allow(c.var.person, 'plan:confirm')
      return ratingForm(c, await find(c), {}, {})
    })
    .post('/actions/:id/rating', async (c) => {
      const pass = allow(c.var.person, 'plan:confirm')
      const found = await find(c)
      const typed = typedIn(CONFIRM_FIELDS, await c.req.parseBody())
      const answers = readFields(CONFIRM_FIELDS, typed)
      if (!answers.ok) return ratingForm(c, found, typed, answers.errors)
      const { rating, ratingReason } = answers.value as unknown as {
        rating: Verdict['rating']
        ratingReason: string
      }
      const given = await confirmRating(records, pass, clock, found.action.id, {
        rating,
        reason: ratingReason,
      })
      if (!given.ok) return ratingForm(c, found, typed, given.errors)
      return c.redirect(`/plan/actions/${found.action.id}`, 303)
    })
}

const savedOf = (action: ActionBranch): Typed => typedFrom(actionFields(action), toRow(action))

const actionAsAnswers = (action: ActionBranch): ActionAnswers => ({
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

/** The answers that could be read of a form with others that could not. */
function readable(
  fields: ReturnType<typeof actionFields>,
  typed: Typed,
  errors: FieldErrors,
): Partial<ActionAnswers> {
  const read = readFields(
    fields.filter(({ name }) => errors[name] === undefined),
    typed,
  )
  return read.ok ? read.value : {}
}

function changeForm(
  c: Context<WebEnv>,
  { action, recommendation }: Found,
  asked: { typed: Typed; errors: FieldErrors; version?: number; saved?: Typed },
) {
  const wrong = Object.keys(asked.errors).length > 0
  return c.html(
    <FormPage
      frame={c.var.frame}
      title="Change this action"
      caption={`${recommendation.ref} · action ${action.ref}`}
      breadcrumbs={[
        ...actionCrumbs(recommendation),
        { text: `Action ${action.ref}`, href: `/plan/actions/${action.id}` },
      ]}
      fields={actionFields(action)}
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
      title="Confirm a rating"
      caption={`${recommendation.ref} · action ${action.ref}: ${action.title}`}
      breadcrumbs={[
        ...actionCrumbs(recommendation),
        { text: `Action ${action.ref}`, href: `/plan/actions/${action.id}` },
      ]}
      fields={CONFIRM_FIELDS}
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

const Happened = ({ action }: { action: ActionBranch }) => (
  <>
    <h2>What has happened to it</h2>
    <History ratings={action.ratings} changes={action.changes} />
  </>
)
