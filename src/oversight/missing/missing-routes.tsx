import { Hono, type Context } from 'hono'
import { allow, may, type WebEnv } from '../../access/index.ts'
import { Stale } from '../../platform/errors.ts'
import { historyOf, day, paragraph, readForm, typedIn } from '../../records/index.ts'
import { csvFile } from '../clinics/clinic-routes.tsx'
import { missingEpisode, returnStep, strategyDiscussion } from './episode.ts'
import { EpisodeFormPage, readEpisode, typedEpisode, typedFromEpisode } from './episode-form.tsx'
import { EpisodePage, type SentForm } from './episode-page.tsx'
import { addDiscussion, addEpisode, addStep, changeEpisode, takeUp } from './episode-store.ts'
import { missingCsv } from './missing-csv.ts'
import { MissingPage } from './missing-page.tsx'
import { MISSING_AT } from './places.ts'
import { missingEntry, missingView, type MissingDeps } from './missing-read.ts'
import { isIn, isPlace } from './missing-words.ts'
import { readMoment, typedMoment } from './moment-input.tsx'
import { recordMissing } from './permissions.ts'
import { readStep, typedStep } from './step-form.tsx'

const placeIn = (c: Context<WebEnv>) => {
  const asked = c.req.query('placed')
  return isPlace(asked) ? asked : 'anywhere'
}

/** Times missing; mounted at `/missing`, after the pages that have addresses of their own there. */
export const missingRoutes = (deps: MissingDeps) =>
  new Hono<WebEnv>()
    .get('/', async (c) => {
      const { person, frame } = c.var
      const view = await missingView(deps, person)
      return c.html(
        <MissingPage frame={frame} view={view} place={placeIn(c)} mayRecord={may(person, recordMissing)} />,
      )
    })
    .get('/new', (c) => {
      allow(c.var.person, recordMissing)
      return showForm(c, 'Record a time missing', typedFromEpisode({ cared: 'ours' }), {})
    })
    .post('/new', async (c) => {
      const pass = allow(c.var.person, recordMissing)
      const typed = typedEpisode(await c.req.parseBody())
      const read = readEpisode(typed)
      const title = 'Record a time missing'
      if (!read.ok) return showForm(c, title, typed, read.errors)
      const added = await addEpisode(deps, pass, read.value)
      return added.ok ? c.redirect(`${MISSING_AT}/${added.id}`, 303) : showForm(c, title, typed, added.errors)
    })
    .get('/:key', async (c) => await showEpisode(deps, c, null))
    .post('/:key/take-up', async (c) => {
      const pass = allow(c.var.person, recordMissing)
      const { entry } = await missingEntry(deps, c.var.person, c.req.param('key'))
      return c.redirect(`${MISSING_AT}/${await takeUp(deps, pass, entry)}`, 303)
    })
    .route('/', writingRoutes(deps))

const DISCUSSION_FIELDS = {
  heldOn: day({ label: 'Held on', required: 'Enter the day of the discussion' }),
  agreed: paragraph({ label: 'What was agreed' }),
}

const writingRoutes = (deps: MissingDeps) =>
  new Hono<WebEnv>()
    .get('/:key/change', async (c) => {
      allow(c.var.person, recordMissing)
      const record = await recordOf(deps, c)
      return showForm(c, 'Put a time missing right', typedFromEpisode(record), {}, record)
    })
    .post('/:key/change', async (c) => {
      const pass = allow(c.var.person, recordMissing)
      const record = await recordOf(deps, c)
      const body = await c.req.parseBody()
      const typed = typedEpisode({ ...body, child_id: record.childId })
      const title = 'Put a time missing right'
      const read = readEpisode(typed)
      if (!read.ok) return showForm(c, title, typed, read.errors, record)
      try {
        const errors = await changeEpisode(deps, pass, record, Number(body['version']), read.value)
        if (Object.keys(errors).length > 0) return showForm(c, title, typed, errors, record)
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        return showForm(c, title, typed, {}, record, true)
      }
      return c.redirect(`${MISSING_AT}/${record.id}`, 303)
    })
    .post('/:key/return', async (c) => {
      const pass = allow(c.var.person, recordMissing)
      const record = await recordOf(deps, c)
      const body = await c.req.parseBody()
      const typed = typedMoment('returned_at', body)
      const returnedAt = readMoment('returned_at', typed)
      const refuse = (fault: string) =>
        showEpisode(deps, c, { form: 'return', typed, errors: { returned_at: fault } })
      if (returnedAt === '') return await refuse('Enter when the child was back')
      const read = missingEpisode.fields.returnedAt.typed.safeParse(returnedAt)
      if (!read.success) return await refuse(read.error.issues[0]!.message)
      try {
        const errors = await changeEpisode(deps, pass, record, Number(body['version']), { returnedAt })
        if (errors['returned_at']) return await refuse(errors['returned_at'])
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        return await showEpisode(deps, c, { form: 'return', typed, errors: {}, isStale: true })
      }
      return c.redirect(`${MISSING_AT}/${record.id}`, 303)
    })
    .route('/', afterRoutes(deps))

/** What was done after the return, and the strategy discussion. */
const afterRoutes = (deps: MissingDeps) =>
  new Hono<WebEnv>()
    .post('/:key/steps', async (c) => {
      const pass = allow(c.var.person, recordMissing)
      const { view, entry } = await missingEntry(deps, c.var.person, c.req.param('key'))
      const body = await c.req.parseBody({ all: true })
      const typed = typedStep(body)
      const read = readStep(typed)
      if (!read.ok) return await showEpisode(deps, c, { form: 'step', typed, errors: read.errors })
      const named = [body['also']].flat()
      const also = view.entries.filter(
        ({ key, record }) => record && key !== entry.key && named.includes(key),
      )
      const errors = await addStep(deps, pass, entry, read.value, also)
      if (Object.keys(errors).length > 0) return await showEpisode(deps, c, { form: 'step', typed, errors })
      return c.redirect(`${MISSING_AT}/${entry.key}`, 303)
    })
    .post('/:key/discussion', async (c) => {
      const pass = allow(c.var.person, recordMissing)
      const { entry } = await missingEntry(deps, c.var.person, c.req.param('key'))
      const typed = typedIn(DISCUSSION_FIELDS, await c.req.parseBody())
      const read = readForm(DISCUSSION_FIELDS, typed)
      if (!read.ok) return await showEpisode(deps, c, { form: 'discussion', typed, errors: read.errors })
      const { heldOn, agreed } = read.value
      if (heldOn > deps.clock.today()) {
        const errors = { held_on: 'The day of the discussion must be today or earlier' }
        return await showEpisode(deps, c, { form: 'discussion', typed, errors })
      }
      await addDiscussion(deps, pass, entry.childId, { heldOn, note: agreed })
      return c.redirect(`${MISSING_AT}/${entry.key}#discussion`, 303)
    })

/** The same as a file; mounted beside the list, because its address has no slash. */
export const missingFile = (deps: MissingDeps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const view = await missingView(deps, c.var.person, 'export')
    const place = placeIn(c)
    return csvFile('missing', missingCsv(view.entries.filter((entry) => isIn(place, entry))))
  })

async function recordOf(deps: MissingDeps, c: Context<WebEnv>) {
  const { entry } = await missingEntry(deps, c.var.person, c.req.param('key') ?? '')
  if (!entry.record) throw new Stale('Take this time up from the files first')
  return entry.record
}

function showForm(
  c: Context<WebEnv>,
  title: string,
  typed: Parameters<typeof EpisodeFormPage>[0]['typed'],
  errors: Parameters<typeof EpisodeFormPage>[0]['errors'],
  record: { id: string; version: number } | null = null,
  isStale = false,
) {
  return c.html(
    <EpisodeFormPage
      frame={c.var.frame}
      title={title}
      typed={typed}
      errors={errors}
      version={record?.version ?? null}
      cancelHref={record ? `${MISSING_AT}/${record.id}` : MISSING_AT}
      isStale={isStale}
    />,
    isStale ? 409 : c.req.method === 'POST' ? 422 : 200,
  )
}

async function showEpisode(deps: MissingDeps, c: Context<WebEnv>, sent: SentForm | null) {
  const { person, frame } = c.var
  const { view, entry } = await missingEntry(deps, person, c.req.param('key') ?? '')
  const pass = allow(person, 'cases:read')
  const changes = entry.record
    ? await historyOf(deps.records, pass, [missingEpisode, returnStep, strategyDiscussion], entry.record.id)
    : []
  return c.html(
    <EpisodePage
      frame={frame}
      entry={entry}
      view={view}
      changes={changes}
      mayRecord={may(person, recordMissing)}
      mayOpenChild={person.scope.kind !== 'missing' || entry.sourced !== null}
      sent={sent}
    />,
    sent === null ? 200 : sent.isStale ? 409 : 422,
  )
}
