import { Hono, type Context } from 'hono'
import { allow, may, ROLES, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { Refused, Stale, type FieldErrors } from '../../platform/errors.ts'
import type { Services } from '../../platform/room.ts'
import { planClinics } from '../permissions.ts'
import { actionsOf } from './action-store.ts'
import { clinic, clinicHref, coversTeams, teamsOf, type Clinic } from './clinic.ts'
import { readClinic, typedClinicFrom, typedClinicIn, type TypedClinic } from './clinic-form.ts'
import { ClinicFormPage } from './clinic-form-page.tsx'
import { CancelPage } from './cancel-page.tsx'
import { cancelClinic, changeClinic, clinicOf, clinicsOf, planClinic, refuseClosed } from './clinic-store.ts'
import { ClinicsPage, titlesOf, type ActionCounts } from './clinics-page.tsx'

type Deps = Pick<Services, 'records' | 'clock' | 'pool' | 'ask'>

interface Sent {
  sent: TypedClinic
  errors: FieldErrors
  version: number | null
  saved: string | null
}

/** What a clinic goes through unless others are chosen. */
const FIRST_LISTS = 'drift'

/** Clinics planned and held; mounted at `/clinics`. */
export const clinicRoutes = (deps: Deps) =>
  new Hono<WebEnv>()
    .get('/', async (c) => {
      const { clinics, counted } = await clinicsWithActions(deps, c)
      const { person, frame } = c.var
      const mayPlan = may(person, planClinics)
      return c.html(<ClinicsPage frame={frame} clinics={clinics} actionsOf={counted} mayPlan={mayPlan} />)
    })
    .get('/new', async (c) => {
      allow(c.var.person, planClinics)
      const teams = await teamsFor(deps, c)
      const sent = typedClinicFrom({
        chair: ROLES[c.var.person.role].title,
        lists: FIRST_LISTS,
        ...(c.var.person.scope.kind === 'team' && { teams: teams.join('\n') }),
      })
      return await showForm(deps, c, null, { sent, errors: {}, version: null, saved: null })
    })
    .post('/new', async (c) => {
      const pass = allow(c.var.person, planClinics)
      const sent = typedClinicIn(await c.req.parseBody({ all: true }))
      const read = readClinic(sent, await teamsFor(deps, c))
      if (!read.ok)
        return await showForm(deps, c, null, { sent, errors: read.errors, version: null, saved: null })
      const id = await planClinic(deps.records, pass, deps.clock, read.value)
      return c.redirect(clinicHref(id), 303)
    })
    .route('/', changeRoutes(deps))

/** Changes and cancels a clinic that has not closed. */
const changeRoutes = (deps: Deps) =>
  new Hono<WebEnv>()
    .get('/:id/change', async (c) => {
      const found = await ownClinic(deps, c)
      return await showForm(deps, c, found, {
        sent: typedClinicFrom(found),
        errors: {},
        version: found.version,
        saved: null,
      })
    })
    .post('/:id/change', async (c) => {
      const found = await ownClinic(deps, c)
      const body = await c.req.parseBody({ all: true })
      const sent = typedClinicIn(body)
      const version = Number(body['version'])
      const read = readClinic(sent, [...new Set([...teamsOf(found), ...(await teamsFor(deps, c))])])
      if (!read.ok) return await showForm(deps, c, found, { sent, errors: read.errors, version, saved: null })
      try {
        const pass = allow(c.var.person, planClinics)
        await changeClinic(deps.records, pass, deps.clock, found.id, version, read.value)
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        const saved = `${clinic.nameOf(found)}, ${found.startsAt}; chair: ${found.chair}; with ${found.attending}; ${teamsOf(found).join(', ')}; ${titlesOf(found)}`
        return await showForm(deps, c, found, { sent, errors: {}, version: found.version, saved })
      }
      return c.redirect(clinicHref(found.id), 303)
    })
    .get('/:id/cancel', async (c) =>
      c.html(<CancelPage frame={c.var.frame} clinic={await ownClinic(deps, c)} error={null} />),
    )
    .post('/:id/cancel', async (c) => {
      const found = await ownClinic(deps, c)
      const body = await c.req.parseBody()
      const reason = typeof body['reason'] === 'string' ? body['reason'].trim() : ''
      if (reason === '')
        return c.html(
          <CancelPage frame={c.var.frame} clinic={found} error="Say why the clinic is cancelled" />,
          422,
        )
      const pass = allow(c.var.person, planClinics)
      await cancelClinic(deps.records, pass, deps.clock, found.id, Number(body['version']), reason)
      return c.redirect('/clinics', 303)
    })

/** The clinics as a file; mounted beside the index, because its address has no slash. */
export const clinicsFile = (deps: Deps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { clinics, counted } = await clinicsWithActions(deps, c)
    return csvFile(
      'clinics',
      toCsv(
        [
          'clinic',
          'day',
          'time_and_place',
          'chair',
          'who_comes',
          'teams',
          'lists',
          'state',
          'children',
          'discussed',
          'nobody_answered',
          'promises',
          'kept',
          'not_kept',
          'cannot_tell',
          'actions',
          'actions_closed',
          'closed_by',
          'signed_off_by',
        ],
        clinics.map((of) => [
          of.title,
          of.heldOn,
          of.startsAt,
          of.chair,
          of.attending,
          teamsOf(of).join('; '),
          titlesOf(of),
          of.state,
          of.children,
          of.discussed,
          of.silent,
          of.promised,
          of.kept,
          of.notKept,
          of.cannotTell,
          counted(of).raised,
          counted(of).closed,
          of.closedBy,
          of.signedBy,
        ]),
      ),
    )
  })

export const csvFile = (name: string, body: string): Response =>
  new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'no-store',
    },
  })

async function clinicsWithActions({ records }: Deps, c: Context<WebEnv>) {
  const pass = allow(c.var.person, 'figures:read')
  const clinics = await clinicsOf(records, pass)
  const byClinic = Map.groupBy(await actionsOf(records, pass), ({ clinicId }) => clinicId)
  const counted = ({ id }: Clinic): ActionCounts => {
    const actions = byClinic.get(id) ?? []
    return { raised: actions.length, closed: actions.filter(({ closedOn }) => closedOn !== null).length }
  }
  return { clinics, counted }
}

/** The teams whose clinics the person may plan, of those in the data. */
async function teamsFor({ ask }: Deps, c: Context<WebEnv>): Promise<string[]> {
  const { scope } = c.var.person
  const own = scope.kind === 'team' || scope.kind === 'service' ? scope.teams : await ask('teamNames')
  return [...own].toSorted((a, b) => a.localeCompare(b, 'en-GB', { numeric: true }))
}

/** A clinic that the person may change: of their own teams, and not closed. */
async function ownClinic({ records }: Deps, c: Context<WebEnv>): Promise<Clinic> {
  const { person } = c.var
  allow(person, planClinics)
  const found = await clinicOf(records, allow(person, 'figures:read'), c.req.param('id') ?? '')
  if (!coversTeams(person, teamsOf(found)))
    throw new Refused('A manager plans the clinics of their own teams')
  refuseClosed(found)
  return found
}

async function showForm(
  deps: Deps,
  c: Context<WebEnv>,
  found: Clinic | null,
  { sent, errors, version, saved }: Sent,
) {
  const teams = await teamsFor(deps, c)
  return c.html(
    <ClinicFormPage
      frame={c.var.frame}
      title={found ? 'Change this clinic' : 'Plan a clinic'}
      sent={sent}
      errors={errors}
      teams={[...new Set([...(found ? teamsOf(found) : []), ...teams])]}
      version={version}
      cancelHref={found ? clinicHref(found.id) : '/clinics'}
      cancelClinicHref={found ? `${clinicHref(found.id)}/cancel` : null}
      saved={saved}
    />,
    saved ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
  )
}
