import { Hono, type Context } from 'hono'
import { allow, type Permission, type WebEnv } from '../access/index.ts'
import { dayInEngland, formatDay } from '../platform/day.ts'
import { Refused, Stale, type FieldErrors } from '../platform/errors.ts'
import { paragraph, text } from './field-sorts.ts'
import { columnOf, storedValues, type Fields } from './field.ts'
import { FormPage } from './form-page.tsx'
import { askedFields, readForm, typedFrom, typedIn, type Typed } from './form.ts'
import { differences, instantText } from './history.ts'
import { listCrumbs } from './record-page.tsx'
import { rulesOf } from './record-rules.ts'
import type { RecordSite } from './record-site.ts'
import {
  addRecord,
  changeRecord,
  findRecord,
  getRecord,
  recordTransaction,
  refusals,
  withdrawRecord,
  type Withdrawal,
} from './record-store.ts'
import type { RecordKind, RecordOf } from './record.ts'

/** The question that a form of changes ends with, of a kind whose fields ask for one. */
const CHANGE_REASON = text({
  label: 'Why is it changing?',
  hint: 'For its history',
  momentary: true,
})

const withdrawFields = ({ words }: Pick<RecordKind, 'words'>) => ({
  withdrawalReason: paragraph({
    label: `Why is this ${words.one} withdrawn?`,
    hint: 'It stays readable, with its history, and counts no more.',
    required: `Say why this ${words.one} is withdrawn`,
    momentary: true,
  }),
})

const changeFields = (kind: Pick<RecordKind, 'fields'>): Fields => {
  const asked = askedFields(kind.fields)
  const asksWhy = Object.values(asked).some(({ words }) => words.takesReason || words.reasonToChange)
  return asksWhy ? { ...asked, changeReason: CHANGE_REASON } : asked
}

interface Sent {
  typed: Typed
  errors: FieldErrors
  version?: number
  saved?: Typed
}

const statusOf = ({ errors, saved }: Sent) => (saved ? 409 : Object.keys(errors).length > 0 ? 422 : 200)

/** Refuses a record that was withdrawn before anybody fills in a form for it. */
function recordInUse<Kept>(
  { words }: Pick<RecordKind, 'words'>,
  { record, withdrawal }: { record: Kept; withdrawal: Withdrawal | null },
): Kept {
  if (withdrawal === null) return record
  const on = formatDay(dayInEngland(withdrawal.at))
  throw new Refused(`This ${words.one} was withdrawn on ${on}: it stays as it was`)
}

/** The forms that add, change and withdraw. */
export function writingRoutes<Shape extends Fields, Read extends Permission, Write extends Permission>(
  site: RecordSite<Shape, Read, Write>,
): Hono<WebEnv> {
  const app = new Hono<WebEnv>().route('/', newRoutes(site)).route('/', changeRoutes(site))
  return site.kind.withdrawable ? app.route('/', withdrawRoutes(site)) : app
}

function newRoutes<Shape extends Fields, Read extends Permission, Write extends Permission>({
  kind,
  records,
  clock,
  place,
}: RecordSite<Shape, Read, Write>): Hono<WebEnv> {
  const asked = askedFields(kind.fields)
  const parents = Object.fromEntries(Object.entries(kind.fields).filter(([, field]) => field.parent))
  const start = (c: Context<WebEnv>) =>
    kind.start({ today: clock.today(), now: instantText(clock.now()), by: c.var.person.name })
  const form = (c: Context<WebEnv>, sent: Sent) =>
    c.html(
      <FormPage
        frame={c.var.frame}
        section={place.section}
        title={`Add ${kind.words.a}`}
        breadcrumbs={listCrumbs(place, kind)}
        fields={asked}
        typed={sent.typed}
        errors={sent.errors}
        version={null}
        cancelHref={place.at}
        button="Add"
      />,
      statusOf(sent),
    )
  return new Hono<WebEnv>()
    .get('/new', (c) => {
      allow(c.var.person, kind.permissions.write)
      return form(c, { typed: typedFrom(asked, start(c)), errors: {} })
    })
    .post('/new', async (c) => {
      const pass = allow(c.var.person, kind.permissions.write)
      const typed = typedIn(asked, await c.req.parseBody())
      // A parent is named in the address: `/new?action_id=act_…`.
      const under = Object.keys(parents).map((property) => [
        columnOf(property),
        c.req.query(columnOf(property)) ?? '',
      ])
      const read = readForm({ ...asked, ...parents }, { ...typed, ...Object.fromEntries(under) })
      if (!read.ok) return form(c, { typed, errors: read.errors })
      const draft = kind.draft.parse({ ...start(c), ...read.value })
      const done = await recordTransaction(records, pass, clock, kind, async (open) => {
        const errors = (await rulesOf(open.records, pass, kind, clock)).faults(null, draft)
        return Object.keys(errors).length > 0 ? { errors } : { id: await addRecord(open, kind, draft) }
      })
      return 'errors' in done
        ? form(c, { typed, errors: done.errors })
        : c.redirect(`${place.at}/${done.id}`, 303)
    })
}

/** The form about a record that is there already: to change it or to withdraw it. */
function recordForm<Shape extends Fields, Read extends Permission, Write extends Permission>(
  c: Context<WebEnv>,
  { kind, place }: RecordSite<Shape, Read, Write>,
  record: RecordOf<Shape>,
  { title, button, fields, sent }: { title: string; button?: string; fields: Fields; sent: Sent },
) {
  const href = `${place.at}/${record.id}`
  return c.html(
    <FormPage
      frame={c.var.frame}
      section={place.section}
      title={title}
      caption={kind.nameOf(record)}
      breadcrumbs={[...listCrumbs(place, kind), { text: kind.nameOf(record) || kind.words.title, href }]}
      fields={fields}
      typed={sent.typed}
      errors={sent.errors}
      version={sent.version ?? record.version}
      cancelHref={href}
      button={button}
      conflict={sent.saved ? { saved: sent.saved } : undefined}
    />,
    statusOf(sent),
  )
}

function changeRoutes<Shape extends Fields, Read extends Permission, Write extends Permission>(
  site: RecordSite<Shape, Read, Write>,
): Hono<WebEnv> {
  const { kind, records, clock, place } = site
  const fields = changeFields(kind)
  const saved = (record: RecordOf<Shape>) => typedFrom(fields, record)
  const form = (c: Context<WebEnv>, record: RecordOf<Shape>, sent: Sent) =>
    recordForm(c, site, record, { title: `Change this ${kind.words.one}`, fields, sent })
  return new Hono<WebEnv>()
    .get('/:id/change', async (c) => {
      const pass = allow(c.var.person, kind.permissions.write)
      const record = recordInUse(kind, await findRecord(records, pass, kind, c.req.param('id')))
      return form(c, record, { typed: saved(record), errors: {} })
    })
    .post('/:id/change', async (c) => {
      const pass = allow(c.var.person, kind.permissions.write)
      const { record } = await findRecord(records, pass, kind, c.req.param('id'))
      const body = await c.req.parseBody()
      const typed = typedIn(fields, body)
      // The form speaks of the version it was filled from, until a conflict has been seen.
      const version = Number(body['version'])
      const again = (errors: FieldErrors) => form(c, record, { typed, errors, version })
      const read = readForm(fields, typed)
      if (!read.ok) return again(read.errors)
      const change = kind.change.parse(read.value)
      const reason = typed[columnOf('changeReason')]?.trim() ?? ''
      const changed = differences(storedValues(record), storedValues(change))
      const [refused] = refusals(kind, changed, reason)
      if (refused?.forReason) return again({ [columnOf('changeReason')]: refused.why })
      try {
        const errors = await recordTransaction(records, pass, clock, kind, async (open) => {
          const rules = await rulesOf(open.records, pass, kind, clock)
          const faults = rules.faults(record.id, { ...record, ...change })
          if (Object.keys(faults).length === 0)
            await changeRecord(open, kind, record.id, version, change, reason)
          return faults
        })
        if (Object.keys(errors).length > 0) return again(errors)
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        const now = await getRecord(records, pass, kind, record.id)
        return form(c, now, { typed, errors: {}, saved: saved(now) })
      }
      return c.redirect(`${place.at}/${record.id}`, 303)
    })
}

function withdrawRoutes<Shape extends Fields, Read extends Permission, Write extends Permission>(
  site: RecordSite<Shape, Read, Write>,
): Hono<WebEnv> {
  const { kind, records, clock, place } = site
  const fields = withdrawFields(kind)
  const form = (c: Context<WebEnv>, record: RecordOf<Shape>, sent: Sent) =>
    recordForm(c, site, record, {
      title: `Withdraw this ${kind.words.one}`,
      button: 'Withdraw',
      fields,
      sent,
    })
  return new Hono<WebEnv>()
    .get('/:id/withdraw', async (c) => {
      const pass = allow(c.var.person, kind.permissions.write)
      const record = recordInUse(kind, await findRecord(records, pass, kind, c.req.param('id')))
      return form(c, record, { typed: {}, errors: {} })
    })
    .post('/:id/withdraw', async (c) => {
      const pass = allow(c.var.person, kind.permissions.write)
      const record = await getRecord(records, pass, kind, c.req.param('id'))
      const body = await c.req.parseBody()
      const typed = typedIn(fields, body)
      const version = Number(body['version'])
      const read = readForm(fields, typed)
      if (!read.ok) return form(c, record, { typed, errors: read.errors, version })
      try {
        await recordTransaction(records, pass, clock, kind, (open) =>
          withdrawRecord(open, kind, record.id, version, read.value.withdrawalReason),
        )
      } catch (error) {
        if (!(error instanceof Stale)) throw error
        const now = await getRecord(records, pass, kind, record.id)
        return form(c, now, { typed, errors: {}, saved: {} })
      }
      return c.redirect(place.at, 303)
    })
}
