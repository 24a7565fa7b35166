import { Hono } from 'hono'
import { allow, type Person, type WebEnv } from '../access/index.ts'
import { dayInEngland, formatDay } from '../platform/day.ts'
import { NotFound, Refused, type FieldErrors } from '../platform/errors.ts'
import { Button } from '../ui/components/button.tsx'
import { ErrorSummary, errorListOf } from '../ui/components/error-summary.tsx'
import { Textarea } from '../ui/components/textarea.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'
import {
  loadCrumbs,
  loadTitle,
  ofRecord,
  checkReason,
  putInUse,
  currentSnapshot,
  refuseDeleted,
  describeLoad,
  sealedLoad,
  type SnapshotRecord,
} from '../dataset/index.ts'
import type { LoadDeps } from './load-deps.ts'
import { reportFigures } from './report-figures.ts'

/** Puts another load in use, for a reason. Nothing is deleted. */
export function loadUseRoutes(deps: LoadDeps): Hono<WebEnv> {
  const { records, clock } = deps
  async function findLoad(person: Person, loadId: string) {
    const load = (await sealedLoad(records, allow(person, 'load:read'), loadId))?.snapshot
    const current = await currentSnapshot(records, person.council)
    if (load) refuseDeleted(load)
    if (!load || !current) throw new NotFound('no such load')
    if (load.snapshot === current.snapshot) throw new Refused('This load is in use already.')
    return { load, current }
  }
  return new Hono<WebEnv>()
    .get('/loads/:id/use', async (c) => {
      const { person } = allow(c.var.person, 'load:write')
      return c.html(<UseLoadPage frame={c.var.frame} {...await findLoad(person, c.req.param('id'))} />)
    })
    .post('/loads/:id/use', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const found = await findLoad(pass.person, c.req.param('id'))
      const { reason } = await c.req.parseBody()
      const typed = typeof reason === 'string' ? reason : ''
      const checked = checkReason(typed)
      if (!checked.ok) {
        return c.html(
          <UseLoadPage frame={c.var.frame} {...found} typed={typed} errors={checked.errors} />,
          422,
        )
      }
      await putInUse(records, clock, pass, found.load.snapshot, checked.value)
      await reportFigures(deps, pass.person.council)
      return c.redirect(`/data/loads/${found.load.loadId}`, 303)
    })
}

interface UseLoadProps {
  frame: FrameProps
  load: SnapshotRecord
  current: SnapshotRecord
  typed?: string | undefined
  errors?: FieldErrors | undefined
}

function UseLoadPage({ frame, load, current, typed, errors = {} }: UseLoadProps) {
  const wrong = Object.keys(errors).length > 0
  const back = `/data/loads/${load.loadId}`
  return (
    <Page
      frame={frame}
      title="Put this load in use"
      section="/data"
      breadcrumbs={loadCrumbs(ofRecord(load))}
      error={wrong}
    >
      {wrong ? <ErrorSummary errorList={errorListOf(errors)} /> : null}
      <PageHeading
        caption={`${loadTitle(dayInEngland(load.loadedAt))}, as at ${formatDay(load.asAt)}`}
        title="Put this load in use"
        sentence={{
          bold: `Everyone will see it in place of the ${describeLoad(current)}.`,
          rest: 'Nothing is deleted: that load is kept, and can be put in use again. A report that was issued keeps its figures.',
        }}
      />
      <form method="post" action={`${back}/use`} novalidate>
        <CsrfField frame={frame} />
        <Textarea
          id="reason"
          name="reason"
          rows={3}
          value={typed}
          label={{ text: 'Why everyone should see this load', classes: 'govuk-label--s' }}
          hint={{ text: 'It is kept with your name in the list of loads. Do not name a child.' }}
          errorMessage={errors['reason'] ? { text: errors['reason'] } : undefined}
        />
        <Button text="Put this load in use" preventDoubleClick />
      </form>
      <p class="govuk-body">
        <a href={back}>Leave everything as it is</a>
      </p>
    </Page>
  )
}
