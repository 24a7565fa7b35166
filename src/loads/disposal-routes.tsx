import { Hono } from 'hono'
import { allow, type Person, type WebEnv } from '../access/index.ts'
import { dayInEngland, formatDay } from '../platform/day.ts'
import { NotFound, Refused, type FieldErrors } from '../platform/errors.ts'
import { Button } from '../ui/components/button.tsx'
import { ErrorSummary, errorListOf } from '../ui/components/error-summary.tsx'
import { Textarea } from '../ui/components/textarea.tsx'
import { WarningText } from '../ui/components/warning-text.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'
import { DisposalPage } from './disposal-page.tsx'
import { disposals } from './disposal-store.ts'
import {
  loadCrumbs,
  loadTitle,
  ofRecord,
  currentSnapshot,
  refuseDeleted,
  sealedLoad,
  type SnapshotRecord,
} from '../dataset/index.ts'
import { checkDeletionReason, purgeOne, type PurgeDeps } from './purge.ts'

/** The disposal log, and a load deleted before its day. */
export function disposalRoutes(deps: PurgeDeps): Hono<WebEnv> {
  const { records } = deps
  async function findLoad(person: Person, loadId: string): Promise<SnapshotRecord> {
    const load = (await sealedLoad(records, allow(person, 'load:read'), loadId))?.snapshot
    if (!load) throw new NotFound('no such load')
    refuseDeleted(load)
    const current = await currentSnapshot(records, person.council)
    if (current?.snapshot === load.snapshot) {
      throw new Refused('This load is in use. Put another in use first, or load a later one.')
    }
    return load
  }
  return new Hono<WebEnv>()
    .get('/disposals', async (c) => {
      const pass = allow(c.var.person, 'load:read')
      return c.html(<DisposalPage frame={c.var.frame} disposals={await disposals(records, pass)} />)
    })
    .get('/loads/:id/delete', async (c) => {
      const { person } = allow(c.var.person, 'load:write')
      return c.html(<DeleteLoadPage frame={c.var.frame} load={await findLoad(person, c.req.param('id'))} />)
    })
    .post('/loads/:id/delete', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const load = await findLoad(pass.person, c.req.param('id'))
      const { reason } = await c.req.parseBody()
      const typed = typeof reason === 'string' ? reason : ''
      const checked = checkDeletionReason(typed)
      if (!checked.ok) {
        return c.html(
          <DeleteLoadPage frame={c.var.frame} load={load} typed={typed} errors={checked.errors} />,
          422,
        )
      }
      await purgeOne(deps, pass, load.snapshot, checked.value)
      return c.redirect('/data/disposals', 303)
    })
}

interface DeleteLoadProps {
  frame: FrameProps
  load: SnapshotRecord
  typed?: string | undefined
  errors?: FieldErrors | undefined
}

function DeleteLoadPage({ frame, load, typed, errors = {} }: DeleteLoadProps) {
  const wrong = Object.keys(errors).length > 0
  const back = `/data/loads/${load.loadId}`
  return (
    <Page
      frame={frame}
      title="Delete this load"
      section="/data"
      breadcrumbs={loadCrumbs(ofRecord(load))}
      error={wrong}
    >
      {wrong ? <ErrorSummary errorList={errorListOf(errors)} /> : null}
      <PageHeading
        caption={`${loadTitle(dayInEngland(load.loadedAt))}, as at ${formatDay(load.asAt)}`}
        title="Delete this load"
        sentence={{
          bold: `It would be kept until ${formatDay(load.retainUntil)}.`,
          rest: 'Its counts and hash stay on record, and so do figures that were published from it.',
        }}
      />
      <WarningText
        text="Every child’s row in it is deleted, and cannot be brought back."
        iconFallbackText="Warning"
      />
      <form method="post" action={`${back}/delete`} novalidate>
        <CsrfField frame={frame} />
        <Textarea
          id="reason"
          name="reason"
          rows={3}
          value={typed}
          label={{ text: 'Why it is to be deleted before its day', classes: 'govuk-label--s' }}
          hint={{ text: 'It is kept with your name in the disposal log. Do not name a child.' }}
          errorMessage={errors['reason'] ? { text: errors['reason'] } : undefined}
        />
        <Button text="Delete this load" classes="govuk-button--warning" preventDoubleClick />
      </form>
      <p class="govuk-body">
        <a href={back}>Keep it</a>
      </p>
    </Page>
  )
}
