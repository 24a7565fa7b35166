import { Hono, type Context } from 'hono'
import { allow, may, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { Stale, type FieldErrors } from '../../platform/errors.ts'
import { day, historyOf, paragraph, readForm, typedFrom, typedIn, type Typed } from '../../records/index.ts'
import { keepActions } from '../permissions.ts'
import { actionView, actionsView } from './action-read.ts'
import { closeAction } from './action-store.ts'
import { ActionPage, ActionsPage } from './actions-page.tsx'
import { clinicAction } from './clinic-action.ts'
import type { ClinicDeps } from './clinic-read.ts'
import { csvFile } from './clinic-routes.tsx'

/** What closing an action asks. */
const CLOSING_FIELDS = {
  outcome: paragraph({ label: 'What came of it', required: 'Say what came of it' }),
  closedOn: day({ label: 'Done on', required: 'Enter the day on which it was done' }),
}

interface Sent {
  typed: Typed
  errors: FieldErrors
  isStale: boolean
}

/** Actions of clinics; mounted at `/clinics`, before the clinics themselves. */
export const actionRoutes = (deps: ClinicDeps) =>
  new Hono<WebEnv>()
    .get('/actions', async (c) => {
      const view = await actionsView(deps, c.var.person)
      const mineOnly = c.req.query('whose') === 'mine'
      return c.html(<ActionsPage frame={c.var.frame} view={view} mineOnly={mineOnly} />)
    })
    .get('/actions.csv', async (c) => {
      const { actions } = await actionsView(deps, c.var.person, 'export')
      return csvFile(
        'clinic-actions',
        toCsv(
          ['clinic', 'clinic_day', 'by', 'child_id', 'action', 'owner', 'team', 'done_on', 'outcome'],
          actions.map(({ action, child, clinic }) => [
            clinic?.title ?? null,
            clinic?.heldOn ?? null,
            action.dueOn,
            child?.id ?? null,
            action.action,
            action.owner,
            action.team,
            action.closedOn,
            action.outcome,
          ]),
        ),
      )
    })
    .get('/actions/:id', async (c) => await show(deps, c, null))
    .post('/actions/:id', async (c) => {
      const { person } = c.var
      const pass = allow(person, keepActions)
      const { action } = await actionView(deps, person, c.req.param('id'))
      const body = await c.req.parseBody()
      const typed = typedIn(CLOSING_FIELDS, body)
      const read = readForm(CLOSING_FIELDS, typed)
      if (!read.ok) return await show(deps, c, { typed, errors: read.errors, isStale: false })
      const { closedOn, outcome } = read.value
      const wrong =
        closedOn > deps.clock.today()
          ? 'The day it was done must be today or earlier'
          : closedOn < action.raisedOn
            ? 'The day it was done must not be before the clinic'
            : null
      if (wrong) return await show(deps, c, { typed, errors: { closed_on: wrong }, isStale: false })
      try {
        const looked = { id: action.id, version: Number(body['version']) }
        await closeAction(deps.records, pass, deps.clock, looked, { closedOn, outcome })
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        return await show(deps, c, { typed, errors: {}, isStale: true })
      }
      return c.redirect(`/clinics/actions/${action.id}`, 303)
    })

async function show(deps: ClinicDeps, c: Context<WebEnv>, sent: Sent | null) {
  const { person, frame } = c.var
  const found = await actionView(deps, person, c.req.param('id') ?? '')
  const pass = allow(person, 'figures:read')
  return c.html(
    <ActionPage
      frame={frame}
      found={found}
      changes={await historyOf(deps.records, pass, [clinicAction], found.action.id)}
      mayClose={may(person, keepActions)}
      typed={sent?.typed ?? typedFrom(CLOSING_FIELDS, { closedOn: deps.clock.today() })}
      errors={sent?.errors ?? {}}
      isStale={sent?.isStale ?? false}
    />,
    sent === null ? 200 : sent.isStale ? 409 : 422,
  )
}
