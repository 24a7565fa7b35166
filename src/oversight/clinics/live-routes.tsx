import { Hono, type Context } from 'hono'
import { allow, may, ROLES, type WebEnv } from '../../access/index.ts'
import { formatDay } from '../../platform/day.ts'
import { NotFound, Stale, type FieldErrors } from '../../platform/errors.ts'
import { workingDayAfter } from '../../platform/working-days.ts'
import { instantText, readForm, typedFrom, typedIn, type Typed } from '../../records/index.ts'
import { ownersFor } from '../answers/answer-fields.tsx'
import { proposedAnswer, readAnswer, typedAnswer } from '../answers/answer-form.ts'
import { AnsweredMeanwhile, reasonsOf } from '../answers/answer-store.ts'
import type { ListAnswer } from '../answers/answer.ts'
import { answerLists, holdClinics, keepActions, planClinics } from '../permissions.ts'
import { addAction } from './action-store.ts'
import { clinicAction } from './clinic-action.ts'
import { clinicHref, coversTeams, mayHold, teamsOf } from './clinic.ts'
import type { ItemFormProps } from './clinic-item-form.tsx'
import { nextToDiscuss, type PackEntry } from './clinic-pack.ts'
import { ClinicPage } from './clinic-page.tsx'
import { PackPrintPage } from './pack-print.tsx'
import { clinicPageHref, readClinicQuery, type ClinicQuery } from './clinic-query.ts'
import { clinicView, type ClinicDeps, type ClinicView } from './clinic-read.ts'
import { clinicOf, closeClinic, reopenClinic, signOffClinic } from './clinic-store.ts'
import { inShow } from './clinic-table.tsx'
import { SaidMeanwhile, sayOf } from './item-store.ts'

/** What was sent about a clinic and could not be kept. */
interface Sent {
  status: 409 | 422
  item?: { typed: Typed; errors: FieldErrors; theirs: Theirs | null }
  action?: { typed: Typed; errors: FieldErrors }
  ending?: FieldErrors
}

/** What somebody else wrote first, and what a next try follows. */
interface Theirs {
  words: string
  afterAnswer: string | null
  afterItem: string | null
}

const { action, owner, dueOn } = clinicAction.fields
const ACTION_FIELDS = { action, owner, dueOn }

/** A clinic as it is held; mounted at `/clinics`. */
export const liveRoutes = (deps: ClinicDeps) =>
  new Hono<WebEnv>()
    .get('/:id', async (c) => {
      const query = readClinicQuery(c.req.query())
      return await show(deps, c, await clinicView(deps, c.var.person, c.req.param('id')), query, null)
    })
    .get('/:id/print', async (c) => {
      const { person, frame } = c.var
      allow(person, 'cases:read')
      const view = await clinicView(deps, person, c.req.param('id'), 'export')
      return c.html(<PackPrintPage frame={frame} view={view} printedBy={person.name} at={deps.clock.now()} />)
    })
    .post('/:id', async (c) => await sayItem(deps, c))
    .post('/:id/actions', async (c) => await postAction(deps, c))
    .post('/:id/close', async (c) => {
      const pass = allow(c.var.person, holdClinics)
      const view = await clinicView(deps, c.var.person, c.req.param('id'))
      const snapshot = await deps.pool.current(c.var.person.council)
      if (!snapshot || !view.pack) throw new NotFound('There is no data to hold a clinic on')
      const version = await versionIn(c)
      const held = { id: view.clinic.id, version }
      await closeClinic(deps.records, pass, deps.clock, held, { snapshot, pack: view.pack })
      return c.redirect(clinicHref(view.clinic.id), 303)
    })
    .post('/:id/sign-off', async (c) => {
      const pass = allow(c.var.person, holdClinics)
      const { id } = await clinicOf(deps.records, allow(c.var.person, 'figures:read'), c.req.param('id'))
      await signOffClinic(deps.records, pass, deps.clock, id, await versionIn(c))
      return c.redirect(clinicHref(id), 303)
    })
    .post('/:id/reopen', async (c) => {
      const pass = allow(c.var.person, holdClinics)
      const id = c.req.param('id')
      const body = await c.req.parseBody()
      const why = typeof body['why'] === 'string' ? body['why'].trim() : ''
      if (why === '') {
        const view = await clinicView(deps, c.var.person, id)
        const ending = { why: 'Say why the clinic is reopened' }
        return await show(deps, c, view, readClinicQuery({}), { status: 422, ending })
      }
      await reopenClinic(deps.records, pass, deps.clock, id, await versionIn(c), why)
      return c.redirect(clinicHref(id), 303)
    })

async function versionIn(c: Context<WebEnv>): Promise<number> {
  const version = Number((await c.req.parseBody())['version'])
  if (!Number.isInteger(version)) throw new Stale('The form says nothing of what it was filled from')
  return version
}

async function sayItem(deps: ClinicDeps, c: Context<WebEnv>) {
  const { person } = c.var
  const pass = allow(person, answerLists)
  const query = readClinicQuery(c.req.query())
  const view = await clinicView(deps, person, c.req.param('id') ?? '')
  const entry = openIn(view, query)
  if (!entry || view.asAt === null) throw new NotFound('There is no such child at the clinic')
  const body = await c.req.parseBody()
  const typed = typedAnswer(body)
  const textIn = (name: string) => (typeof body[name] === 'string' && body[name] !== '' ? body[name] : null)
  const isNothing = body['do'] === 'nothing'
  const reasons = await reasonsOf(deps.records, allow(person, 'figures:read'))
  const read = readAnswer(
    typed,
    reasons.map(({ title }) => title),
    { today: deps.clock.today(), now: instantText(deps.clock.now()) },
  )
  if (!isNothing && !read.ok)
    return await show(deps, c, view, query, {
      status: 422,
      item: { typed, errors: read.errors, theirs: null },
    })
  try {
    await sayOf(deps.records, pass, deps.clock, entry.row, !isNothing && read.ok ? read.value : null, {
      clinicId: view.clinic.id,
      asAt: view.asAt,
      afterAnswer: textIn('after'),
      afterItem: textIn('after_item'),
    })
  } catch (error) {
    const theirs = theirsIn(error, view, entry)
    if (!theirs) throw error
    const now = await clinicView(deps, person, view.clinic.id)
    return await show(deps, c, now, query, { status: 409, item: { typed, errors: {}, theirs } })
  }
  const next = body['do'] === 'save' ? null : nextToDiscuss(inShow(entriesOf(view), query), entry.key)
  return c.redirect(
    `${clinicPageHref(view.clinic.id, { ...query, open: next?.key ?? null })}${next ? '#plan' : ''}`,
    303,
  )
}

/** What somebody else was first with; null of any other error. */
function theirsIn(error: unknown, view: ClinicView, entry: PackEntry): Theirs | null {
  if (error instanceof AnsweredMeanwhile) {
    const { theirs } = error
    return { words: answerWords(theirs), afterAnswer: theirs.id, afterItem: entry.item?.id ?? null }
  }
  if (!(error instanceof SaidMeanwhile)) return null
  const { theirs } = error
  const words = theirs.outcome === 'nothing' ? `nothing new agreed, by ${theirs.saidBy}` : theirs.reason
  return { words, afterAnswer: theirs.answerId || latestAnswerId(view, entry), afterItem: theirs.id }
}

const answerWords = ({ answeredBy, reason, plan, owner, checkBackOn }: ListAnswer): string =>
  `${answeredBy}: ${reason}. ${plan} ${owner}, by ${formatDay(checkBackOn)}`

const latestAnswerId = (view: ClinicView, entry: PackEntry): string | null =>
  view.historyOf(entry)[0]?.id ?? null

async function postAction(deps: ClinicDeps, c: Context<WebEnv>) {
  const { person } = c.var
  const pass = allow(person, keepActions)
  const id = c.req.param('id') ?? ''
  const body = await c.req.parseBody()
  const typed = typedIn(ACTION_FIELDS, { ...body, owner: body['action_owner'] })
  const view = await clinicView(deps, person, id)
  const read = readForm(ACTION_FIELDS, typed)
  const faults: FieldErrors = read.ok
    ? read.value.dueOn < view.clinic.heldOn
      ? { due_on: 'The day by which it is done must not be before the clinic' }
      : {}
    : read.errors
  if (!read.ok || Object.keys(faults).length > 0) {
    const { owner: ofOwner, ...others } = faults
    const errors = { ...others, ...(ofOwner && { action_owner: ofOwner }) }
    return await show(deps, c, view, readClinicQuery({}), { status: 422, action: { typed, errors } })
  }
  await addAction(deps.records, pass, deps.clock, id, read.value)
  return c.redirect(clinicHref(id), 303)
}

const entriesOf = (view: ClinicView): PackEntry[] => view.teams.flatMap(({ entries }) => [...entries])

const openIn = (view: ClinicView, { open }: ClinicQuery): PackEntry | null =>
  entriesOf(view).find(({ key }) => key === open) ?? null

async function show(
  deps: ClinicDeps,
  c: Context<WebEnv>,
  view: ClinicView,
  query: ClinicQuery,
  sent: Sent | null,
) {
  const { person, frame } = c.var
  const { clinic } = view
  const isOpen = clinic.state === 'planned' && clinic.heldOn <= deps.clock.today()
  const mayWrite = may(person, answerLists) && isOpen
  const form = mayWrite && !query.projector ? await itemForm(deps, c, view, query, sent) : null
  const typed = sent?.action?.typed ?? typedFrom(ACTION_FIELDS, {})
  return c.html(
    <ClinicPage
      frame={frame}
      view={view}
      query={query}
      seesChildren={may(person, 'cases:read')}
      mayWrite={mayWrite}
      mayPlan={may(person, planClinics) && coversTeams(person, teamsOf(clinic))}
      form={form}
      actionForm={
        may(person, keepActions) && isOpen && !query.projector
          ? { frame, action: `${clinicHref(clinic.id)}/actions`, typed, errors: sent?.action?.errors ?? {} }
          : null
      }
      ending={{
        frame,
        clinic,
        counts: view.counts,
        mayHold:
          may(person, holdClinics) &&
          mayHold(person, clinic) &&
          !query.projector &&
          (isOpen || clinic.state === 'closed'),
        errors: sent?.ending ?? {},
      }}
    />,
    sent?.status ?? 200,
  )
}

async function itemForm(
  { records, clock }: ClinicDeps,
  c: Context<WebEnv>,
  view: ClinicView,
  query: ClinicQuery,
  sent: Sent | null,
): Promise<ItemFormProps | null> {
  const { person, frame } = c.var
  const entry = openIn(view, query)
  if (!entry) return null
  const { promise, agreed, row, item } = entry
  const before = agreed ?? promise
  const owners = ownersFor(row.worker, ROLES[person.role].title)
  const history = view.historyOf(entry)
  const next = nextToDiscuss(inShow(entriesOf(view), query), entry.key)
  const { theirs, typed, errors } = sent?.item ?? {}
  const proposed = {
    ...(agreed ?? { reason: promise?.reason ?? '', owner: promise?.owner ?? owners[0]! }),
    checkBackOn: workingDayAfter(clock.today(), 5),
  }
  return {
    frame,
    action: clinicPageHref(view.clinic.id, query),
    reasons: await reasonsOf(records, allow(person, 'figures:read')),
    owners: [...new Set([...owners, view.clinic.chair, ...(before ? [before.owner] : [])])],
    typed: typed ?? proposedAnswer(proposed),
    errors: errors ?? {},
    afterAnswer: theirs ? theirs.afterAnswer : (history[0]?.id ?? null),
    afterItem: theirs ? theirs.afterItem : (item?.id ?? null),
    theirs: theirs?.words ?? null,
    next: next?.number ?? null,
    laterHref: clinicPageHref(view.clinic.id, { ...query, open: next?.key ?? null }),
    history,
  }
}
